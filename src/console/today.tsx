import { dateAt, isDate } from '../license/calendar.ts'
import type { License, LicenseId } from '../license/license.ts'
import { currentTerm } from '../license/objection-day.ts'
import type { Instant } from '../license/license.ts'
import { admins } from '../license/roles.ts'
import { unhandledDeclarations } from '../store/declaration.ts'
import { failedDeliveries } from '../store/delivery.ts'
import type { FailingWebhook } from '../store/delivery.ts'
import { listSetAside } from '../store/due.ts'
import { listFlagged } from '../store/flagged.ts'
import { countWaitingLetters } from '../store/letter.ts'
import type { LetterState } from '../store/letter.ts'
import { licenseHolders } from '../store/license-holder.ts'
import { proposalsOfCustomers } from '../store/proposal.ts'
import { objectionsOnTheirWay, objectionsToReview } from '../store/waiting-objections.ts'
import type { WaitingObjection } from '../store/waiting-objections.ts'
import { daysFrom, longDay } from '../web/day.ts'
import { FlagMark } from '../web/mark.tsx'
import { Note } from '../web/note.tsx'
import { may } from './visit.ts'
import type { StaffVisit } from './visit.ts'
import { nameOf } from './webhook-state.tsx'

/** One thing that needs a person: what it is, about whom, and the next step. */
export interface Todo {
  readonly what: string
  /** Whose it is; null where it is about no license. */
  readonly license: LicenseId | null
  /** What is said beside it. */
  readonly detail: string
  readonly next: readonly [href: string, name: string]
  /** A day by which it is to be done; those come first. */
  readonly by?: string
}

/** How many of a kind are named; more are counted. */
const most = 20
const mostDeclarations = 200

/** All that needs a person today, what has a day first. */
export async function todosOf(visit: StaffVisit): Promise<readonly Todo[]> {
  const { deps, now } = visit
  const [letters, way, review, flagged, aside, untold, declared, asked] = await Promise.all([
    countWaitingLetters(deps.db),
    objectionsOnTheirWay(deps.db, now, most),
    objectionsToReview(deps.db, now, most),
    listFlagged(deps.db, now, most),
    listSetAside(deps.db, { limit: most }),
    may(visit, admins) ? failedDeliveries(deps.db) : [],
    unhandledDeclarations(deps.db, mostDeclarations),
    proposalsOfCustomers(deps.db, now, most),
  ])
  return [
    ...declarationsWaiting(visit, declared.length),
    ...[
      ...way.map((each) => onItsWay(visit, each)),
      ...asked.map((each) => askedFor(visit, each)),
    ].toSorted(byDay),
    ...review.map((each) => toReview(visit, each)),
    ...aside.data.map(({ id, error }) => ({
      what: visit.words.ledger.flags.aside,
      license: id,
      detail: error,
      next: [`/console/licenses/${id}`, visit.words.ledger.flags.asideNext] as const,
    })),
    ...untold.map((each) => untoldWebhook(visit, each)),
    ...lettersWaiting(visit, letters),
    ...flagged.map(({ license, use }) => ({
      what: visit.words.ledger.flags.flagged,
      license: license.id,
      detail: visit.words.ledger.flags.count(use.used, use.inquiries),
      next: [
        `/console/licenses/${license.id}#support`,
        visit.words.ledger.flags.flaggedNext,
      ] as const,
    })),
  ]
}

/** Letters that a person has to send, since no mail took them there. */
function lettersWaiting(
  { words }: StaffVisit,
  { toHand, failed }: Awaited<ReturnType<typeof countWaitingLetters>>,
): readonly Todo[] {
  const text = words.letters
  const todo = (state: LetterState, what: string): Todo => ({
    what,
    license: null,
    detail: text.lead,
    next: [`/console/letters?state=${state}`, text.todoNext],
  })
  return [
    ...(failed > 0 ? [todo('failed', text.todoFailed(failed))] : []),
    ...(toHand > 0 ? [todo('to_hand', text.todo(toHand))] : []),
  ]
}

