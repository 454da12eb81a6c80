import { sql } from 'kysely'
import type { Instant } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { commitment, eventHash } from '../token/chain.ts'
import { cursorRows } from './cursor.ts'
import type { Database } from './database.ts'

/** An event as it is kept, with where its license says that its history ends. */
interface Link {
  readonly license: string
  readonly n: number
  readonly type: string
  readonly occurredAt: Instant
  readonly recordedAt: Instant
  readonly actor: string
  readonly data: Readonly<Record<string, unknown>>
  readonly previousHash: string | null
  readonly hash: string
  readonly headHash: string | null
  readonly eventCount: number
  readonly personal: readonly {
    readonly field: string
    readonly salt: string | null
    readonly value: string | null
  }[]
}

/**
 * Checks every history: each event's hash, its place behind the one before it, the head that its license names, and what its
 * personal values are committed to by.
 *
 * @throws Problem broken-package that names the first event that does not hold.
 */
export async function checkHistories(trx: Database): Promise<void> {
  await checkCounts(trx)
  let before: Link | null = null
  for await (const rows of cursorRows(trx, links))
    for (const link of rows) {
      const previous: Link | null = before?.license === link.license ? before : null
      checkPlace(link, previous)
      checkHash(link)
      checkPersonal(link)
      before = link
    }
}

const links = sql<Link>`
  select
    e.license, e.n, e.type, e.occurred_at as "occurredAt", e.recorded_at as "recordedAt", e.actor,
    e.data, e.previous_hash as "previousHash", e.hash, l.head_hash as "headHash",
    l.event_count as "eventCount",
    coalesce((
      select json_agg(json_build_object('field', o.field, 'salt', o.salt, 'value', o.value))
      from event_personal o where o.event = e.id
    ), '[]') as personal
  from events e join licenses l on l.id = e.license
  order by e.license, e.n`

async function checkCounts(trx: Database): Promise<void> {
  const { rows } = await sql<{ license: string }>`
    select l.id as license from licenses l
    where l.event_count <> (select count(*) from events e where e.license = l.id)
    limit 1`.execute(trx)
  const [wrong] = rows
  if (wrong !== undefined)
    throw new Problem('broken-package', {
      table: 'events',
      license: wrong.license,
      why: 'The license counts another number of events than there are.',
    })
}

function checkPlace(link: Link, previous: Link | null): void {
  const isNext = link.n === (previous === null ? 0 : previous.n + 1)
  if (!isNext || link.previousHash !== (previous?.hash ?? null))
    throw broken(link, 'The event does not follow the one before it.')
  const isLast = link.n === link.eventCount - 1
  if (isLast && link.hash !== link.headHash)
    throw broken(link, 'The license names another event as its last.')
}

function checkHash(link: Link): void {
  const { license, type, actor, data, previousHash } = link
  const hash = eventHash({
    license,
    type,
    occurred_at: new Date(link.occurredAt).toISOString(),
    recorded_at: new Date(link.recordedAt).toISOString(),
    actor,
    data,
    previous_hash: previousHash,
  })
  if (hash !== link.hash) throw broken(link, 'The event is not what was hashed.')
}

function checkPersonal(link: Link): void {
  const committed = new Map(Object.entries(link.data.personal ?? {}))
  for (const { field, salt, value } of link.personal) {
    const isErased = salt === null && value === null
    const holds =
      salt !== null && value !== null && committed.get(field) === commitment(salt, value)
    if (!committed.has(field) || (!isErased && !holds))
      throw broken(link, `Its ${field} is not what the event is committed to.`)
  }
}

function broken({ license, n }: Link, why: string): Problem {
  return new Problem('broken-package', { table: 'events', license, n, why })
}
