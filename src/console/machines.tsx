import { free } from '../license/activation.ts'
import { inUtc, inZone } from '../license/calendar.ts'
import type { Instant, License } from '../license/license.ts'
import { grantAt } from '../license/facts.ts'
import { Problem } from '../license/problem.ts'
import { admins, readers } from '../license/roles.ts'
import { findActivation, pageOfActivations } from '../store/activation.ts'
import type { LicenseActivation } from '../store/activation.ts'
import { freeActivation } from '../store/free-activation.ts'
import { readLicense } from '../store/read-license.ts'
import { dayAndTime } from '../web/day.ts'
import { actPages } from './act.tsx'
import type { Act } from './act.tsx'
import { Head } from './head.tsx'
import { pathToLicense } from './license-path.ts'
import { List } from './list.tsx'
import { orderingOf } from './order.ts'
import type { Ordering } from './order.ts'
import { cursorIn, pageSize } from './pager.tsx'
import { Rows } from './rows.tsx'
import { may, named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

/** Takes a seat back from a machine, for the customer. */
const freeing: Act<LicenseActivation, LicenseActivation> = {
  path: 'machines/:activation',
  who: admins,
  title: (words) => words.machines.free,
  know: async ({ deps, params }, license) => {
    const found = await findActivation(deps.db, params['activation'] ?? '')
    if (found === null || found.license !== license.id || found.freedAt !== null)
      throw new Problem('not-found')
    return found
  },
  pointers: [],
  read: (_, __, activation) => activation,
  run: (license, activation, now) => free(license, activation, now),
  keep: ({ deps, now, person }, _, activation) => freeActivation(deps.db, activation, person, now),
  told: ({ words }, _, { machine }) => {
    const text = words.machines
    return {
      when: text.becomesFree(machine ?? text.unnamed),
      means: [text.freeMeans],
      button: text.freeDo,
    }
  },
}

export const machinePages = [
  page('GET', '/console/licenses/:license/machines', readers, async (visit) => {
    const { deps, words, now } = visit
    const { license, seatsUsed } = await readLicense(deps.db, named(visit, 'license'), now)
    const order = orderingOf(visit, ['since'], { by: 'since', descending: false })
    const list = await pageOfActivations(deps.db, license.id, {
      newestFirst: order.descending,
      after: cursorIn(visit),
      limit: pageSize,
    })
    const { seats } = grantAt(license, now)
    const title = words.machines.title
    return {
      title,
      body: (
        <>
          <Head
            title={title}
            path={await pathToLicense(deps.db, license)}
            line={
              seats === null
                ? words.license.seatsAny(seatsUsed)
                : words.license.seatsOf(seatsUsed, seats)
            }
          />
          <section class="sheet">
            <List
              visit={visit}
              name="activations"
              within={{ license: license.id }}
              order={{ chosen: order, labels: { since: words.machines.since } }}
              next={list.next}
              isEmpty={list.data.length === 0}
              none={<p class="quiet">{words.machines.none}</p>}
            >
              <MachineRows visit={visit} license={license} machines={list.data} order={order} />
            </List>
          </section>
        </>
      ),
    }
  }),
  ...actPages(freeing),
]

function MachineRows({
  visit,
  license,
  machines,
  order,
}: {
  readonly visit: StaffVisit
  readonly license: License
  readonly machines: readonly LicenseActivation[]
  readonly order: Ordering<'since'>
}) {
  const { words, language } = visit
  const text = words.machines
  const time = (at: Instant) => (
    <time datetime={inUtc(at)}>{dayAndTime(inZone(at, license.timeZone), language)}</time>
  )
  return (
    <Rows<LicenseActivation>
      items={machines}
      columns={[
        { head: text.machine, cell: ({ machine }) => <strong>{machine ?? text.unnamed}</strong> },
        {
          head: text.since,
          order: order.link('since'),
          cell: ({ createdAt }) => time(createdAt),
        },
        { head: text.seen, cell: ({ lastSeenAt }) => time(lastSeenAt) },
        ...(may(visit, admins)
          ? [
              {
                head: text.free,
                isQuiet: true as const,
                cell: ({ id, machine }: LicenseActivation) => (
                  <a
                    href={`/console/licenses/${license.id}/machines/${id}`}
                    aria-label={`${text.free}: ${machine ?? text.unnamed}`}
                  >
                    {text.free}
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