/** What was declared on an open page has been received: days run. */
function declarationsWaiting({ words }: StaffVisit, count: number): readonly Todo[] {
  const text = words.declarations
  return count === 0
    ? []
    : [
        {
          what: text.todo(count),
          license: null,
          detail: text.todoDetail,
          next: ['/console/declarations', text.todoNext],
        },
      ]
}

function byDay(a: Todo, b: Todo): number {
  return (a.by ?? '9') < (b.by ?? '9') ? -1 : 1
}

function onItsWay(visit: StaffVisit, { license, objection }: WaitingObjection): Todo {
  const { words, language, now } = visit
  const text = words.ledger.flags
  const by = arriveBy(license, now)
  const left = by === null ? 0 : daysFrom(dateAt(now, license.timeZone), by)
  return {
    what: text.way[objection.side],
    license: license.id,
    detail:
      by === null || left < 0
        ? text.wayOpen
        : text.wayBy(longDay(by, language), words.license.daysLeft(left)),
    next: [`/console/licenses/${license.id}/receipt/${objection.side}`, text.wayNext],
    ...(by !== null && left >= 0 && isDate(by) && { by }),
  }
}

/** The day by which a letter must arrive to end the term that runs. */
function arriveBy(license: License, now: Instant): string | null {
  return currentTerm(license, now)?.lastObjectionDay ?? null
}

/** What a customer asks for lapses if nobody answers. */
function askedFor(
  { words, language, now }: StaffVisit,
  { id, license, lapsesAt, timeZone }: Awaited<ReturnType<typeof proposalsOfCustomers>>[number],
): Todo {
  const text = words.proposals
  const next = [`/console/licenses/${license}/proposals/${id}`, text.todoNext] as const
  if (lapsesAt === null) return { what: text.todo, license, detail: '', next }
  const by = dateAt(lapsesAt - 1, timeZone)
  const left = words.license.daysLeft(daysFrom(dateAt(now, timeZone), by))
  return { what: text.todo, license, detail: text.todoBy(longDay(by, language), left), next, by }
}

function toReview({ words }: StaffVisit, { license, objection }: WaitingObjection): Todo {
  const text = words.ledger.flags
  return {
    what: text.review,
    license: license.id,
    detail: '',
    next: [`/console/licenses/${license.id}/receipt/${objection.side}`, text.reviewNext],
  }
}

/** Who may not see webhooks is not asked to look at one. */
function untoldWebhook({ words }: StaffVisit, failing: FailingWebhook): Todo {
  const { webhook, givenUp } = failing
  const text = words.webhooks
  return {
    what: `${nameOf(failing)} ${givenUp > 0 ? text.todo : text.todoGone}`,
    license: null,
    detail: givenUp > 0 ? text.failedNote(givenUp) : '',
    next: [`/console/webhooks/${webhook}`, text.todoNext],
  }
}

/** What needs a person today, a line each; or that nothing does. */
export async function Today({
  visit,
  todos,
}: {
  readonly visit: StaffVisit
  readonly todos: readonly Todo[]
}) {
  const { deps, words } = visit
  if (todos.length === 0)
    return (
      <Note kind="full">
        <p>{words.start.asideNone}</p>
      </Note>
    )
  const holders = await licenseHolders(
    deps.db,
    todos.flatMap(({ license }) => license ?? []),
  )
  return (
    <section class="sheet">
      <h2>{words.ledger.flags.title}</h2>
      <ul class="todos">
        {todos.map(({ what, license, detail, next: [href, name] }) => {
          const holder = license === null ? undefined : holders.get(license)
          return (
            <li class="todo">
              <FlagMark />
              <div>
                {holder !== undefined && (
                  <a href={`/console/licenses/${holder.license}`}>{holder.name}</a>
                )}{' '}
                <span>{what}</span>
                {detail !== '' && <span class="quiet">{detail}</span>}
              </div>
              <a class="button second" href={href}>
                {name}
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
