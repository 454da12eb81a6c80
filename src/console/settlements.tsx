import { daysLater, firstMoment, inUtc, isDate } from '../license/calendar.ts'
import { readers } from '../license/roles.ts'
import { listSettlements } from '../store/settlement.ts'
import type { Settlement } from '../store/settlement.ts'
import { dayAndTime } from '../web/day.ts'
import { Field, Select } from '../web/form.tsx'
import { aheadPages } from './ahead.tsx'
import { Head } from './head.tsx'
import { filterIn, List } from './list.tsx'
import { orderingOf } from './order.ts'
import type { Ordering } from './order.ts'
import { cursorIn, pageSize } from './pager.tsx'
import { Rows } from './rows.tsx'
import type { Column } from './rows.tsx'
import { settlementPage } from './settlement.tsx'
import { page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

const filterNames = ['from', 'to', 'failed'] as const

export const settlementPages = [
  ...aheadPages,
  settlementPage,
  page('GET', '/console/settlements', readers, async (visit) => {
    const { deps, words } = visit
    const chosen = filterIn(visit, filterNames)
    const order = orderingOf(visit, ['at'], { by: 'at', descending: true })
    const [from, to] = [chosen['from'] ?? '', chosen['to'] ?? '']
    const list = await listSettlements(deps.db, {
      from: isDate(from) ? firstMoment(from, 'UTC') : undefined,
      before: isDate(to) ? firstMoment(daysLater(to, 1), 'UTC') : undefined,
      failed: chosen['failed'] === 'true',
      oldestFirst: !order.descending,
      after: cursorIn(visit),
      limit: pageSize,
    })
    return {
      title: words.places.settlements,
      body: (
        <>
          <Head title={words.places.settlements} line={words.settlement.lead}>
            <a class="button second" href="/console/settlements/ahead">
              {words.ahead.open}
            </a>
          </Head>
          <section class="sheet">
            <List
              visit={visit}
              name="settlements"
              filter={{ names: filterNames, fields: <Fields visit={visit} chosen={chosen} /> }}
              order={{ chosen: order, labels: { at: words.settlement.at } }}
              next={list.next}
              isEmpty={list.data.length === 0}
              none={<p class="quiet">{words.start.noSettlement}</p>}
            >
              <Rows<Settlement> items={list.data} columns={columnsOf(visit, order)} />
            </List>
          </section>
        </>
      ),
    }
  }),
]

function Fields({
  visit: { words },
  chosen,
}: {
  readonly visit: StaffVisit
  readonly chosen: Readonly<Record<string, string>>
}) {
  const text = words.lists
  return (
    <>
      <Field name="from" type="date" label={text.from} value={chosen['from']} />
      <Field name="to" type="date" label={text.to} value={chosen['to']} />
      <Select
        name="failed"
        label={text.failed}
        options={[
          ['', words.frame.any],
          ['true', text.yes],
        ]}
        chosen={chosen['failed']}
      />
    </>
  )
}

function columnsOf({ words, language }: StaffVisit, order: Ordering<'at'>): Column<Settlement>[] {
  const text = words.settlement
  return [
    {
      head: text.at,
      order: order.link('at'),
      cell: ({ id, at }) => (
        <a href={`/console/settlements/${id}`}>
          <time datetime={inUtc(at)}>{dayAndTime(inUtc(at), language)} UTC</time>
        </a>
      ),
    },
    { head: text.renewed, isNumber: true, cell: ({ renewed }) => renewed },
    { head: text.ended, isNumber: true, cell: ({ ended }) => ended },
    { head: text.failed, isNumber: true, cell: ({ failed }) => failed },
  ]
}
