import { dateAt, inUtc } from '../license/calendar.ts'
import type { Instant } from '../license/license.ts'
import { admins } from '../license/roles.ts'
import { rotateSigningKeys } from '../store/signers.ts'
import type { KeptSigningKey } from '../store/signing-key.ts'
import { shortDay } from '../web/day.ts'
import { Form } from '../web/form.tsx'
import { keyRevocationPages } from './key-revocation.tsx'
import { TakeAlong } from './list.tsx'
import { Rows } from './rows.tsx'
import { page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

export const signingKeyPages = [
  ...keyRevocationPages,
  page('POST', '/console/access/signing-keys/rotation', admins, async ({ deps, now, person }) => {
    await rotateSigningKeys(deps.db, deps.kek, 'Ed25519', person, now)
    deps.signers.reread()
    return { to: '/console/access#signing-keys' }
  }),
]

/** The keys that tokens are signed with, and the way to the next one. */
export function SigningKeys({
  visit,
  keys,
}: {
  readonly visit: StaffVisit
  readonly keys: readonly KeptSigningKey[]
}) {
  const { words, language } = visit
  const text = words.signingKeys
  const day = (at: Instant | null) =>
    at === null ? '–' : <time datetime={inUtc(at)}>{shortDay(dateAt(at, 'UTC'), language)}</time>
  return (
    <section class="sheet" id="signing-keys">
      <h2>{text.title}</h2>
      <p class="quiet">{text.lead}</p>
      <Rows<KeptSigningKey>
        items={keys}
        columns={[
          { head: text.key, cell: ({ publicKey }) => <code>{publicKey.kid}</code> },
          { head: text.algorithm, cell: ({ publicKey }) => publicKey.alg },
          { head: words.people.state, cell: ({ state }) => text.states[state] },
          { head: text.since, cell: ({ activatedAt }) => day(activatedAt) },
          {
            head: words.keyRevocation.title,
            isQuiet: true,
            cell: ({ publicKey, state }) =>
              state === 'revoked' ? (
                ''
              ) : (
                <span class="small">
                  <a href={`/console/access/signing-keys/${publicKey.kid}/revocation`}>
                    {words.keyRevocation.open}
                  </a>
                </span>
              ),
          },
        ]}
      />
      <p class="quiet small">{words.keyRevocation.explained}</p>
      <TakeAlong visit={visit} name="signing-keys" query={{}} />
      <Rotation visit={visit} />
    </section>
  )
}

function Rotation({ visit: { words, person } }: { readonly visit: StaffVisit }) {
  const text = words.signingKeys
  return (
    <details>
      <summary>{text.rotate}</summary>
      <Form action="/console/access/signing-keys/rotation" token={person.formToken}>
        <p>{text.rotateLead}</p>
        <div class="acts">
          <button>{text.rotateDo}</button>
        </div>
      </Form>
    </details>
  )
}
