import type { Deps } from '../deps.ts'
import { bytesOf, byteStream } from '../export/byte-stream.ts'
import type { Bytes } from '../export/byte-stream.ts'
import { binary, boolean, date, instant, integer, json, text } from '../export/column.ts'
import type { ColumnType } from '../export/column.ts'
import { defineExport } from '../export/define.ts'
import type { ExportData } from '../export/define.ts'
import { fromArray } from '../export/from-array.ts'
import { exportPackage } from '../export/package.ts'
import { table } from '../export/table.ts'
import type { Table } from '../export/table.ts'
import type { Instant } from '../license/license.ts'
import { columnOf } from '../store/kept-tables.ts'
import type { ColumnKind, KeptTable } from '../store/kept-tables.ts'
import { connectionsOf } from '../store/postgres.ts'
import { openSnapshot } from '../store/snapshot.ts'
import type { Snapshot } from '../store/snapshot.ts'

/** What is to be packed, said before the database is looked at. */
export interface Packing {
  readonly formats: readonly string[]
  /** The instant that the package bears as its date. */
  readonly at: Instant
  readonly declare: (snapshot: Snapshot) => ExportData
}

/**
 * A package of what the database holds at one moment. On PostgreSQL it is read as fast as the reader takes it, and one connection
 * is held until its end; PGlite has but one, so there it is read at once and waits in memory, packed: nobody else is to wait
 * for a slow reader. What fails errors the stream, so that no half of it looks like the whole.
 */
export function packed(
  { db, log }: Pick<Deps, 'db' | 'log'>,
  { formats, at, declare }: Packing,
): ReadableStream<Uint8Array> {
  const isOnlyConnection = connectionsOf(db) === null
  return byteStream(async function* (signal) {
    let snapshot: Snapshot | null = null
    try {
      snapshot = await openSnapshot(db)
      const options = { formats, at: new Date(at), onError: 'abort', signal } as const
      const bytes = bytesOf(exportPackage(declare(snapshot), options))
      yield* isOnlyConnection ? readAhead(bytes, snapshot) : bytes
    } catch (error) {
      log({ event: 'export-failed', error: String(error) })
      throw error
    } finally {
      await snapshot?.close()
    }
  })
}

async function* readAhead(bytes: Bytes, snapshot: Snapshot): Bytes {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  await snapshot.close()
  yield* chunks
}

const types: Readonly<Record<ColumnKind, () => ColumnType>> = {
  text,
  integer,
  boolean,
  date,
  instant,
  json,
  binary,
}

/** A table of ours as one of the kit's. */
export function packedTable(kept: KeptTable, rows: Table['rows']): Table {
  const schema = Object.entries(kept.columns).map(([name, spec]) => {
    const { kind, isNullable } = columnOf(spec)
    const type = types[kind]()
    return [name, isNullable ? type.nullable() : type] as const
  })
  return table({
    name: kept.name,
    title: kept.title,
    schema,
    primaryKey: kept.key,
    foreignKeys: Object.entries(kept.references ?? {}).map(([column, target]) => ({
      columns: [column],
      references: { table: target, columns: [target === 'signing_keys' ? 'kid' : 'id'] },
    })),
    rows,
  })
}

/** What a package is of, as its first table. */
export const aboutTable: KeptTable = {
  name: 'package',
  title: 'This package',
  columns: { kind: 'text', version: 'integer', made_at: 'instant' },
  key: ['kind'],
}

/** @param kind what the records are of. */
export function packedRecords(
  kind: string,
  at: Instant,
  tables: readonly Table[],
  excluded: ExportData['excluded'],
): ExportData {
  const about = [{ kind, version: packageVersion, made_at: new Date(at) }]
  return defineExport({
    product: kind,
    locale: 'en',
    tables: [packedTable(aboutTable, fromArray(about)), ...tables],
    excluded,
  })
}

/** Changes with what the tables hold. */
export const packageVersion = 1
