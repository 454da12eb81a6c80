import type { Instant } from '../license/license.ts'
import type { Database } from '../store/database.ts'
import { dueTargets, markSent, takeEntries } from '../store/outbox.ts'
import type { Entry, Sent } from '../store/outbox.ts'
import type { Target } from '../store/outbox-tables.ts'
import { nextTry } from './retry.ts'

/** What a carrier says of an attempt. */
export interface Attempt extends Omit<Sent, 'position' | 'dueAt'> {
  /** Whether a failure is the last one, since trying again would change nothing; default no. */
  readonly isFinal?: boolean
  /** How long the receiver asked to be left alone; default not at all. */
  readonly wishMs?: number | null
}

/**
 * Takes messages to one kind of target, outside any transaction. What it throws fails the whole batch, which is lent out until its
 * lease is over: for a message that cannot be delivered it answers with an attempt instead.
 */
export interface Carrier {
  readonly carries: (target: Target) => boolean
  /** Sends these, each of another license, at once or one by one; an attempt for each, in their order. */
  readonly send: (entries: readonly Entry[], now: Instant) => Promise<readonly Attempt[]>
}

/** What a delivery has done. */
export interface Delivered {
  readonly delivered: number
  /** Attempts that failed and are made again. */
  readonly failed: number
  /** Messages that are not tried any more. */
  readonly givenUp: number
}

export interface Post {
  readonly db: Database
  /** The house's clock. */
  readonly now: () => Instant | Promise<Instant>
  readonly carriers: readonly Carrier[]
  /** From 0 to 1: draws out the pauses. */
  readonly dice: () => number
}

/** How many are sent at once to a target that takes them: one at first, so that one that is down is asked but once. */
const batchSizes = [1, 2, 4, 8] as const
const largestBatch = 10
/** No target is served for longer at a stretch. */
const longestMs = 50_000

/**
 * Sends what is due to whom it is for: each target by itself, so that one that is slow or down holds up no other. Any number of
 * replicas may do it at once: what one has taken, the others leave alone. Each message is delivered at least once.
 */
export async function deliverDue(post: Post): Promise<Delivered> {
  const targets = await dueTargets(post.db, await post.now())
  const done = await Promise.allSettled(targets.map((target) => deliverTo(post, target)))
  return done.map(valueOf).reduce(sum, nothing)
}

/** @throws whatever stopped the delivery to a target: the others are done by then. */
function valueOf(done: PromiseSettledResult<Delivered>): Delivered {
  if (done.status === 'rejected') throw done.reason
  return done.value
}

/** Sends what is due for one target, until nothing is, or nobody takes it. */
export async function deliverTo(post: Post, target: Target): Promise<Delivered> {
  const carrier = post.carriers.find(({ carries }) => carries(target))
  if (carrier === undefined) return nothing
  const until = performance.now() + longestMs
  let total = nothing
  for (let round = 0; performance.now() < until; round++) {
    const now = await post.now()
    const entries = await takeEntries(post.db, target, now, batchSizes[round] ?? largestBatch)
    if (entries.length === 0) break
    const attempts = await carrier.send(entries, now)
    const sent = entries.map((entry, n) => sentBy(entry, attempts[n], now, post.dice()))
    await markSent(post.db, sent)
    total = sum(total, countedIn(sent))
    if (sent.every(({ error }) => error !== null)) break
  }
  return total
}

const nothing: Delivered = { delivered: 0, failed: 0, givenUp: 0 }

function sentBy(entry: Entry, attempt: Attempt | undefined, now: Instant, dice: number): Sent {
  if (attempt === undefined) throw new TypeError('each entry has its attempt')
  const { isFinal = false, wishMs = null, ...made } = attempt
  const goesOn = made.error !== null && !isFinal
  const dueAt = goesOn ? nextTry(entry.tries + 1, now, wishMs, dice) : null
  return { ...made, position: entry.position, dueAt }
}

function countedIn(sent: readonly Sent[]): Delivered {
  const delivered = sent.filter(({ error }) => error === null).length
  const failed = sent.filter(({ dueAt }) => dueAt !== null).length
  return { delivered, failed, givenUp: sent.length - delivered - failed }
}

function sum(a: Delivered, b: Delivered): Delivered {
  return {
    delivered: a.delivered + b.delivered,
    failed: a.failed + b.failed,
    givenUp: a.givenUp + b.givenUp,
  }
}
