import { dateAt, inUtc } from '../license/calendar.ts'
import type { Instant } from '../license/license.ts'
import { admins } from '../license/roles.ts'
import { rotateEvidenceKey } from '../store/evidence-key.ts'
import type { EvidenceKey } from '../token/evidence-key.ts'
import { shortDay } from '../web/day.ts'
import { Form } from '../web/form.tsx'
import { Rows } from './rows.tsx'
import { page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

export const evidenceKeyPages = [
  page('POST', '/console/access/evidence-keys/rotation', admins, async ({ deps, now, person }) => {
    await rotateEvidenceKey(deps.db, deps.kek, person, now)
    return { to: '/console/access#evidence-keys' }
  }),
]

/** The keys that dossiers and receipts are signed with, and the way to the next one. */
export function EvidenceKeys({
  visit,
  keys,
}: {
  readonly visit: StaffVisit
  readonly keys: readonly EvidenceKey[]
}) {
  const { words, language, person } = visit
  const text = words.evidenceKeys
  const day = (at: Instant | null) =>
    at === null ? '–' : <time datetime={inUtc(at)}>{shortDay(dateAt(at, 'UTC'), language)}</time>
  const stateOf = ({ retiredAt, revokedAt }: EvidenceKey): string =>
    revokedAt !== null ? text.revoked : retiredAt !== null ? text.retired : text.active
  return (
    <section class="sheet" id="evidence-keys">
      <h2>{text.title}</h2>
      <p class="quiet">{text.lead}</p>
      <Rows<EvidenceKey>
        items={keys}
        columns={[
          { head: text.key, cell: ({ publicKey }) => <code>{publicKey.kid}</code> },
          { head: text.state, cell: stateOf },
          { head: text.from, cell: ({ createdAt }) => day(createdAt) },
          { head: text.to, cell: ({ retiredAt, revokedAt }) => day(revokedAt ?? retiredAt) },
        ]}
      />
      <details>
        <summary>{text.rotate}</summary>
        <Form action="/console/access/evidence-keys/rotation" token={person.formToken}>
          <p>{text.rotateLead}</p>
          <div class="acts">
            <button>{text.rotateDo}</button>
          </div>
        </Form>
      </details>
    </section>
  )
}
