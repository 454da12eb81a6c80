import { inUtc } from '../license/calendar.ts'
import { Problem } from '../license/problem.ts'
import { readers } from '../license/roles.ts'
import type { Database } from '../store/database.ts'
import { loadLicenses } from '../store/load-licenses.ts'
import { customerNames } from '../store/names.ts'
import { findSettlement } from '../store/settlement.ts'
import type { Transition } from '../store/tables.ts'
import { dayAndTime, longDay } from '../web/day.ts'
import { State } from '../web/mark.tsx'
import { Head } from './head.tsx'
import { planNames } from '../store/plan-name.ts'
import { Rows } from './rows.tsx'
import type { Column } from './rows.tsx'
import { named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

/** So many are shown with whose they are. */
const mostShown = 200

/** One run of the job, with each license that it renewed or ended. */
export const settlementPage = page(
  'GET',
  '/console/settlements/:settlement',
  readers,
  async (visit) => {
    const { deps, words, language } = visit
    const settlement = await findSettlement(deps.db, named(visit, 'settlement'))
    if (settlement === null) throw new Problem('not-found')
    const { at, renewed, ended, failed, transitions } = settlement
    const text = words.settlement
    const shown = transitions.slice(0, mostShown)
    const title = `${dayAndTime(inUtc(at), language)} UTC`
    return {
      title,
      body: (
        <>
          <Head
            title={title}
            path={[['/console/settlements', words.places.settlements]]}
            line={words.ahead.settled(renewed, ended, failed)}
          />
          <section class="sheet">
            {shown.length === 0 ? (
              <p class="quiet">{words.ahead.noTransition}</p>
            ) : (
              <Rows<Transition>
                items={shown}
                columns={columnsOf(visit, await knownAbout(deps.db, shown))}
              />
            )}
            {renewed + ended > shown.length && shown.length > 0 && (
              <p class="quiet">{words.ahead.first(shown.length)}</p>
            )}
            {failed > 0 && (
              <p>
                {text.failed}: {failed}. <a href="/console">{words.ahead.toAside}</a>
              </p>
            )}
          </section>
        </>
      ),
    }
  },
)

interface Known {
  readonly customers: ReadonlyMap<string, readonly [customer: string, plan: string]>
}

async function knownAbout(db: Database, transitions: readonly Transition[]): Promise<Known> {
  const ids = [...new Set(transitions.map(({ license }) => license))]
  const licenses = (await loadLicenses(db, ids)).map(({ license }) => license)
  const plans = await planNames(db, licenses)
  const names = await customerNames(
    db,
    licenses.map(({ customer }) => customer),
  )
  return {
    customers: new Map(
      licenses.map(({ id, customer, plan }) => [
        id,
        [names.get(customer) ?? customer, plans.get(plan) ?? ''],
      ]),
    ),
  }
}

function columnsOf({ words, language }: StaffVisit, { customers }: Known): Column<Transition>[] {
  return [
    {
      head: words.license.license,
      cell: ({ license }) => (
        <a href={`/console/licenses/${license}`}>{customers.get(license)?.[0] ?? license}</a>
      ),
    },
    { head: words.license.plan, cell: ({ license }) => customers.get(license)?.[1] ?? '' },
    {
      head: words.people.state,
      cell: ({ kind }) => (
        <State worth={kind === 'renewed' ? 'full' : 'export-only'} word={words.ahead.kinds[kind]} />
      ),
    },
    { head: words.license.until, cell: ({ on }) => longDay(on, language) },
  ]
}
