import { dateAt, inZone } from '../license/calendar.ts'
import { shortDay, writtenDate } from './dates.ts'
import type { Stage } from './stage.ts'

interface HistoryEvent {
  readonly type: string
  readonly occurred_at: string
  readonly data: Readonly<Record<string, unknown>>
  readonly hash: string
}

/** Tells a license's history: when, what, and the beginning of each event's hash. */
export async function history(stage: Stage, license: string): Promise<void> {
  const { body } = await stage.call('GET', `/v1/licenses/${license}/events?limit=200`)
  for (const { type, occurred_at, data, hash } of eventsIn(body)) {
    const day = writtenDate(dateAt(Date.parse(occurred_at), stage.timeZone))
    const sentence = sentences[type]?.(data, stage.timeZone) ?? type
    stage.row({ at: occurred_at, type, day, sentence, hash })
  }
}

type Sentence = (data: Readonly<Record<string, unknown>>, timeZone: string) => string

const sentences: Readonly<Record<string, Sentence>> = {
  'license.issued': ({ starts_on, ends_on }) =>
    `License issued, ${writtenDate(String(starts_on))} to ${writtenDate(String(ends_on))}`,
  'key.issued': () => 'Key issued',
  'license.started': () => 'The license begins',
  'activation.created': () => 'A machine takes a seat',
  'renewal.reminder': ({ days }) =>
    days === 1 ? 'Reminder: one day to object' : `Reminder: ${String(days)} days to object`,
  'inquiry.logged': ({ topic, minutes, entitled }) =>
    `Call, ${topics[String(topic)] ?? String(topic)}, ${String(minutes)} minutes` +
    (entitled === true ? '' : '; support not owed'),
  'inquiry.corrected': ({ topic }) => `Call corrected: ${topics[String(topic)] ?? String(topic)}`,
  'inquiry.struck': () => 'Call struck: logged by mistake',
  'warning.given': ({ form }) => (form === 'letter' ? 'Warning by letter' : 'Warning, spoken'),
  'license.objected': ({ side, channel, received_at }, timeZone) =>
    `The ${String(side)} objects by ${String(channel)}; received ${moment(String(received_at), timeZone)}`,
  'license.downgraded': ({ on }) => `Ended after ${writtenDate(String(on))}; the export stays`,
}

/** How an inquiry was judged, in words. */
export const topics: Readonly<Record<string, string>> = {
  in_scope: 'in scope',
  out_of_scope: 'out of scope',
  repeat: 'asked before',
}

/** `28 September 11:02`, in the license's zone. */
function moment(instant: string, timeZone: string): string {
  const local = inZone(Date.parse(instant), timeZone)
  return `${shortDay(local.slice(0, 10))} ${local.slice(11, 16)}`
}

function eventsIn(body: unknown): readonly HistoryEvent[] {
  const data = typeof body === 'object' && body !== null && 'data' in body ? body.data : []
  return Array.isArray(data) ? data.filter(isEvent) : []
}

function isEvent(value: unknown): value is HistoryEvent {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    'hash' in value &&
    'data' in value &&
    'occurred_at' in value
  )
}
