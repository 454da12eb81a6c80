import { sql } from 'kysely'
import type { Instant } from '../license/license.ts'
import type { Customer } from './customer.ts'
import type { Database } from './database.ts'
import { insertRecords } from './insert-records.ts'
import type { LicenseKey } from './key.ts'
import { contacts, customers, externalReferences, licenseKeys } from './kept-tables.ts'
import { saveLicenses } from './save-licenses.ts'
import type { Change } from './save-licenses.ts'

/** Which customers or licenses another system's references name already. */
export async function ownersBy(
  db: Database,
  kind: 'customer' | 'license',
  system: string,
  references: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ owner: string; reference: string }>`
    select owner, reference from external_references
    where kind = ${kind} and system = ${system}
      and reference in (select jsonb_array_elements_text(${JSON.stringify(references)}::jsonb))`.execute(
    db,
  )
  return new Map(rows.map(({ owner, reference }) => [reference, owner]))
}

/** Which of these hashes are those of a key that is kept already. */
export async function takenKeys(
  db: Database,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ hash: string }>`
    select hash from license_keys
    where hash in (select jsonb_array_elements_text(${JSON.stringify(hashes)}::jsonb))`.execute(db)
  return new Set(rows.map(({ hash }) => hash))
}

/** Keeps many new customers with their contacts and references. @throws Problem reference-taken */
export async function insertCustomers(trx: Database, made: readonly Customer[]): Promise<void> {
  const dated = (at: Instant): string => new Date(at).toISOString()
  await insertRecords(
    trx,
    customers,
    made.map(({ id, name, language, createdAt }) => ({
      id,
      name,
      language,
      created_at: dated(createdAt),
      revision: 1,
    })),
  )
  const people = made.flatMap(({ id: customer, contacts: all, createdAt }) =>
    all.map((contact, n) => ({ ...contact, customer, n, created_at: dated(createdAt) })),
  )
  await insertRecords(trx, contacts, people)
  await insertReferences(
    trx,
    'customer',
    made.map(({ id, externalRefs }) => [id, externalRefs]),
  )
}

/** Keeps many new licenses with their keys and references. @throws Problem reference-taken */
export async function insertLicenses(
  trx: Database,
  changes: readonly Change[],
  keys: readonly LicenseKey[],
  now: Instant,
): Promise<void> {
  // A statement for all references together, in place of two for each license.
  const bare = changes.map((change) => ({
    ...change,
    after: { ...change.after, externalRefs: {} },
  }))
  await saveLicenses(trx, bare, now)
  await insertReferences(
    trx,
    'license',
    changes.map(({ after }) => [after.id, after.externalRefs]),
  )
  const rows = keys.map(({ id, license, hash, sealed, createdAt }) => ({
    id,
    license,
    hash,
    sealed,
    created_at: new Date(createdAt).toISOString(),
    keep_until: null,
    leaked_at: null,
  }))
  await insertRecords(trx, licenseKeys, rows, 'reference-taken')
}

async function insertReferences(
  trx: Database,
  kind: 'customer' | 'license',
  owners: readonly (readonly [owner: string, Readonly<Record<string, string>>])[],
): Promise<void> {
  const rows = owners.flatMap(([owner, references]) =>
    Object.entries(references).map(([system, reference]) => ({ owner, kind, system, reference })),
  )
  await insertRecords(trx, externalReferences, rows, 'reference-taken')
}
