import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { CustomerId, LicenseId } from '../license/license.ts'
import type { Database } from './database.ts'
import { orTaken } from './violation.ts'

/** What another system calls something: unique for each system and kind. */
export interface ExternalRef {
  readonly system: string
  readonly reference: string
}

/**
 * Replaces what other systems call a customer or a license.
 *
 * @throws Problem reference-taken
 */
export async function keepReferencesOf(
  trx: Database,
  kind: 'customer' | 'license',
  owner: CustomerId | LicenseId,
  references: Readonly<Record<string, string>>,
): Promise<void> {
  await trx.deleteFrom('external_references').where('owner', '=', owner).execute()
  const rows = Object.entries(references).map(([system, reference]) => ({
    owner,
    kind,
    system,
    reference,
  }))
  if (rows.length === 0) return
  const insert = trx.insertInto('external_references').values(rows).execute()
  await orTaken(insert, 'external_references_reference', 'reference-taken', {
    external_refs: references,
  })
}

/**
 * Whose a reference is: the owner that it names already, or this one from now on. Two that ask at once get the same answer: the
 * second waits for the first.
 */
export async function claimReference(
  trx: Database,
  kind: 'customer' | 'license',
  { system, reference }: ExternalRef,
  owner: CustomerId | LicenseId,
): Promise<string> {
  await sql`
    insert into external_references (owner, kind, system, reference)
    values (${owner}, ${kind}, ${system}, ${reference})
    on conflict (kind, system, reference) do nothing`.execute(trx)
  const found = await ownerCalled(trx, kind, { system, reference })
  if (found === null) throw new TypeError('a reference that was claimed is somebody’s')
  return found
}

/** Whom another system calls so; null if nobody. */
export async function ownerCalled(
  db: Database,
  kind: 'customer' | 'license',
  { system, reference }: ExternalRef,
): Promise<string | null> {
  const found = await db
    .selectFrom('external_references')
    .select('owner')
    .where('kind', '=', kind)
    .where('system', '=', system)
    .where('reference', '=', reference)
    .executeTakeFirst()
  return found?.owner ?? null
}

/** Those that another system calls so. */
export function ownersCalled(
  kind: 'customer' | 'license',
  { system, reference }: ExternalRef,
): RawBuilder<unknown> {
  return sql`(
    select owner from external_references
    where kind = ${kind} and system = ${system} and reference = ${reference}
  )`
}
