import type { Row } from './batches.ts'
import { placed, type Cell } from './cells.ts'
import { maxSheetBytes, maxSheetRows, type RowState } from './sheet-limits.ts'
import type { Table } from './table.ts'

export interface SheetLayout {
  readonly cells: readonly Cell<string>[]
  /** What opens the row of this number, counted from 1 in its sheet. */
  readonly rowStart: (row: number) => string
  readonly rowEnd: string
  readonly head: string
  readonly tail: string
}

const encoder = new TextEncoder()

/** A table's rows as sheets one after the other, each of which ends before it is full. */
export class Sheets {
  readonly #table: Table
  readonly #layout: SheetLayout
  readonly #state: RowState
  readonly #batches: AsyncGenerator<readonly Row[]>
  #rest: readonly Row[] = []
  #total = 0
  #isDone = false

  constructor(
    table: Table,
    layout: SheetLayout,
    state: RowState,
    batches: AsyncGenerator<readonly Row[]>,
  ) {
    this.#table = table
    this.#layout = layout
    this.#state = state
    this.#batches = batches
  }

  get isDone(): boolean {
    return this.#isDone
  }

  /** One sheet. Another one follows unless `isDone` then. */
  async *next(): AsyncGenerator<Uint8Array, void, undefined> {
    yield encoder.encode(this.#layout.head)
    this.#state.row = 1
    let bytes = 0
    while (this.#state.row < maxSheetRows && bytes < maxSheetBytes) {
      if (this.#rest.length === 0) {
        const next = await this.#batches.next()
        if (next.done === true) {
          this.#isDone = true
          break
        }
        this.#rest = next.value
      }
      const room = maxSheetRows - this.#state.row
      const chunk = encoder.encode(this.#write(this.#rest.slice(0, room)))
      this.#rest = this.#rest.slice(room)
      bytes += chunk.length
      yield chunk
    }
    if (this.#rest.length === 0 && !this.#isDone) await this.#peek()
    yield encoder.encode(this.#layout.tail)
  }

  /** Closes the source. */
  async close(): Promise<void> {
    await this.#batches.return(undefined)
  }

  /** A sheet that is full to its last row may be the last one. */
  async #peek(): Promise<void> {
    const next = await this.#batches.next()
    if (next.done === true) this.#isDone = true
    else this.#rest = next.value
  }

  #write(rows: readonly Row[]): string {
    const { cells, rowStart, rowEnd } = this.#layout
    const { columns } = this.#table
    const state = this.#state
    let text = ''
    let item: Row = {}
    try {
      for (item of rows) {
        state.row += 1
        this.#total += 1
        let line = rowStart(state.row)
        for (let i = 0; i < columns.length; i++) line += cells[i]!(item[columns[i]!.name])
        if (state.overflow.length > 0) line += state.overflow.splice(0).join('')
        text += line + rowEnd
      }
    } catch (error) {
      throw placed(error, this.#table, cells, item, this.#total)
    }
    return text
  }
}
