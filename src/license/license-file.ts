import { activate } from './activation.ts'
import type { Machine, Seated } from './activation.ts'
import { inUtc } from './calendar.ts'
import { goodUntil } from './good-until.ts'
import type { Activation, Instant, License, Lifetime } from './license.ts'

/** The longest that a license file is good. */
const fileLifetime: Lifetime = 'P1Y'

/** A machine's seat, and until when the file that is made for it is good; null where it gets none. */
export interface Filed extends Seated {
  readonly goodUntil: Instant | null
}

/**
 * Gives a machine that is never online its seat, and holds it for as long as its license file is good: to the end of the running term,
 * with the leeway of a license that is going to renew then, and at most a year. Whoever gets no full token gets no file.
 */
export function issueFile(
  license: License,
  known: readonly Activation[],
  machine: Machine,
  now: Instant,
): Filed {
  const seated = activate(license, known, machine, now)
  const { decision, activation } = seated
  if (decision.mode !== 'full' || activation === null) return { ...seated, goodUntil: null }
  const until = goodUntil(seated.license, decision, fileLifetime)
  if (until === null) throw new TypeError('what is full is so until some day')
  // A file that was made before is good on as well.
  const held = { ...activation, heldUntil: Math.max(until, activation.heldUntil ?? 0) }
  const others = (seated.activations ?? []).filter(({ id }) => id !== held.id)
  const at = Math.max(now, seated.license.recordedAt)
  return {
    ...seated,
    events: [
      ...seated.events,
      { type: 'file.issued', at, data: { activation: held.id, good_until: inUtc(until) } },
    ],
    activations: [...others, held],
    activation: held,
    goodUntil: until,
  }
}
