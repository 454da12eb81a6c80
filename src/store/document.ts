import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import type { Document } from '../license/document.ts'
import type { License, LicenseId } from '../license/license.ts'
import { timestamp } from './column.ts'
import type { Database } from './database.ts'
import { pageOf } from './page.ts'
import type { Page, PageQuery } from './page.ts'

/** A document, and the license that it belongs to; null for one that belongs to none, such as terms for everybody. */
export interface KeptDocument extends Document {
  readonly license: LicenseId | null
}

/** What of a document its bytes say. */
export function contentOf(bytes: Uint8Array): Pick<Document, 'size' | 'sha256'> {
  return { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** Keeps a document with its bytes, in parts. */
export async function insertDocument(
  trx: Database,
  document: KeptDocument,
  bytes: Uint8Array,
): Promise<void> {
  const { id, license, attachedTo, name, mediaType, size, sha256, recordedBy } = document
  await sql`
    insert into documents
      (id, license, attached_to, name, media_type, size, sha256, recorded_by, recorded_at)
    values (
      ${id}, ${license}, ${attachedTo}, ${name}, ${mediaType}, ${size}, ${sha256}, ${recordedBy},
      ${timestamp(document.recordedAt)}
    )`.execute(trx)
  for (let from = 0; from < bytes.length; from += partBytes * partsAtOnce) {
    const parts = Array.from({ length: partsAtOnce }, (_, n) => from + n * partBytes)
      .filter((at) => at < bytes.length)
      .map((at) => ({
        n: at / partBytes,
        bytes: Buffer.from(bytes.subarray(at, at + partBytes)).toString('base64'),
      }))
    await sql`
      insert into document_parts (document, n, bytes)
      select ${id}, x.n, decode(x.bytes, 'base64')
      from json_to_recordset(${JSON.stringify(parts)}::json) as x (n integer, bytes text)`.execute(
      trx,
    )
  }
}

/** As Base64 a part fits into a cell of a spreadsheet, which holds 32,767 characters. */
const partBytes = 24_000
const partsAtOnce = 40

export async function findDocument(db: Database, id: string): Promise<KeptDocument | null> {
  const { rows } = await sql<KeptDocument>`${documents} where d.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** A license's documents, in the order of their making. */
export async function listDocuments(
  db: Database,
  license: LicenseId,
  { after, limit }: PageQuery,
): Promise<Page<KeptDocument>> {
  const { rows } = await sql<KeptDocument>`
    ${documents} where d.license = ${license} and d.id > ${after ?? ''}
    order by d.id limit ${limit + 1}`.execute(db)
  return pageOf(rows, limit)
}

/** The bytes of a document, a megabyte at a time, as fast as they are asked for. */
export async function* documentBytes(
  db: Database,
  id: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let from = 0; ; from += partsAtOnce) {
    const { rows } = await sql<{ bytes: Uint8Array }>`
      select bytes from document_parts
      where document = ${id} and n >= ${from} and n < ${from + partsAtOnce}
      order by n`.execute(db)
    for (const { bytes } of rows) yield bytes
    if (rows.length < partsAtOnce) return
  }
}

/** Whether a license has what a document is to be attached to. */
export async function hasAttachable(
  db: Database,
  { id: license, objections, agreements }: License,
  attachable: string,
): Promise<boolean> {
  if ([...objections, ...agreements].some(({ id }) => id === attachable)) return true
  const { rows } = await sql`
    select from inquiries where license = ${license} and id = ${attachable}
    union all select from warnings where license = ${license} and id = ${attachable}`.execute(db)
  return rows.length > 0
}

/** Erases the names and bytes of a license's documents. Their hashes stay, which prove nothing without them. */
export async function eraseDocuments(db: Database, license: LicenseId): Promise<void> {
  await sql`
    delete from document_parts
    where document in (select id from documents where license = ${license})`.execute(db)
  await sql`update documents set name = null where license = ${license}`.execute(db)
}

const documents = sql`
  select
    d.id, d.license, d.attached_to as "attachedTo", d.name, d.media_type as "mediaType", d.size,
    d.sha256, d.recorded_by as "recordedBy", d.recorded_at as "recordedAt"
  from documents d`
