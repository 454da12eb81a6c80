import { dateAt } from '../license/calendar.ts'
import type { Agreement, License } from '../license/license.ts'
import { longDay } from '../web/day.ts'
import { Rows } from './rows.tsx'
import type { StaffVisit } from './visit.ts'

/** What both sides agreed to, as it is on record, the newest first. */
export function Agreements({
  visit,
  license,
}: {
  readonly visit: StaffVisit
  readonly license: License
}) {
  const { words, language } = visit
  const text = words.acts.agreement
  if (license.agreements.length === 0) return null
  return (
    <section class="sheet">
      <h2>{text.several}</h2>
      <Rows<Agreement>
        items={license.agreements.toReversed()}
        columns={[
          {
            head: text.title,
            cell: ({ title, url }) =>
              url === null ? <strong>{title}</strong> : <a href={url}>{title}</a>,
          },
          { head: text.version, cell: ({ version }) => version },
          {
            head: text.acceptedOn,
            cell: ({ acceptedAt }) => longDay(dateAt(acceptedAt, license.timeZone), language),
          },
          { head: text.acceptedBy, cell: ({ acceptedBy }) => acceptedBy },
        ]}
      />
    </section>
  )
}
