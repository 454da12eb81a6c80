import type { z } from 'zod'
import type { Misfit } from '../license/problem.ts'

/** What a schema refused, as the members of the body that do not fit (RFC 6901 pointers). */
export function misfitsFrom(error: z.ZodError): Misfit[] {
  return error.issues.flatMap(misfitsOfIssue)
}

type Issue = z.core.$ZodIssue

function misfitsOfIssue(issue: Issue): Misfit[] {
  const pointer = pointerTo(issue.path)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      pointer: `${pointer}${pointerTo([key])}`,
      detail: 'There is no such member.',
    }))
  // Of a record whose member has a wrong name, the reason stands inside.
  const told = issue.code === 'invalid_key' ? (issue.issues[0] ?? issue) : issue
  return [{ pointer, detail: sentence(told) }]
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** What the schema itself says of it; where that is the library’s report of what it found, what to write instead. */
function sentence(issue: Issue): string {
  const { message } = issue
  const said = /^(Invalid|Too) /.test(message) ? instead(issue) : message
  return said.endsWith('.') ? said : `${said}.`
}

function instead(issue: Issue): string {
  const { code, message } = issue
  if (code === 'invalid_type') {
    const kind = kinds[issue.expected] ?? 'another kind of value'
    return message.endsWith('received undefined') ? `Add this: ${kind}` : `Write ${kind}`
  }
  if (code === 'invalid_value')
    return `Write ${issue.values.length === 1 ? '' : 'one of these: '}${issue.values.join(', ')}`
  if (code === 'too_small') return `Write at least ${issue.minimum}${unitOf(issue.origin)}`
  if (code === 'too_big') return `Write at most ${issue.maximum}${unitOf(issue.origin)}`
  const isEmail = code === 'invalid_format' && issue.format === 'email'
  return isEmail ? 'Write an e-mail address, e.g. post@example.com' : message
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

/** Numbers stand by themselves. */
function unitOf(origin: string): string {
  return origin === 'string' ? ' characters' : origin === 'array' ? ' of these' : ''
}
