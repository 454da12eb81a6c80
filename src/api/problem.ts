import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Problem, ProblemCode } from '../license/problem.ts'

/** What a refusal is in HTTP: its status, its title, and what the caller can do. */
const problems = {
  malformed: [
    400,
    'The request cannot be read',
    'Send well-formed JSON and the parameters that the reference names.',
  ],
  unauthenticated: [
    401,
    'No valid credentials',
    'Send an API token as “Authorization: Bearer …”, or where a product calls its license key as “Authorization: License …”.',
  ],
  forbidden: [
    403,
    'The role does not allow this',
    'Ask an admin to do it, or for a token with the role that it needs.',
  ],
  'not-found': [404, 'Not there', 'Check the address and the id or key in it.'],
  'method-not-allowed': [
    405,
    'The method is not offered here',
    'Use one of the methods that the Allow header names.',
  ],
  'not-acceptable': [
    406,
    'Not to be had in this form',
    'Ask in Accept for application/json, text/csv, or application/jsonl.',
  ],
  'code-taken': [409, 'The code is in use', 'Choose another code: codes are unique on a server.'],
  'reference-taken': [
    409,
    'The external reference is in use',
    'Use the record that bears it, or another reference.',
  ],
  'references-collide': [
    409,
    'Both customers are known to one system',
    'Decide which reference holds for each of the systems that the answer names, and take the other one away.',
  ],
  'contract-runs': [
    409,
    'A contract with this customer still runs',
    'Object to the renewal and wait for the end, or terminate the licenses that the answer names; then erase.',
  ],
  'key-taken': [
    409,
    'The key opens a license already',
    'Bring another key along, or let a new one be made.',
  ],
  'key-ended': [409, 'The key has ended', 'Replace the key that came in its place.'],
  'login-taken': [
    409,
    'Somebody signs in by this name',
    'Choose another one: each person has a name of its own to sign in by.',
  ],
  'last-admin': [
    409,
    'There would be no admin left',
    'Make somebody else an admin first, who has accepted the invitation.',
  ],
  'trial-taken': [
    409,
    'This machine has had its trial',
    'Go on under the license key of that trial, or ask the vendor for a license.',
  ],
  'nothing-renews': [
    409,
    'This license does not renew',
    'There is nothing to object to: it ends, has ended, or never does.',
  ],
  'deadline-passed': [
    409,
    'The deadline has passed',
    'Record the other side’s consent (kind “agreed”) while it has not ended, or reinstate the license.',
  ],
  'not-on-its-way': [
    409,
    'It has been received already',
    'Withdraw the objection as an error if its receipt is wrong.',
  ],
  'already-terminated': [
    409,
    'A termination stands',
    'Take the termination back before it takes effect, or reinstate the license after it.',
  ],
  'already-ended': [409, 'The license has ended', 'Reinstate the license to go on.'],
  'termination-effective': [
    409,
    'The termination has taken effect',
    'Reinstate the license to go on.',
  ],
  'other-side': [
    409,
    'The other side set this termination',
    'Let the side that set it take it back, with the other side’s consent.',
  ],
  'not-ended': [
    409,
    'The license has not ended',
    'Withdraw the objection or the termination instead.',
  ],
  'renews-automatically': [
    409,
    'The license renews by itself',
    'No term needs to be added by hand.',
  ],
  perpetual: [409, 'The license is perpetual', 'Nothing follows a license without an end.'],
  'not-started': [
    409,
    'The license has not started',
    'It waits for its first activation: what follows its first term is known from then on.',
  ],
  'proposal-closed': [
    409,
    'The proposal is closed',
    'It was answered, taken back, or has lapsed with the deadline before it: make another one.',
  ],
  'not-mailable': [
    409,
    'The letter cannot be mailed',
    'The reason says why: `no_mail`, this server has no mail server; `nobody`, nobody whom it is to has an e-mail address; `erased`, its words are erased; `switched_off`, the settings switch such letters off.',
  ],
  'relation-ended': [
    409,
    'The relation with this customer is ended',
    'Take the end of the relation back, or let an admin send “override” with a reason.',
  ],
  'no-leases': [
    409,
    'The license has no leases',
    'Its seats are counted by machine: ask for a token.',
  ],
  'not-full': [
    409,
    'The license allows the export only',
    'A license file takes a full license: the reason says what is missing; where no seat is free, name the machine to replace.',
  ],
  // No route of ours answers with it: the guard in a licensed product does.
  'export-only': [
    403,
    'The license allows the export only',
    'Take the data along: the answer says where the export is.',
  ],
  'clock-backwards': [
    409,
    'A clock does not go back',
    'Name the present instant of the sandbox’s clock or a later one.',
  ],
  'no-objection': [404, 'No objection of that side stands', 'Record the objection first.'],
  'no-termination': [404, 'No termination stands', 'There is nothing to take back.'],
  'not-empty': [
    409,
    'The server is not empty',
    'Bring records back into a server that holds none: a new database, or a new data directory.',
  ],
  'other-server': [
    409,
    'The records are those of a server of another name or kind',
    'Bring them into a server that was first started as the answer says.',
  ],
  'other-secret': [
    409,
    'The records were sealed under another secret',
    'Give the secret of the server that they come from as well: what it sealed is sealed anew under this server’s own.',
  ],
  'broken-package': [
    422,
    'The package is not whole',
    'Make the export again and hand it in as it comes: nothing of this one was kept.',
  ],
  'precondition-failed': [
    412,
    'It was changed meanwhile',
    'Read it again, and repeat the edit with the ETag of that answer in If-Match.',
  ],
  'too-large': [413, 'The body is too large', 'Send at most 1 MB in a request.'],
  'unsupported-media-type': [415, 'Not JSON', 'Send the body as application/json.'],
  unfit: [422, 'The request does not fit', 'Mend the members that the errors name.'],
  'too-many-terms': [
    422,
    'Too many terms have passed',
    'Let the license start later: at most 1,000 terms can lie in the past.',
  ],
  'idempotency-key-reused': [
    422,
    'The idempotency key belongs to another request',
    'Use a new Idempotency-Key for a different body.',
  ],
  'rate-limited': [
    429,
    'Too many failed attempts',
    'Wait for as long as the Retry-After header says.',
  ],
  internal: [500, 'A fault of ours', 'Try again; if it stays, report the instance of this answer.'],
  unavailable: [503, 'Not ready', 'Try again in a moment.'],
} as const satisfies Record<ProblemCode, readonly [ContentfulStatusCode, string, string]>

/** The status that a problem answers with. */
export function statusOf(code: ProblemCode): ContentfulStatusCode {
  return problems[code][0]
}

/**
 * A problem as an RFC 9457 document; facts of the problem are extension members.
 *
 * @param server the server's name, under which `/problems` tells of every code.
 */
export function problemDocument(
  { code, facts }: Problem,
  instance: string,
  server: string,
): Record<string, unknown> {
  const [status, title, detail] = problems[code]
  return { type: `${server}/problems#${code}`, title, status, detail, instance, ...facts }
}

/** Every code with its words, for the reference and the test that compares docs/problems.md. */
export function problemCatalog(): readonly {
  code: string
  status: number
  title: string
  detail: string
}[] {
  return Object.entries(problems).map(([code, [status, title, detail]]) => ({
    code,
    status,
    title,
    detail,
  }))
}
