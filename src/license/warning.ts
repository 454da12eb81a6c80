import type { Actor } from './actor.ts'
import { unfit } from './problem.ts'
import type { Outcome } from './event.ts'
import type { Instant, License, WarningId } from './license.ts'

export type WarningForm = 'letter' | 'spoken'
export type LetterLanguage = 'de' | 'en'

/** What was said or written, and how. */
export interface Request {
  /** When; null for just now. */
  readonly at: Instant | null
  readonly form: WarningForm
  readonly language: LetterLanguage
  /** To whom, in words. */
  readonly recipient: string | null
  readonly text: string
}

/** A formal request to stop using support out of scope, as it is on record. */
export interface Warning extends Omit<Request, 'at' | 'text'> {
  readonly id: WarningId
  readonly at: Instant
  /** How it gets there: a letter is sent by hand. */
  readonly delivery: 'by_hand' | 'spoken'
  /** Null once it is erased. */
  readonly text: string | null
  /** The opaque id of who gave it. */
  readonly agent: string
  readonly recordedAt: Instant
}

/**
 * Records a formal request to stop using support out of scope. It ends nothing.
 *
 * @throws Problem unfit for an instant to come.
 */
export function warn(
  license: License,
  id: WarningId,
  request: Request,
  agent: Actor,
  now: Instant,
): Outcome & { readonly warning: Warning } {
  const at = request.at ?? now
  if (at > now) throw unfit('/at', 'A warning lies in the past.')
  const { form, recipient, text } = request
  const delivery = form === 'letter' ? 'by_hand' : 'spoken'
  const recordedAt = Math.max(now, license.recordedAt)
  return {
    license,
    events: [
      {
        type: 'warning.given',
        at,
        data: { warning: id, form },
        personal: { text, ...(recipient === null ? {} : { recipient }) },
      },
    ],
    warning: { ...request, id, at, delivery, agent: agent.id, recordedAt },
  }
}
