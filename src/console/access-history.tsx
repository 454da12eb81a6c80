import { daysLater, firstMoment, inUtc, isDate } from '../license/calendar.ts'
import { admins } from '../license/roles.ts'
import { accessGroups } from '../store/access-event.ts'
import type { AccessEvent } from '../store/access-event.ts'
import { listAccess } from '../store/list-access.ts'
import { actorNames } from '../store/names.ts'
import { listPeople } from '../store/person.ts'
import { dayAndTime } from '../web/day.ts'
import { Field, Select } from '../web/form.tsx'
import { accessorName, accessSentence } from './access-told.ts'
import { Head } from './head.tsx'
import { filterIn, List } from './list.tsx'
import { orderingOf } from './order.ts'
import type { Ordering } from './order.ts'
import { cursorIn, pageSize } from './pager.tsx'
import { Rows } from './rows.tsx'
import type { Column } from './rows.tsx'
import { page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

const at = '/console/access/history'
const filterNames = ['group', 'who', 'from', 'to'] as const

/** So many people are offered to choose from. */
const mostPeople = 200

export const accessHistoryPages = [
  page('GET', at, admins, async (visit) => {
    const { deps, words } = visit
    const text = words.accessHistory
    const chosen = filterIn(visit, filterNames)
    const order = orderingOf(visit, ['when'], { by: 'when', descending: true })
    const list = await listAccess(deps.db, askedIn(visit, chosen, order))
    const ids = list.data.flatMap(({ actor, about }) => [actor, ...(about === null ? [] : [about])])
    const names = await actorNames(deps.db, [
      ...ids,
      ...(chosen.who === undefined ? [] : [chosen.who]),
    ])
    return {
      title: text.title,
      body: (
        <>
          <Head
            title={text.title}
            path={[['/console/access', words.places.access]]}
            line={text.lead}
          />
          <section class="sheet">
            <List
              visit={visit}
              name="access-events"
              filter={{
                names: filterNames,
                fields: (
                  <Fields visit={visit} chosen={chosen} who={await whoIn(visit, chosen, names)} />
                ),
              }}
              order={{ chosen: order, labels: { when: text.when } }}
              next={list.next}
              isEmpty={list.data.length === 0}
              none={<p class="quiet">{text.none}</p>}
            >
              <Rows<AccessEvent> items={list.data} columns={columnsOf(visit, order, names)} />
            </List>
          </section>
        </>
      ),
    }
  }),
]

type Chosen = Readonly<Partial<Record<(typeof filterNames)[number], string>>>

function askedIn(
  visit: StaffVisit,
  { group, who, from = '', to = '' }: Chosen,
  order: Ordering<'when'>,
) {
  return {
    group: accessGroups.find((each) => each === group),
    who,
    from: isDate(from) ? firstMoment(from, 'UTC') : undefined,
    before: isDate(to) ? firstMoment(daysLater(to, 1), 'UTC') : undefined,
    oldestFirst: !order.descending,
    after: cursorIn(visit),
    limit: pageSize,
  }
}

/** Everybody who can be asked for: people, those who have left too, and who is no person; whoever was asked for by a link as well. */
async function whoIn(
  visit: StaffVisit,
  { who }: Chosen,
  names: ReadonlyMap<string, string>,
): Promise<readonly (readonly [string, string])[]> {
  const { data } = await listPeople(visit.deps.db, { limit: mostPeople })
  const others = (['cli', 'system', 'stranger'] as const).map(
    (each) => [each, visit.words.accessHistory.actors[each]] as const,
  )
  const all = [...data.map(({ id, name }) => [id, name] as const), ...others]
  return who === undefined || all.some(([id]) => id === who)
    ? all
    : [[who, accessorName(visit, who, names)], ...all]
}

function Fields({
  visit: { words },
  chosen,
  who,
}: {
  readonly visit: StaffVisit
  readonly chosen: Chosen
  readonly who: readonly (readonly [string, string])[]
}) {
  const text = words.accessHistory
  const { any } = words.frame
  return (
    <>
      <Select
        name="group"
        label={text.kind}
        options={[['', any], ...accessGroups.map((group) => [group, text.kinds[group]] as const)]}
        chosen={chosen.group}
      />
      <Select name="who" label={text.who} options={[['', any], ...who]} chosen={chosen.who} />
      <Field name="from" type="date" label={words.lists.from} value={chosen.from} />
      <Field name="to" type="date" label={words.lists.to} value={chosen.to} />
    </>
  )
}

function columnsOf(
  visit: StaffVisit,
  order: Ordering<'when'>,
  names: ReadonlyMap<string, string>,
): Column<AccessEvent>[] {
  const { words, language } = visit
  const text = words.accessHistory
  return [
    {
      head: text.when,
      order: order.link('when'),
      cell: ({ at: when }) => (
        <time class="quiet small" datetime={inUtc(when)}>
          {dayAndTime(inUtc(when), language)} UTC
        </time>
      ),
    },
    { head: text.what, cell: (event) => accessSentence(visit, event, names) },
    {
      head: text.by,
      cell: ({ actor }) => (
        <span class="small nowrap">
          <a class="quiet" href={`${at}?who=${encodeURIComponent(actor)}`}>
            {accessorName(visit, actor, names)}
          </a>
        </span>
      ),
    },
  ]
}
