import { sql } from 'kysely'
import type { Instant } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { timestamp } from './column.ts'
import type { Database } from './database.ts'

/**
 * Keeps everybody else from writing until the transaction is over, in a server that holds no records yet.
 *
 * @throws Problem not-empty
 */
export async function lockEmpty(trx: Database): Promise<void> {
  await trx.selectFrom('server').select('sandbox').forUpdate().execute()
  await sql`
    lock table products, plans, customers, licenses, external_references, events
    in share row exclusive mode`.execute(trx)
  const { rows } = await sql<{ holds: string }>`
    select 'products' as holds where exists (select from products)
    union all select 'plans' where exists (select from plans)
    union all select 'customers' where exists (select from customers)
    union all select 'licenses' where exists (select from licenses)
    union all select 'events' where exists (select from events)`.execute(trx)
  if (rows.length > 0) throw new Problem('not-empty', { holds: rows.map(({ holds }) => holds) })
}

/** The keys of the first start, which have signed nothing that anybody needs, make room for those that are brought along. */
export async function forgetSigningKeys(trx: Database): Promise<void> {
  await trx.deleteFrom('signing_keys').execute()
  await trx.deleteFrom('evidence_keys').execute()
}

/** A sandbox's clock goes on from where it stood there, and never back. */
export async function keepSandboxClock(trx: Database, now: Instant): Promise<void> {
  await trx
    .updateTable('server')
    .set({ sandbox_now: sql<Instant | null>`greatest(sandbox_now, ${timestamp(now)})` })
    .execute()
}

/** The feed's positions go on behind those that were brought along: whoever reads it keeps his cursor. */
export async function continueFeed(trx: Database): Promise<void> {
  await sql`
    select setval('events_position_seq', max(position)) from events having max(position) is not null`.execute(
    trx,
  )
}

/**
 * What no constraint says: an external reference is somebody’s, a license has a first term, and a document’s bytes are those that were
 * hashed, unless they are erased with its name.
 *
 * @throws Problem broken-package
 */
export async function checkWhole(trx: Database): Promise<void> {
  const { rows } = await sql<{ table: string; why: string }>`
    select 'external_references' as table, 'Nothing has the id ' || owner || '.' as why
    from external_references r
    where not exists (
      select from customers c where r.kind = 'customer' and c.id = r.owner
      union all select from licenses l where r.kind = 'license' and l.id = r.owner
    )
    union all
    select 'licenses', l.id || ' has no first term.'
    from licenses l where not exists (select from terms t where t.license = l.id and t.n = 0)
    union all
    select 'documents', d.id || ' is not what was hashed.'
    from documents d left join lateral (
      select string_agg(p.bytes, '' order by p.n) as bytes from document_parts p where p.document = d.id
    ) whole on true
    where case
      when d.name is null then whole.bytes is not null
      else coalesce(encode(sha256(whole.bytes), 'hex') <> d.sha256, true)
    end
    limit 1`.execute(trx)
  const [lost] = rows
  if (lost !== undefined) throw new Problem('broken-package', { ...lost })
}
