import { sql } from 'kysely'
import type { Capability } from '../license/capability.ts'
import type { Instant, ProductId } from '../license/license.ts'
import type { SigningAlgorithm } from '../token/public-key.ts'
import { json, timestamp } from './column.ts'
import type { Database } from './database.ts'
import { pageOf } from './page.ts'
import type { Page, PageQuery } from './page.ts'
import { orTaken } from './violation.ts'

/** A table of a product's export. */
export interface ExportTable {
  readonly name: string
  readonly title?: string | undefined
  /** A Table Schema (Data Package v2). */
  readonly schema: Readonly<Record<string, unknown>>
}

/** Software that is licensed. */
export interface Product {
  readonly id: ProductId
  readonly code: string
  readonly name: string
  /** All that it can be asked for. */
  readonly capabilities: readonly Capability[]
  /** The standard formats that it exports: at least one. */
  readonly exportFormats: readonly string[]
  /** The tables of its export, as its vendor publishes them. */
  readonly exportTables: readonly ExportTable[]
  /** What its tokens are signed with. */
  readonly algorithm: SigningAlgorithm
  readonly createdAt: Instant
  /** Counts its edits, from 1 on. */
  readonly revision: number
}

/** @throws Problem code-taken */
export async function insertProduct(db: Database, product: Product): Promise<void> {
  const { id, code, name, capabilities, exportFormats, exportTables, algorithm, createdAt } =
    product
  const insert = db
    .insertInto('products')
    .values({
      id,
      code,
      name,
      capabilities: json(capabilities),
      export_formats: json(exportFormats),
      export_tables: json(exportTables),
      algorithm,
      created_at: timestamp(createdAt),
    })
    .execute()
  await orTaken(insert, 'products_code', 'code-taken', { code })
}

/** Keeps a product as it was edited, whose row is locked. */
export async function updateProduct(trx: Database, edited: Product): Promise<Product> {
  const { id, name, capabilities, exportFormats, exportTables } = edited
  const revision = edited.revision + 1
  await trx
    .updateTable('products')
    .set({
      name,
      capabilities: json(capabilities),
      export_formats: json(exportFormats),
      export_tables: json(exportTables),
      revision,
    })
    .where('id', '=', id)
    .execute()
  return { ...edited, revision }
}

/** The product with this id or code, locked until the transaction is over. */
export async function lockProduct(trx: Database, idOrCode: string): Promise<Product | null> {
  await sql`select from products where ${idOrCode} in (id, code) for update`.execute(trx)
  return findProduct(trx, idOrCode)
}

/** The product with this id or code. */
export async function findProduct(db: Database, idOrCode: string): Promise<Product | null> {
  const found = await products(db)
    .where(sql<boolean>`${idOrCode} in (id, code)`)
    .executeTakeFirst()
  return found ?? null
}

/** Products in the order of their making. */
export async function listProducts(
  db: Database,
  { after, limit }: PageQuery,
): Promise<Page<Product>> {
  const rows = await products(db)
    .where(sql<boolean>`id > ${after ?? ''}`)
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit)
}

function products(db: Database) {
  return db
    .selectFrom('products')
    .select([
      'id',
      'code',
      'name',
      'capabilities',
      'export_formats as exportFormats',
      'export_tables as exportTables',
      'algorithm',
      'created_at as createdAt',
      'revision',
    ])
}
