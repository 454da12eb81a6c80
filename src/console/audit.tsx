import { daysLater, firstMoment, inUtc, isDate } from '../license/calendar.ts'
import { eventGroups } from '../license/event-group.ts'
import type { License, LicenseId } from '../license/license.ts'
import { readers } from '../license/roles.ts'
import { listAudit } from '../store/audit.ts'
import type { Database } from '../store/database.ts'
import type { HistoryEvent } from '../store/event.ts'
import { loadLicenses } from '../store/load-licenses.ts'
import { actorNames, customerNames } from '../store/names.ts'
import type { Page } from '../store/page.ts'
import { dayAndTime } from '../web/day.ts'
import { Field, Select } from '../web/form.tsx'
import { Head } from './head.tsx'
import { sentenceOf } from './history.tsx'
import { filterIn, List } from './list.tsx'
import { orderingOf } from './order.ts'
import type { Ordering } from './order.ts'
import { cursorIn, pageSize } from './pager.tsx'
import { planNames } from '../store/plan-name.ts'
import { Rows } from './rows.tsx'
import type { Column } from './rows.tsx'
import { page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

const filterNames = ['group', 'from', 'to', 'license', 'customer', 'actor'] as const

export const auditPages = [
  page('GET', '/console/history', readers, async (visit) => {
    const { deps, words } = visit
    const chosen = filterIn(visit, filterNames)
    const order = orderingOf(visit, ['when'], { by: 'when', descending: true })
    const list = await eventsOf(visit, chosen, order)
    const known = await knownAbout(deps.db, list.data)
    const text = words.history
    return {
      title: text.title,
      body: (
        <>
          <Head title={text.title} line={text.lead} />
          <section class="sheet">
            <List
              visit={visit}
              name="history"
              filter={{ names: filterNames, fields: <Fields {...{ visit, chosen, known }} /> }}
              order={{ chosen: order, labels: { when: text.when } }}
              next={list.next}
              isEmpty={list.data.length === 0}
              none={<p class="quiet">{text.none}</p>}
            >
              <Rows<HistoryEvent> items={list.data} columns={columnsOf(visit, known, order)} />
            </List>
          </section>
        </>
      ),
    }
  }),
]

/** How often a page goes on looking where few events are meant. */
const mostLooks = 10

async function eventsOf(
  visit: StaffVisit,
  { from = '', to = '', group, ...others }: Readonly<Record<string, string>>,
  order: Ordering<'when'>,
): Promise<Page<HistoryEvent>> {
  const { license, customer, actor } = others
  const asked = {
    group: eventGroups.find((each) => each === group),
    from: isDate(from) ? firstMoment(from, 'UTC') : undefined,
    before: isDate(to) ? firstMoment(daysLater(to, 1), 'UTC') : undefined,
    license,
    customer,
    actor,
    oldestFirst: !order.descending,
  }
  const data: HistoryEvent[] = []
  let after = cursorIn(visit)
  for (let look = 0; look < mostLooks; look++) {
    const limit = pageSize - data.length
    const part = await listAudit(visit.deps.db, { ...asked, after, limit })
    data.push(...part.data)
    if (part.next === null || data.length === pageSize) return { data, next: part.next }
    after = part.next
  }
  return { data, next: after ?? null }
}

/** What is to be known about events so that they can be told. */
interface Known {
  readonly licenses: ReadonlyMap<LicenseId, License>
  readonly plans: ReadonlyMap<string, string>
  readonly customers: ReadonlyMap<string, string>
  readonly actors: ReadonlyMap<string, string>
}

async function knownAbout(db: Database, events: readonly HistoryEvent[]): Promise<Known> {
  const ids = [...new Set(events.map(({ license }) => license))]
  const licenses = (await loadLicenses(db, ids)).map(({ license }) => license)
  const owners = licenses.map(({ customer }) => customer)
  return {
    licenses: new Map(licenses.map((license) => [license.id, license])),
    plans: await planNames(db, licenses),
    customers: await customerNames(db, owners),
    actors: await actorNames(
      db,
      events.map(({ actor }) => actor),
    ),
  }
}

function Fields({
  visit: { words },
  chosen,
  known,
}: {
  readonly visit: StaffVisit
  readonly chosen: Readonly<Record<string, string>>
  readonly known: Known
}) {
  const text = words.history
  const { from, to } = words.lists
  return (
    <>
      <Select
        name="group"
        label={text.kind}
        options={[
          ['', words.frame.any],
          ...eventGroups.map((group) => [group, text.kinds[group]] as const),
        ]}
        chosen={chosen['group']}
      />
      <Field name="from" type="date" label={from} value={chosen['from']} />
      <Field name="to" type="date" label={to} value={chosen['to']} />
      {(['license', 'customer', 'actor'] as const).map((name) => (
        <Only {...{ words, name, known }} value={chosen[name]} />
      ))}
    </>
  )
}

/** What the list was narrowed down to by a link; the form keeps it, and lets it be taken away. */
function Only({
  words,
  name,
  value,
  known,
}: Pick<StaffVisit, 'words'> & {
  readonly name: 'license' | 'customer' | 'actor'
  readonly value: string | undefined
  readonly known: Known
}) {
  if (value === undefined) return <></>
  const text = words.history
  const { customers, actors } = known
  const called =
    name === 'customer' ? customers.get(value) : name === 'actor' ? actors.get(value) : undefined
  return (
    <Select
      name={name}
      label={text.only}
      options={[
        [value, called ?? value],
        ['', text.everything],
      ]}
      chosen={value}
    />
  )
}

function columnsOf(
  visit: StaffVisit,
  known: Known,
  order: Ordering<'when'>,
): Column<HistoryEvent>[] {
  const { words, language } = visit
  const text = words.history
  return [
    {
      head: text.when,
      order: order.link('when'),
      cell: ({ recordedAt }) => (
        <time class="quiet small" datetime={inUtc(recordedAt)}>
          {dayAndTime(inUtc(recordedAt), language)} UTC
        </time>
      ),
    },
    {
      head: text.what,
      cell: (event) => {
        const license = known.licenses.get(event.license)
        return license === undefined ? event.type : sentenceOf(visit, event, license)
      },
    },
    { head: text.license, cell: ({ license }) => <Whose id={license} known={known} /> },
    {
      head: text.by,
      cell: ({ actor }) => (
        <span class="small">
          <a class="quiet" href={`/console/history?actor=${encodeURIComponent(actor)}`}>
            {actorName(visit, actor, known.actors)}
          </a>
        </span>
      ),
    },
    { head: text.hash, cell: ({ hash }) => <code class="quiet nowrap">{hash.slice(0, 8)}</code> },
  ]
}

function Whose({ id, known }: { readonly id: LicenseId; readonly known: Known }) {
  const license = known.licenses.get(id)
  return (
    <>
      <a href={`/console/licenses/${id}`}>{known.customers.get(license?.customer ?? '') ?? id}</a>
      <br />
      <span class="quiet small">{known.plans.get(license?.plan ?? '')}</span>
    </>
  )
}

/** By whom something was done: somebody of the staff, a program, the clock, or the customer. */
export function actorName(
  { words }: Pick<StaffVisit, 'words'>,
  actor: string,
  names: ReadonlyMap<string, string>,
): string {
  if (actor === 'system') return words.history.clock
  return names.get(actor) ?? (actor.startsWith('con_') ? words.history.somebody : actor)
}
