import type { Instant } from '../license/license.ts'
import type { Recipient } from '../store/letter.ts'
import type { Logo } from '../store/vendor.ts'

/** A mail to be sent. */
export interface Mail {
  /** The same whenever this letter is sent again by itself, so that a second copy can be told. */
  readonly messageId: string
  readonly to: readonly Recipient[]
  readonly replyTo: string | null
  /** Whom it is from, by name; empty for who runs the server. */
  readonly fromName: string
  readonly subject: string
  readonly plain: string
  readonly html: string
  readonly logo: Logo | null
  readonly writtenAt: Instant
}

/** What a mail server answers. */
export type Mailed =
  | {
      readonly isTaken: true
      readonly status: number | null
      readonly answer: string
      /** Addresses that it refused while it took others. */
      readonly refused: readonly string[]
    }
  | {
      readonly isTaken: false
      readonly status: number | null
      readonly answer: string
      /** Whether asking again is of no use. */
      readonly isFinal: boolean
    }

/** Hands a mail over; whatever goes wrong is an answer. */
export type SendMail = (mail: Mail) => Promise<Mailed>
