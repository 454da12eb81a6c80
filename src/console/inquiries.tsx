import { firstMoment, inUtc, inZone, isDate } from '../license/calendar.ts'
import type { CustomerId } from '../license/license.ts'
import { readers } from '../license/roles.ts'
import { findCustomer } from '../store/customer.ts'
import { listInquiries } from '../store/inquiry.ts'
import type { InquiryFilter, KeptInquiry } from '../store/inquiry.ts'
import { licenseHolders } from '../store/license-holder.ts'
import type { LicenseHolder } from '../store/license-holder.ts'
import { readLicense } from '../store/read-license.ts'
import { shortDay } from '../web/day.ts'
import { Field, Select } from '../web/form.tsx'
import { Head } from './head.tsx'
import { logPath, topics } from './log-form.tsx'
import { List, TakeAlong } from './list.tsx'
import { orderingOf } from './order.ts'
import type { Ordering } from './order.ts'
import { cursorIn, pageSize } from './pager.tsx'
import { planName } from '../store/plan-name.ts'
import { Rows } from './rows.tsx'
import type { Column } from './rows.tsx'
import { page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

export const inquiriesPages = [
  page('GET', '/console/inquiries', readers, async (visit) => {
    const { deps, words } = visit
    const text = words.ledger.inquiry
    const filter = filterIn(visit)
    const of = await ofWhom(visit, filter)
    const order = orderingOf(visit, ['at'], { by: 'at', descending: true })
    const list = await listInquiries(deps.db, {
      ...filter,
      oldestFirst: !order.descending,
      after: cursorIn(visit),
      limit: pageSize,
    })
    const holders = await licenseHolders(
      deps.db,
      list.data.map(({ license }) => license),
    )
    return {
      title: text.many,
      body: (
        <>
          <Head title={text.many} path={of} line={text.lead} />
          <section class="sheet">
            <List
              visit={visit}
              filter={{ names: filterNames, fields: <Fields visit={visit} /> }}
              order={{ chosen: order, labels: { at: text.at } }}
              next={list.next}
              isEmpty={list.data.length === 0}
              none={<p class="quiet">{text.none}</p>}
            >
              <InquiryRows visit={visit} inquiries={list.data} holders={holders} order={order} />
            </List>
            {list.data.length > 0 && (
              <TakeAlong visit={visit} name="inquiries" query={wireFilter(filter)} />
            )}
          </section>
        </>
      ),
    }
  }),
]

const filterNames = ['topic', 'since', 'license', 'customer'] as const

/** The same filter as the API has it. */
function wireFilter({
  license,
  customer,
  topic,
  since,
}: Filtered): Readonly<Record<string, string>> {
  return {
    ...(license !== undefined && { license }),
    ...(customer !== undefined && { customer }),
    ...(topic !== undefined && { topic }),
    ...(since !== undefined && { since: inUtc(since) }),
  }
}

type Filtered = Pick<InquiryFilter, 'license' | 'customer' | 'topic' | 'since'>

/** What the address asks for; what it says otherwise is passed over. */
function filterIn({ query }: Pick<StaffVisit, 'query'>): Filtered {
  const { license, since, topic } = query
  const customer = query['customer'] ?? ''
  return {
    license: license === undefined || license === '' ? undefined : license,
    customer: isCustomer(customer) ? customer : undefined,
    topic: topics.find((each) => each === topic),
    since: since !== undefined && isDate(since) ? firstMoment(since, 'UTC') : undefined,
  }
}

function isCustomer(text: string): text is CustomerId {
  return /^cus_[0-9a-z]{26}$/.test(text)
}

/** Whose they are, where they are not everybody’s. */
async function ofWhom(
  { deps, words, now }: StaffVisit,
  { license, customer }: Filtered,
): Promise<readonly (readonly [string, string])[]> {
  const known =
    license === undefined ? undefined : (await readLicense(deps.db, license, now)).license
  const owner = known?.customer ?? customer
  if (owner === undefined) return []
  const name = (await findCustomer(deps.db, owner))?.name ?? owner
  return [
    ['/console/customers', words.places.customers],
    [`/console/customers/${owner}`, name],
    ...(known === undefined
      ? []
      : [[`/console/licenses/${known.id}`, await planName(deps.db, known)] as const]),
  ]
}

function Fields({ visit: { words, query } }: { readonly visit: StaffVisit }) {
  const text = words.ledger.inquiry
  return (
    <>
      {(['license', 'customer'] as const).map(
        (name) =>
          query[name] !== undefined && <input type="hidden" name={name} value={query[name]} />,
      )}
      <Select
        name="topic"
        label={text.judged}
        options={[
          ['', words.frame.any],
          ...topics.map((each) => [each, words.ledger.topics[each]] as const),
        ]}
        chosen={query['topic']}
      />
      <Field name="since" label={text.since} type="date" value={query['since']} />
    </>
  )
}

/** Inquiries as a list, with whose they are. */
export function InquiryRows({
  visit,
  inquiries,
  holders,
  order,
}: {
  readonly visit: StaffVisit
  readonly inquiries: readonly KeptInquiry[]
  readonly holders: ReadonlyMap<string, LicenseHolder>
  readonly order?: Ordering<'at'>
}) {
  const [subject, at, topic, ...rest] = columnsOf(visit)
  if (subject === undefined || at === undefined || topic === undefined) return null
  const whose = whoseColumns(visit, holders)
  const when = { ...at, order: order?.link('at') }
  return <Rows<KeptInquiry> items={inquiries} columns={[subject, when, topic, ...whose, ...rest]} />
}

function whoseColumns(
  { words }: StaffVisit,
  holders: ReadonlyMap<string, LicenseHolder>,
): readonly Column<KeptInquiry>[] {
  const text = words.ledger.inquiry
  return [
    {
      head: text.customer,
      cell: ({ license, contact }) => {
        const holder = holders.get(license)
        return (
          <>
            {holder && <a href={`/console/customers/${holder.customer}`}>{holder.name}</a>}
            {contact !== null && <div class="quiet small">{contact}</div>}
          </>
        )
      },
    },
    {
      head: text.license,
      cell: ({ license }) => (
        <a href={`/console/licenses/${license}`}>{holders.get(license)?.called}</a>
      ),
    },
  ]
}

function columnsOf(visit: StaffVisit): readonly Column<KeptInquiry>[] {
  const { words, language } = visit
  const text = words.ledger.inquiry
  return [
    {
      head: text.subject,
      cell: ({ id, license, subject }) => (
        <a href={`${logPath(license)}/${id}`}>{subject ?? text.erased}</a>
      ),
    },
    {
      head: text.at,
      cell: ({ at, timeZone }) => (
        <time class="nowrap" datetime={inZone(at, timeZone)}>
          {shortDay(inZone(at, timeZone).slice(0, 10), language)}
        </time>
      ),
    },
    { head: text.judged, cell: (inquiry) => <Topic visit={visit} inquiry={inquiry} /> },
    { head: text.minutes, isNumber: true, cell: ({ minutes }) => minutes ?? '–' },
  ]
}

function Topic({
  visit: { words },
  inquiry: { topic, struckAt, correctedAt },
}: {
  readonly visit: StaffVisit
  readonly inquiry: KeptInquiry
}) {
  const text = words.ledger.inquiry
  return (
    <>
      <span class={`topic ${topic}`}>{words.ledger.topics[topic]}</span>
      {struckAt !== null && <span class="quiet small"> · {text.struck}</span>}
      {struckAt === null && correctedAt !== null && (
        <span class="quiet small"> · {text.corrected}</span>
      )}
    </>
  )
}
