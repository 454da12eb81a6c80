import { inUtc } from '../license/calendar.ts'
import { readers } from '../license/roles.ts'
import { listSettlements } from '../store/settlement.ts'
import type { Settlement } from '../store/settlement.ts'
import { dayAndTime } from '../web/day.ts'
import { Head } from './head.tsx'
import { cursorIn, Pager, pageSize } from './pager.tsx'
import { Rows } from './rows.tsx'
import { page } from './visit.ts'

export const settlementPages = [
  page('GET', '/console/settlements', readers, async (visit) => {
    const { deps, words, language } = visit
    const text = words.settlement
    const list = await listSettlements(deps.db, { after: cursorIn(visit), limit: pageSize })
    return {
      title: words.places.settlements,
      body: (
        <>
          <Head title={words.places.settlements} line={text.lead} />
          <section class="sheet">
            {list.data.length === 0 ? (
              <p class="quiet">{words.start.noSettlement}</p>
            ) : (
              <Rows<Settlement>
                items={list.data}
                columns={[
                  {
                    head: text.at,
                    cell: ({ at }) => (
                      <time datetime={inUtc(at)}>{dayAndTime(inUtc(at), language)} UTC</time>
                    ),
                  },
                  { head: text.renewed, isNumber: true, cell: ({ renewed }) => renewed },
                  { head: text.ended, isNumber: true, cell: ({ ended }) => ended },
                  { head: text.failed, isNumber: true, cell: ({ failed }) => failed },
                ]}
              />
            )}
            <Pager visit={visit} next={list.next} />
          </section>
        </>
      ),
    }
  }),
]
