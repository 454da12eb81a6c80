import type { Actor } from './actor.ts'
import { unfit } from './problem.ts'
import type { Outcome } from './event.ts'
import type { Instant, License, WarningId } from './license.ts'

export type WarningForm = 'letter' | 'spoken'
export type LetterLanguage = 'de' | 'en'
/** How a letter gets there: the server mails it, or a person sends it. */
export type LetterDelivery = 'mail' | 'by_hand'

/** What was said or written, and how. */
export interface Request {
  /** When; null for just now. */
  readonly at: Instant | null
  readonly form: WarningForm
  /** How a letter gets there; by hand where nothing is said. */
  readonly delivery?: LetterDelivery | undefined
  readonly language: LetterLanguage
  /** To whom, in words. */
  readonly recipient: string | null
  readonly text: string
}

/** A formal request to stop using support out of scope, as it is on record. */
export interface Warning extends Omit<Request, 'at' | 'text' | 'delivery'> {
  readonly id: WarningId
  readonly at: Instant
  readonly delivery: LetterDelivery | 'spoken'
  /** Null once it is erased. */
  readonly text: string | null
  /** The opaque id of who gave it. */
  readonly agent: string
  readonly recordedAt: Instant
}

/**
 * Records a formal request to stop using support out of scope. It ends nothing.
 *
 * @throws Problem unfit for an instant to come, for what is spoken and mailed, and for a letter that is mailed now and was given before.
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
  if (request.delivery === 'mail') checkMailed(request)
  const delivery = form === 'letter' ? (request.delivery ?? 'by_hand') : 'spoken'
  const recordedAt = Math.max(now, license.recordedAt)
  return {
    license,
    events: [
      {
        type: 'warning.given',
        at,
        data: { warning: id, form, ...(delivery !== 'spoken' && { delivery }) },
        personal: { text, ...(recipient === null ? {} : { recipient }) },
      },
    ],
    warning: { ...request, id, at, delivery, agent: agent.id, recordedAt },
  }
}

function checkMailed({ form, at }: Request): void {
  if (form !== 'letter') throw unfit('/delivery', 'Only a letter is mailed.')
  if (at !== null) throw unfit('/at', 'A letter that is mailed is given now: leave its time out.')
}
