import { z } from 'zod'
import { eventTypes } from '../license/event.ts'
import type { EventType } from '../license/event.ts'
import { inUtc } from '../license/calendar.ts'
import type { Instant } from '../license/license.ts'
import type { EventRecord } from '../store/append-events.ts'
import { trialType } from '../store/delivery.ts'
import type { WebhookId } from '../store/outbox-tables.ts'
import type { LicenseNow } from '../store/read-license.ts'
import { eventAnswer, licenseAnswer } from './answers.ts'
import { eventData } from './event-data.ts'
import { licenseOnWire } from './wire.ts'

// What webhooks are told: the shape of a message, as it is written and as it is documented.

const instant = z.string().meta({ format: 'date-time' })
const sandbox = z
  .literal(true)
  .optional()
  .meta({ description: 'Only from a sandbox, whose clock is moved by hand.' })

/** Names and texts do not travel: they stand in the feed, where they can be erased. */
const toldEvent = eventAnswer.omit({ quiet: true, personal: true })

const trialMessage = z
  .object({
    type: z.literal(trialType),
    timestamp: instant,
    data: z.object({ webhook: z.string(), sandbox }),
  })
  .meta({ id: 'WebhookTestMessage' })

/** The schema of the message that tells of each type of event, and of the one by which a webhook is tried. */
export function messageSchemas(): Readonly<Record<string, z.ZodObject>> {
  const told = Object.keys(eventTypes)
    .filter(isEventType)
    .map((type) => [type, schemaOf(type)])
  return { ...Object.fromEntries(told), [trialType]: trialMessage }
}

function schemaOf(type: EventType) {
  const event = toldEvent.extend({ type: z.literal(type), data: eventData[type] })
  return z
    .object({
      type: z.literal(type),
      timestamp: instant.meta({ description: 'When it became true.' }),
      data: z.object({ event, license: licenseAnswer, sandbox }),
    })
    .meta({ id: `${nameOf(type)}Message` })
}

function isEventType(type: string): type is EventType {
  return Object.hasOwn(eventTypes, type)
}

/** `license.called_off` is `LicenseCalledOff`. */
function nameOf(type: string): string {
  return type
    .split(/[._]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

/** What a message tells of: an event and the license as it stands, or that somebody tries the webhook. */
type Told =
  | { readonly event: EventRecord; readonly license: LicenseNow }
  | { readonly tries: WebhookId; readonly at: Instant }

/** Writes a message's body. Its license is as it stood when the message was written: `decision.at` says when that was. */
export function messageWriter(isSandbox: boolean): (told: Told, now: Instant) => string {
  const mark = isSandbox ? { sandbox: true } : {}
  return (told, now) => {
    if ('tries' in told) {
      const data = { webhook: told.tries, ...mark }
      return JSON.stringify({ type: trialType, timestamp: inUtc(told.at), data })
    }
    const { event, license } = told
    const data = {
      event: eventInMessage(event),
      license: licenseOnWire(license.license, now, license.seatsUsed),
      ...mark,
    }
    return JSON.stringify({ type: event.type, timestamp: inUtc(event.occurredAt), data })
  }
}

/** As it was hashed. */
function eventInMessage(event: EventRecord) {
  return {
    id: event.id,
    license: event.license,
    type: event.type,
    occurred_at: new Date(event.occurredAt).toISOString(),
    recorded_at: new Date(event.recordedAt).toISOString(),
    actor: event.actor,
    data: event.data,
    previous_hash: event.previousHash,
    hash: event.hash,
  }
}
