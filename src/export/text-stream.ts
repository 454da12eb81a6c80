import { batches, type Row } from './batches.ts'
import { byteStream } from './byte-stream.ts'
import { placed, type Cell } from './cells.ts'
import type { WriteOptions } from './format.ts'
import type { Table } from './table.ts'

/** How a text format puts its rows together. */
export interface TextLayout {
  readonly cells: readonly Cell<string>[]
  readonly head: string
  /** What stands before a row's cell of this index, so the first opens the row. */
  readonly before: readonly string[]
  readonly rowEnd: string
  /** Between rows, not after the last; default nothing. */
  readonly between?: string
  readonly tail: string
}

const encoder = new TextEncoder()

/** A text file of UTF-8, a chunk for each batch of rows. */
export function textStream(
  table: Table,
  layout: TextLayout,
  options: WriteOptions,
): ReadableStream<Uint8Array> {
  return byteStream(async function* (signal) {
    const write = rowWriter(table, layout)
    if (layout.head !== '') yield encoder.encode(layout.head)
    for await (const batch of batches(table, signal, options.onRows))
      yield encoder.encode(write(batch))
    if (layout.tail !== '') yield encoder.encode(layout.tail)
  }, options.signal)
}

function rowWriter(table: Table, { cells, before, rowEnd, between = '' }: TextLayout) {
  const names = table.columns.map((column) => column.name)
  const count = names.length
  let row = 0
  return (batch: readonly Row[]): string => {
    let text = ''
    let item = noRow
    try {
      for (item of batch) {
        let line = row === 0 ? '' : between
        row += 1
        for (let i = 0; i < count; i++) line += before[i]! + cells[i]!(item[names[i]!])
        text += line + rowEnd
      }
    } catch (error) {
      throw placed(error, table, cells, item, row)
    }
    return text
  }
}

const noRow: Row = {}
