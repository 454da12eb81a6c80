import { chainedEvent } from './chained-event.ts'
import type { ChainedEvent } from './chained-event.ts'
import type { Finding, RecordList } from './finding.ts'
import { isRecord } from './record.ts'

type Json = Readonly<Record<string, unknown>>

/** How the records of a list hang together with the events: what an event calls the record, and what both say. */
interface Founded {
  readonly list: RecordList
  /** The types of event that put one on record. */
  readonly types: readonly string[]
  /** The member of the event's data that bears the record's id. */
  readonly names: string
  /** Members that stand in the event's data under the same name. */
  readonly said: readonly string[]
  /** Members that stand among its texts. */
  readonly texts: readonly string[]
  /** Whether the last of these events says it, as for what can be mended. */
  readonly isMended?: true
  /** The member that bears when the event was, or what it mends. */
  readonly at?: string
  /** The event that takes one back, and the member that bears when. */
  readonly back?: { readonly type: string; readonly member: string }
}

const founded: readonly Founded[] = [
  {
    list: 'agreements',
    types: ['agreement.attached'],
    names: 'agreement',
    said: ['title', 'version', 'sha256', 'accepted_at'],
    texts: ['accepted_by'],
  },
  {
    list: 'objections',
    types: ['license.objected'],
    names: 'objection',
    said: ['side', 'channel'],
    texts: ['declared_by', 'reason'],
    at: 'recorded_at',
    back: { type: 'objection.withdrawn', member: 'withdrawn_at' },
  },
  {
    list: 'suspensions',
    types: ['suspension.announced', 'license.suspended'],
    names: 'suspension',
    said: [],
    texts: ['reason'],
  },
  {
    list: 'terminations',
    types: ['license.terminated'],
    names: 'termination',
    said: ['side', 'kind', 'effective_at'],
    texts: ['reason'],
    at: 'recorded_at',
    back: { type: 'termination.withdrawn', member: 'withdrawn_at' },
  },
  {
    list: 'inquiries',
    types: ['inquiry.logged', 'inquiry.corrected'],
    names: 'inquiry',
    said: ['channel', 'topic', 'repeats', 'minutes', 'entitled'],
    texts: ['contact', 'subject'],
    isMended: true,
    at: 'at',
    back: { type: 'inquiry.struck', member: 'struck_at' },
  },
  {
    list: 'warnings',
    types: ['warning.given'],
    names: 'warning',
    said: ['form', 'delivery'],
    texts: ['recipient', 'text'],
    at: 'at',
  },
  {
    list: 'documents',
    types: ['document.attached'],
    names: 'document',
    said: ['of', 'media_type', 'size', 'sha256'],
    texts: [],
  },
]

/** What the lists of a dossier say otherwise than its events do, and what they leave out. */
export function checkRecords(dossier: Json): readonly Finding[] {
  const listed = Array.isArray(dossier.events) ? dossier.events : []
  const events = listed.flatMap((value) => chainedEvent(value) ?? [])
  return [
    ...founded.flatMap((rule) => checkList(rule, recordsIn(dossier, rule.list), events)),
    ...checkObjections(recordsIn(dossier, 'objections'), events),
    ...checkTerms(recordsIn(dossier, 'terms'), events),
  ]
}

/** The records of a list as far as they are any. */
function recordsIn(dossier: Json, list: RecordList): readonly Json[] {
  const records: unknown = dossier[list]
  return Array.isArray(records) ? records.filter(isRecord) : []
}

function checkList(
  rule: Founded,
  records: readonly Json[],
  events: readonly ChainedEvent[],
): readonly Finding[] {
  const { list, types, names, isMended } = rule
  const telling = new Map<string, ChainedEvent>()
  for (const event of events.filter(({ type }) => types.includes(type))) {
    const id = String(event.data[names])
    if (isMended === true || !telling.has(id)) telling.set(id, event)
  }
  const found = new Set(records.map(({ id }) => String(id)))
  const missing = [...telling]
    .filter(([id]) => !found.has(id))
    .map(([id, { n }]) => ({ code: 'record-missing', list, id, n }) as const)
  return [
    ...records.flatMap((record) => checkRecord(rule, record, telling.get(String(record.id)))),
    ...records.flatMap((record) => checkBack(rule, record, events)),
    ...missing,
  ]
}

