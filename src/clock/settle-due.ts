import type { Follow, Note } from '../deps.ts'
import { daysLater } from '../license/calendar.ts'
import type { LicenseEvent } from '../license/event.ts'
import type { Instant, LicenseId } from '../license/license.ts'
import { settle } from '../license/settle.ts'
import { system } from '../license/actor.ts'
import { inTransaction } from '../store/database.ts'
import type { Database } from '../store/database.ts'
import { peekDue, setAside, takeDue } from '../store/due.ts'
import type { KeptLicense } from '../store/load-licenses.ts'
import { saveLicenses } from '../store/save-licenses.ts'
import type { Change } from '../store/save-licenses.ts'
import { asPart } from '../store/savepoint.ts'
import type { Transition } from '../store/tables.ts'
import { unfollowed } from './unfollowed.ts'

/** What a settlement made true, or would make. */
export interface Settled {
  readonly renewed: number
  readonly ended: number
  /** Licenses that were set aside. */
  readonly failed: number
  /** The first thousand turns and ends. */
  readonly transitions: readonly Transition[]
  /** Why licenses were set aside: the first hundred. */
  readonly failures: readonly { readonly license: LicenseId; readonly error: string }[]
}

const batchSize = 500
const mostLanes = 3
const mostTermsAtOnce = 1000
const mostTransitions = 1000
const mostFailures = 100
const soonestRetryMs = 15 * 60_000
const latestRetryMs = 24 * 60 * 60_000

/**
 * Records what the clock has made true of every license that is due, batch by batch, each in a transaction of its own. Replicas
 * may run it together: a license that one holds is left to it. One that fails is set aside, is tried again ever less often, and the
 * rest goes on.
 *
 * @param retryFrom what is set aside is left alone until then; default now.
 */
export async function settleDue(
  db: Database,
  now: Instant,
  retryFrom: Instant = now,
  follow: Follow = unfollowed,
): Promise<Settled> {
  const batch = () =>
    follow('work', 'settle batch', (note) => settleBatch(db, now, retryFrom, note))
  const first = await batch()
  if (first === null) return nothing
  // Where much is due, the law judges one batch while the database works on another; within a transaction there is one way only.
  const lanes = first.taken === batchSize && !db.isTransaction ? mostLanes : 1
  const rest = await Promise.allSettled(Array.from({ length: lanes }, () => settleLane(batch)))
  return rest.map(valueOf).reduce(sum, first.settled)
}

async function settleLane(next: () => Promise<Batch | null>): Promise<Settled> {
  let total = nothing
  for (;;) {
    const batch = await next()
    if (batch === null) return total
    total = sum(total, batch.settled)
  }
}

/** @throws whatever ended the lane: the others have come to their ends by then. */
function valueOf(lane: PromiseSettledResult<Settled>): Settled {
  if (lane.status === 'rejected') throw lane.reason
  return lane.value
}

/** What {@link settleDue} would record by an instant, without recording it. */
export async function foreseeDue(db: Database, asOf: Instant): Promise<Settled> {
  let total = nothing
  let after: string | undefined
  for (;;) {
    const page = await peekDue(db, asOf, { after, limit: batchSize })
    for (const kept of page.data) total = sum(total, report(kept, judge(kept, asOf, Infinity)))
    if (page.next === null) return total
    after = page.next
  }
}

const nothing: Settled = { renewed: 0, ended: 0, failed: 0, transitions: [], failures: [] }

interface Batch {
  readonly taken: number
  readonly settled: Settled
}

/** Null once nothing is due any more. */
async function settleBatch(
  db: Database,
  now: Instant,
  retryFrom: Instant,
  note: Note,
): Promise<Batch | null> {
  return inTransaction(db, async (trx) => {
    const due = await takeDue(trx, now, batchSize)
    if (due.length === 0) return null
    const judged = due.map((kept) => ({ kept, judgement: judge(kept, now, mostTermsAtOnce) }))
    const done = await keep(trx, judged, now)
    for (const { kept, judgement } of done)
      if ('error' in judgement)
        await setAside(
          trx,
          kept.license.id,
          judgement.error,
          Math.max(retryFrom, retryAt(kept, now)),
        )
    const reports = done.map(({ kept, judgement }) => report(kept, judgement))
    const settled = reports.reduce(sum, nothing)
    const { renewed, ended, failed } = settled
    note({
      'auszug.taken': due.length,
      'auszug.renewed': renewed,
      'auszug.ended': ended,
      'auszug.failed': failed,
    })
    return { taken: due.length, settled }
  })
}

type Judgement = { readonly change: Change } | { readonly error: string }

interface Judged {
  readonly kept: KeptLicense
  readonly judgement: Judgement
}

function judge(kept: KeptLicense, now: Instant, mostTerms: number): Judgement {
  try {
    const { license, events } = settle(kept.license, now, mostTerms)
    return {
      change: {
        before: kept,
        after: license,
        events: events.map((event) => ({ actor: system.id, event })),
      },
    }
  } catch (error) {
    return { error: messageOf(error) }
  }
}

/** Keeps what was judged: all at once, or by halves where one of them cannot be kept, until it stands alone. */
async function keep(
  trx: Database,
  judged: readonly Judged[],
  now: Instant,
): Promise<readonly Judged[]> {
  try {
    await asPart(trx, () => saveLicenses(trx, judged.flatMap(changeIn), now))
    return judged
  } catch (error) {
    if (judged.length < 2)
      return judged.map(({ kept }) => ({ kept, judgement: { error: messageOf(error) } }))
    const half = Math.ceil(judged.length / 2)
    const done = await keep(trx, judged.slice(0, half), now)
    return [...done, ...(await keep(trx, judged.slice(half), now))]
  }
}

function changeIn({ judgement }: Judged): readonly Change[] {
  return 'change' in judgement ? [judgement.change] : []
}

/** After as long again as it has been due, so that it is asked after less and less. */
function retryAt({ settlesAt }: KeptLicense, now: Instant): Instant {
  const overdue = now - (settlesAt ?? now)
  return now + Math.min(Math.max(overdue, soonestRetryMs), latestRetryMs)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function report({ license }: KeptLicense, judgement: Judgement): Settled {
  if ('error' in judgement)
    return { ...nothing, failed: 1, failures: [{ license: license.id, error: judgement.error }] }
  const transitions = judgement.change.events.flatMap(({ event }) =>
    transitionOf(license.id, event),
  )
  return {
    ...nothing,
    renewed: transitions.filter(({ kind }) => kind === 'renewed').length,
    ended: transitions.filter(({ kind }) => kind === 'ended').length,
    transitions,
  }
}

/** Both bear the last day of the term that turned. */
function transitionOf(license: LicenseId, event: LicenseEvent): Transition[] {
  if (event.type === 'license.renewed')
    return [{ license, kind: 'renewed', on: daysLater(event.data.starts_on, -1) }]
  return event.type === 'license.downgraded' ? [{ license, kind: 'ended', on: event.data.on }] : []
}

function sum(a: Settled, b: Settled): Settled {
  return {
    renewed: a.renewed + b.renewed,
    ended: a.ended + b.ended,
    failed: a.failed + b.failed,
    transitions:
      a.transitions.length >= mostTransitions
        ? a.transitions
        : [...a.transitions, ...b.transitions].slice(0, mostTransitions),
    failures:
      a.failures.length >= mostFailures
        ? a.failures
        : [...a.failures, ...b.failures].slice(0, mostFailures),
  }
}
