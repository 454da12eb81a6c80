import { inUtc } from '../license/calendar.ts'
import { readers } from '../license/roles.ts'
import { listSetAside } from '../store/due.ts'
import { listSettlements } from '../store/settlement.ts'
import { dayAndTime } from '../web/day.ts'
import { Head } from './head.tsx'
import { Note } from './note.tsx'
import { page } from './visit.ts'

export const startPages = [
  page('GET', '/console', readers, async ({ deps, words, language }) => {
    const [last] = (await listSettlements(deps.db, { limit: 1 })).data
    const aside = (await listSetAside(deps.db, { limit: 20 })).data
    return {
      title: words.start.title,
      body: (
        <>
          <Head title={words.start.title} />
          {aside.length === 0 ? (
            <p class="quiet">{words.start.asideNone}</p>
          ) : (
            <Note kind="wrong">
              <h2>{words.start.aside}</h2>
              <p>{words.start.asideLead}</p>
              <ul>
                {aside.map(({ id, error }) => (
                  <li>
                    <code>{id}</code> {error}
                  </li>
                ))}
              </ul>
            </Note>
          )}
          <section class="sheet">
            <h2>{words.start.settlement}</h2>
            {last === undefined ? (
              <p class="quiet">{words.start.noSettlement}</p>
            ) : (
              <p>
                {dayAndTime(inUtc(last.at), language)} (UTC):{' '}
                {words.start.settled(last.renewed, last.ended)}
              </p>
            )}
          </section>
        </>
      ),
    }
  }),
]