/** Whether a record was taken back, and when, the events say. */
function checkBack(
  { list, names, back }: Founded,
  record: Json,
  events: readonly ChainedEvent[],
): readonly Finding[] {
  if (back === undefined) return []
  const id = String(record.id)
  const about = events.filter(({ data }) => data[names] === id)
  const event = about.find(({ type }) => type === back.type)
  if (isSame(record[back.member] ?? null, event?.occurred_at ?? null)) return []
  const n = event?.n ?? about[0]?.n
  return n === undefined ? [] : [{ code: 'record-changed', list, id, member: back.member, n }]
}

function checkRecord(
  { list, said, texts, at }: Founded,
  record: Json,
  event: ChainedEvent | undefined,
): readonly Finding[] {
  const id = String(record.id)
  if (event === undefined) return [{ code: 'record-unfounded', list, id }]
  const { n, data, occurred_at } = event
  const others = [
    ...said.filter((member) => member in data && !isSame(record[member], data[member])),
    ...texts.filter((member) => !isText(record[member] ?? null, member, event)),
    ...(at === undefined || isSame(record[at], data.asked_at ?? occurred_at) ? [] : [at]),
    ...(record.event === n ? [] : ['event']),
  ]
  return others.map((member) => ({ code: 'record-changed', list, id, member, n }))
}

/** A text is the event's; one that is erased, or was not given, is null in both. */
function isText(text: unknown, field: string, { data, personal }: ChainedEvent): boolean {
  const isCommitted = isRecord(data.personal) && field in data.personal
  return text === (isCommitted ? (personal[field]?.value ?? null) : null)
}

/** Where an objection has got to, as its last events say. */
function checkObjections(
  records: readonly Json[],
  events: readonly ChainedEvent[],
): readonly Finding[] {
  return records.flatMap((record) => {
    const id = String(record.id)
    const about = events.filter(({ data }) => data.objection === id)
    const last = (member: string): ChainedEvent | undefined =>
      about.findLast(({ data }) => member in data)
    return ['received_at', 'effective_on'].flatMap((member): readonly Finding[] => {
      const event = last(member)
      if (event === undefined || isSame(record[member], event.data[member])) return []
      return [{ code: 'record-changed', list: 'objections', id, member, n: event.n }]
    })
  })
}

const beginnings: Readonly<Record<string, string>> = {
  issue: 'license.issued',
  renewal: 'license.renewed',
  hand: 'term.added',
  reinstatement: 'license.reinstated',
}

/** Each term that an event began has that event, and each such event its term. */
function checkTerms(records: readonly Json[], events: readonly ChainedEvent[]): readonly Finding[] {
  const unfounded = records.flatMap((record): readonly Finding[] => {
    const type = beginnings[String(record.origin)]
    if (type === undefined) return []
    const id = String(record.starts_on)
    const began = events.filter((event) => event.type === type)
    // A term that waited for its first activation begins on another day than was said.
    const event = began.find(({ data }) => data.starts_on === id || 'start_by' in data)
    if (event === undefined) return [{ code: 'record-unfounded', list: 'terms', id }]
    if ('start_by' in event.data || isSame(record.ends_on, event.data.ends_on)) return []
    return [{ code: 'record-changed', list: 'terms', id, member: 'ends_on', n: event.n }]
  })
  const begun = new Set(records.map(({ starts_on }) => starts_on))
  const missing = events
    .filter(({ type, data }) => type === 'license.renewed' && !begun.has(data.starts_on))
    .map(({ n, data }) => {
      return { code: 'record-missing', list: 'terms', id: String(data.starts_on), n } as const
    })
  return [...unfounded, ...missing]
}

/** The same value, or the same instant in two spellings. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'string' || typeof other !== 'string') return false
  const instants = [one, other].map((text) => (/T\d\d:/.test(text) ? Date.parse(text) : NaN))
  return instants[0] === instants[1]
}
