import type { listFile } from './api/list-file.ts'
import type { Meter } from './api/meter.ts'
import type { AddressLimit } from './api/rate-limit.ts'
import type { Moved } from './clock/sandbox-clock.ts'
import type { Beat } from './clock/tick.ts'
import type { Settled } from './clock/settle-due.ts'
import type { Provider } from './console/provider.ts'
import type { Instant } from './license/license.ts'
import type { Carrier } from './outbox/deliver.ts'
import type { Reach } from './outbox/reach.ts'
import type { LetterWork } from './outbox/letter-work.ts'
import type { Database } from './store/database.ts'
import type { EvidenceSigner } from './store/evidence-key.ts'
import type { Signers } from './store/signers.ts'

/** What a door hands to the rooms: all that differs between Node, Workers, the command line and a test. */
export interface Deps {
  readonly db: Database
  /** The clock, read once a request or tick; a sandbox's stands still in the database. */
  readonly now: () => Instant | Promise<Instant>
  /** Under which private keys and copies of license keys rest. */
  readonly kek: Uint8Array
  readonly signers: Signers
  /** What dossiers, receipts and checkpoints are signed with. */
  readonly evidence: EvidenceSigner
  /** The server's name: fixed at its first start. */
  readonly issuer: string
  /** Where it is reached now, without a slash at the end. */
  readonly publicUrl: string
  readonly sandbox: boolean
  /** What the API asks of the clock. */
  readonly clock: ClockWork
  /** Who takes out of the house what waits in the outbox: a carrier each for webhooks and letters, where the door has one. */
  readonly carriers: readonly Carrier[]
  /** What is asked of the letters beside sending them. */
  readonly letters: LetterWork
  /** Where staff sign in by OpenID Connect; null where they do so by password alone. */
  readonly provider: Provider | null
  /** A list of the API, whole: its room stands beside the console's, so the door hands it over. */
  readonly listFile: typeof listFile
  /** What webhooks may reach. */
  readonly reach: Reach
  readonly failures: AddressLimit
  readonly trials: AddressLimit
  /** Files that are sent by somebody who is not signed in. */
  readonly uploads: AddressLimit
  /** The address a request came from, as far as the door's proxies can be trusted. */
  readonly addressOf: (request: Request, env: unknown) => string
  /** Sends a mail that is about no event, on a door that can; without it such mails wait in the database. */
  readonly sendMail?: SendMail
  /** Writes an entry to wherever the door sends its log. */
  readonly log: (entry: LogEntry) => void
  /** Follows work in traces, on a door that sends them somewhere. */
  readonly follow: Follow
  /** Counts for `/metrics`, on a door whose process lives long enough to have something counted. */
  readonly meter?: Meter
}

/** A mail as a door sends it. */
export interface Mail {
  /** The same at every attempt. */
  readonly id: string
  readonly to: string
  readonly subject: string
  /** Plain text. */
  readonly text: string
}

export type SendMail = (mail: Mail) => Promise<void>

/** The clock's room stands below the API's, so the door hands its work over. */
export interface ClockWork {
  readonly settle: (db: Database, now: Instant) => Promise<Beat>
  readonly foresee: (db: Database, asOf: Instant) => Promise<Settled>
  readonly moveSandbox: (db: Database, to: Instant) => Promise<Moved>
}

/** What is logged: names and numbers, never a key, a token, a phone number, a body or an address of a person. */
export type LogEntry = Readonly<Record<string, string | number | boolean | null>> & {
  readonly event: string
}

/**
 * Does a piece of work and tells of it: what it was called, how long it took, and what is noted on the way. What happens within it
 * belongs to it.
 */
export type Follow = <T>(
  kind: 'request' | 'work',
  name: string,
  work: (note: Note) => Promise<T>,
) => Promise<T>

/** Names and numbers, as in the log. */
export type Note = (attributes: Readonly<Record<string, string | number>>) => void
