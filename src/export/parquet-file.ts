import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { batches, type Row } from './batches.ts'
import type { Bytes } from './byte-stream.ts'
import { cellOf, placed } from './cells.ts'
import type { WriteOptions } from './format.ts'
import { parquetColumn, parquetEncoders, type ParquetValue } from './parquet-column.ts'
import type { Table } from './table.ts'

/** Rows of a group: more compress a little better and take their multiple of memory. */
const groupRows = 20_000

export async function* parquetFile(
  table: Table,
  options: WriteOptions & { readonly signal: AbortSignal },
): Bytes {
  const bytes = new ByteWriter()
  const schema = [
    { name: 'root', num_children: table.columns.length },
    ...table.columns.map(parquetColumn),
  ]
  const file = new ParquetWriter({ writer: bytes, schema, createdBy: 'Auszug export kit' })
  const group = new Group(table)
  for await (const batch of batches(table, options.signal, options.onRows))
    for (let at = 0; at < batch.length; at += groupRows) {
      group.add(batch.slice(at, at + groupRows))
      if (group.size < groupRows) continue
      await file.write({ columnData: group.take(), rowGroupSize: Infinity })
      yield taken(bytes)
    }
  if (group.size > 0) await file.write({ columnData: group.take(), rowGroupSize: Infinity })
  await file.finish()
  yield taken(bytes)
}

function taken(bytes: ByteWriter): Uint8Array {
  const copy = bytes.getBytes().slice()
  bytes.index = 0
  return copy
}

/** Rows turned into columns, as Parquet wants them. */
class Group {
  size = 0
  readonly #table: Table
  readonly #cells: ((value: unknown) => ParquetValue)[]
  #columns: ParquetValue[][]
  #row = 0

  constructor(table: Table) {
    this.#table = table
    this.#cells = table.columns.map((column) => cellOf(column, parquetEncoders(column), null))
    this.#columns = table.columns.map(() => [])
  }

  add(rows: readonly Row[]): void {
    let item: Row = {}
    try {
      for (item of rows) {
        this.#row += 1
        for (const [index, { name }] of this.#table.columns.entries())
          this.#columns[index]!.push(this.#cells[index]!(item[name]))
      }
      this.size += rows.length
    } catch (error) {
      throw placed(error, this.#table, this.#cells, item, this.#row)
    }
  }

  take(): { name: string; data: ParquetValue[] }[] {
    const columns = this.#columns
    this.#columns = columns.map(() => [])
    this.size = 0
    return columns.map((data, index) => ({ name: this.#table.columns[index]!.name, data }))
  }
}
