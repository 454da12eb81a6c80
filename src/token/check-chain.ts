import { commitment, eventHash } from './chain.ts'
import { chainedEvent } from './chained-event.ts'
import type { ChainedEvent } from './chained-event.ts'
import type { Finding } from './finding.ts'
import { isRecord } from './record.ts'

/** An event where it stands, with what it hashes to; null where nothing stands that could be hashed. */
interface Placed {
  readonly place: number
  readonly event: ChainedEvent | null
  readonly ownHash: string | null
}

/**
 * What is wrong with a history: each event is what was hashed, goes on from the one before it, and its texts are those that it is
 * committed to. Whether the end is missing, only a checkpoint can tell.
 */
export function checkChain(events: readonly unknown[], license: string): readonly Finding[] {
  const placed = events.map((value, at): Placed => {
    const event = chainedEvent(value)
    return { place: at + 1, event, ownHash: event && hashOf(event) }
  })
  return [
    ...placed.flatMap((each) => ownFaults(each, license)),
    ...linkFaults(placed),
    ...placed.flatMap(({ event, place }) => (event === null ? [] : textFaults(event, place))),
  ]
}

function hashOf(event: ChainedEvent): string | null {
  try {
    return eventHash(event)
  } catch {
    return null
  }
}

function isSound({ event, ownHash }: Placed): boolean {
  return event !== null && event.hash === ownHash
}

function ownFaults({ place: n, event, ownHash }: Placed, license: string): readonly Finding[] {
  if (event === null) return [{ code: 'event-malformed', n }]
  if (event.hash !== ownHash) return [{ code: 'event-changed', n }]
  if (event.license !== license) return [{ code: 'event-of-another', n, license: event.license }]
  return []
}

/** Only events that are what was hashed say what they go on from; the others are named already. */
function linkFaults(placed: readonly Placed[]): readonly Finding[] {
  const places = new Map(
    placed.filter(isSound).map(({ place, event }) => [event?.hash ?? '', place] as const),
  )
  const ranks = trueOrder(placed)
  const seen = new Set<string>()
  return placed.flatMap((each, at): readonly Finding[] => {
    const { place: n, event } = each
    if (event === null || !isSound(each)) return []
    if (seen.has(event.hash)) return [{ code: 'event-repeated', n }]
    seen.add(event.hash)
    const before = placed[at - 1]
    const belongs = ranks?.get(event.hash)
    if (belongs !== undefined)
      return belongs === n ? numberFault(event, n, before) : [{ code: 'event-moved', n, belongs }]
    if (event.previous_hash === (before?.event?.hash ?? null)) return numberFault(event, n, before)
    if (before !== undefined && !isSound(before)) return []
    return [gapBefore(event, n, before, places)]
  })
}

/** A right link under a wrong number. */
function numberFault(
  event: ChainedEvent,
  n: number,
  before: Placed | undefined,
): readonly Finding[] {
  const expected = (before?.event?.n ?? 0) + 1
  return event.n === n || event.n === expected ? [] : [{ code: 'event-changed', n }]
}

function gapBefore(
  event: ChainedEvent,
  n: number,
  before: Placed | undefined,
  places: ReadonlyMap<string, number>,
): Finding {
  const { previous_hash: previous } = event
  const known = previous === null ? 0 : places.get(previous)
  if (known !== undefined) return { code: 'event-moved', n, belongs: known + 1 }
  const last = before?.event?.n ?? 0
  return event.n > last + 1
    ? { code: 'event-dropped', n: last + 1, to: event.n - 1 }
    : { code: 'event-before-replaced', n }
}

/** Where each event belongs, where all are there and only their order is another; null otherwise. */
function trueOrder(placed: readonly Placed[]): ReadonlyMap<string, number> | null {
  if (!placed.every(isSound)) return null
  const next = new Map(placed.map(({ event }) => [event?.previous_hash ?? null, event?.hash]))
  const ranks = new Map<string, number>()
  for (let hash = next.get(null); hash !== undefined && !ranks.has(hash); hash = next.get(hash))
    ranks.set(hash, ranks.size + 1)
  return ranks.size === placed.length ? ranks : null
}

function textFaults({ data, personal }: ChainedEvent, n: number): readonly Finding[] {
  const committed = new Map(Object.entries(isRecord(data.personal) ? data.personal : {}))
  const shown = Object.entries(personal).flatMap(([field, kept]): readonly Finding[] => {
    if (!committed.has(field)) return [{ code: 'text-added', n, field }]
    if (kept === null || isCommitted(kept, committed.get(field))) return []
    return [{ code: 'text-changed', n, field }]
  })
  const missing = [...committed.keys()]
    .filter((field) => !Object.hasOwn(personal, field))
    .map((field) => ({ code: 'text-missing', n, field }) as const)
  return [...shown, ...missing]
}

/** A salt has one spelling, so that no other text stands for the same bytes. */
function isCommitted(
  { salt, value }: { readonly salt: string; readonly value: string },
  committed: unknown,
): boolean {
  const isSpelled = Buffer.from(salt, 'base64url').toString('base64url') === salt
  return isSpelled && value.isWellFormed() && committed === commitment(salt, value)
}
