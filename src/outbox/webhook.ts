import type { Instant } from '../license/license.ts'
import type { EventRecord } from '../store/append-events.ts'
import type { Database } from '../store/database.ts'
import { eventsById } from '../store/event.ts'
import { loadLicenses } from '../store/load-licenses.ts'
import type { KeptLicense } from '../store/load-licenses.ts'
import type { Entry } from '../store/outbox.ts'
import type { WebhookId } from '../store/outbox-tables.ts'
import { asOfNow } from '../store/read-license.ts'
import type { LicenseNow } from '../store/read-license.ts'
import { addressOf, disableGone } from '../store/webhook.ts'
import type { Attempt, Carrier } from './deliver.ts'
import { NoAnswer } from './send-webhook.ts'
import type { Answer, SendWebhook } from './send-webhook.ts'
import { signed } from './signature.ts'

/** What a webhook's carrier works with. */
export interface WebhookRoom {
  readonly db: Database
  /** What secrets are sealed with. */
  readonly kek: Uint8Array
  readonly send: SendWebhook
  /** The machine's own clock, also in a sandbox: receivers compare stamps with theirs. */
  readonly stamp: () => Instant
  readonly write: WriteMessage
}

/** What a message tells of: an event and the license as it stands, or that somebody tries the webhook. */
export type Told =
  | { readonly event: EventRecord; readonly license: LicenseNow }
  | { readonly tries: WebhookId; readonly at: Instant }

/** A message's body, in the words of the API. */
export type WriteMessage = (told: Told, now: Instant) => string

/** Takes messages to webhooks. */
export function webhookCarrier(room: WebhookRoom): Carrier {
  return {
    carries: isWebhook,
    send: async (entries, now) => {
      const { target } = entries[0] ?? { target: '' }
      const address = await addressOf(room.db, room.kek, target, now)
      if (address === null) return entries.map(() => failed('removed', now, true))
      const bodies = await bodiesOf(room, entries, now)
      const attempts = await Promise.all(
        entries.map((entry, n) => post(room, entry, bodies[n] ?? null, address, now)),
      )
      if (isWebhook(target) && attempts.some(({ status }) => status === gone))
        await disableGone(room.db, target, now)
      return attempts
    },
  }
}

const gone = 410

function isWebhook(target: string): target is WebhookId {
  return target.startsWith('whk_')
}

/** What each says: what it said before, or what there is to say now. Null for one that cannot be written. */
async function bodiesOf(
  { db, write }: WebhookRoom,
  entries: readonly Entry[],
  now: Instant,
): Promise<readonly (string | null)[]> {
  const unwritten = entries.filter(({ body }) => body === null)
  const events = await eventsById(
    db,
    unwritten.flatMap(({ event }) => event ?? []),
  )
  const licenses = await loadLicenses(db, [...new Set(events.map(({ license }) => license))])
  const eventOf = new Map(events.map((event) => [event.id, event]))
  const licenseOf = new Map(licenses.map((kept) => [kept.license.id, kept]))
  return entries.map(({ body, event: id, target, recordedAt }) => {
    if (body !== null) return body
    if (id === null) return isWebhook(target) ? write({ tries: target, at: recordedAt }, now) : null
    const event = eventOf.get(id)
    const kept = event && licenseOf.get(event.license)
    return event && kept ? written({ event, kept }, write, now) : null
  })
}

/** One that cannot be read holds up nothing but its own license. */
function written(
  { event, kept }: { readonly event: EventRecord; readonly kept: KeptLicense },
  write: WriteMessage,
  now: Instant,
): string | null {
  try {
    return write({ event, license: asOfNow(kept, now) }, now)
  } catch {
    return null
  }
}

async function post(
  { send, stamp }: WebhookRoom,
  { message }: Entry,
  body: string | null,
  { url, secrets }: { readonly url: string; readonly secrets: readonly string[] },
  at: Instant,
): Promise<Attempt> {
  if (body === null) return failed('unwritten', at)
  const headers = {
    ...signed(message, body, secrets, stamp()),
    'content-type': 'application/json',
    'user-agent': 'Auszug',
  }
  const started = performance.now()
  const took = () => Math.round(performance.now() - started)
  try {
    const answer = await send({ url: new URL(url), headers, body })
    return { ...judged(answer, stamp()), at, ms: took(), body }
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    return { ...failed(error.code, at), ms: took(), body }
  }
}

/** Only 2xx is a yes; a redirect is none, since nobody follows it. */
function judged({ status, retryAfter, beginning: answer }: Answer, now: Instant) {
  if (status >= 200 && status < 300) return { status, error: null, answer }
  if (status === gone) return { status, error: 'gone', answer, isFinal: true }
  const error = status >= 300 && status < 400 ? 'redirect' : 'status'
  return { status, error, answer, wishMs: wishIn(retryAfter, now) }
}

/** Seconds, or a day and time (RFC 9110, section 10.2.3). */
function wishIn(retryAfter: string | null, now: Instant): number | null {
  if (retryAfter === null) return null
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter) * 1000
  const at = Date.parse(retryAfter)
  return Number.isNaN(at) ? null : Math.max(at - now, 0)
}

function failed(error: string, at: Instant, isFinal = false): Attempt {
  return { at, ms: 0, status: null, error, answer: null, body: null, isFinal }
}
