import { dateAt } from '../license/calendar.ts'
import { fairUse } from '../license/fair-use.ts'
import type { CustomerId, License } from '../license/license.ts'
import { supporters } from '../license/roles.ts'
import { settle } from '../license/settle.ts'
import type { Found, FoundLicense } from '../store/lookup.ts'
import { shortDay } from '../web/day.ts'
import { callAddress } from './call-address.ts'
import { Rows } from './rows.tsx'
import { FairUseLine, supportLine } from './support-line.tsx'
import { may } from './visit.ts'
import type { StaffVisit } from './visit.ts'

/** What is done first on a customer's card: somebody of theirs is on the line. */
export function CallAct({
  visit,
  customer,
}: {
  readonly visit: StaffVisit
  readonly customer: CustomerId
}) {
  if (!may(visit, supporters)) return null
  return (
    <a class="button" href={callAddress('', customer)} data-keys="c">
      {visit.words.ledger.inquiry.title} <kbd aria-hidden="true">c</kbd>
    </a>
  )
}

interface Row {
  readonly license: License
  readonly found: FoundLicense
}

/** How a customer has used support, a license a line. */
export function CustomerLedger({
  visit,
  card,
}: {
  readonly visit: StaffVisit
  readonly card: Found
}) {
  const { words, now } = visit
  const text = words.ledger.call
  if (card.licenses.length === 0) return null
  const rows = card.licenses.map((found) => ({
    found,
    license: settle(found.license, now).license,
  }))
  return (
    <section class="sheet">
      <header>
        <h2>{text.support}</h2>
        <a href={`/console/inquiries?customer=${card.id}`}>{text.all}</a>
      </header>
      <Rows<Row> items={rows} columns={columnsOf(visit, card.id)} />
    </section>
  )
}

function columnsOf(visit: StaffVisit, customer: CustomerId) {
  const { words, language, now } = visit
  const text = words.ledger.call
  return [
    {
      head: text.license,
      cell: ({ license, found }: Row) => (
        <a href={callAddress('', customer, license.id)}>{found.called}</a>
      ),
    },
    { head: text.support, cell: ({ license }: Row) => supportLine(visit, license) },
    {
      head: words.ledger.flags.filter,
      cell: ({ license, found }: Row) => {
        const use = fairUse(license, found.inquiries, now)
        return use === null ? (
          <span class="quiet">{words.ledger.fairUse.none}</span>
        ) : (
          <FairUseLine visit={visit} use={use} />
        )
      },
    },
    {
      head: text.last,
      cell: ({ license, found: { recent } }: Row) => {
        const [last] = recent
        if (last === undefined) return '–'
        const { at, subject } = last
        return `${shortDay(dateAt(at, license.timeZone), language)}: ${subject ?? words.ledger.inquiry.erased}`
      },
    },
    {
      head: text.warnings,
      isNumber: true as const,
      cell: ({ license, found: { warnings } }: Row) =>
        warnings.count === 0 ? (
          0
        ) : (
          <a href={`/console/licenses/${license.id}/warnings`}>{warnings.count}</a>
        ),
    },
  ]
}
