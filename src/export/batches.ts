import { Breath } from './breath.ts'
import type { Table } from './table.ts'

export type Row = Readonly<Record<string, unknown>>

/** The source is read at most this many rows ahead of whoever reads the file, or by one of its own arrays. */
export const batchRows = 500

/**
 * A table's rows in arrays, however the source gives them. The source is closed in every case: at its end, on an
 * error, and when nobody wants more.
 *
 * @param onRows hears how many rows come next.
 */
export async function* batches(
  table: Table,
  signal: AbortSignal,
  onRows: (count: number) => void = () => undefined,
): AsyncGenerator<readonly Row[]> {
  signal.throwIfAborted()
  const rows = await table.rows(signal)
  const arrays =
    Symbol.asyncIterator in rows ? fromAsync(table, rows, signal) : fromSync(table, rows, signal)
  const breath = new Breath()
  for await (const batch of arrays) {
    const pause = breath.taken()
    if (pause !== undefined) await pause
    signal.throwIfAborted()
    onRows(batch.length)
    yield batch
  }
}

async function* fromAsync(table: Table, rows: AsyncIterable<object>, signal: AbortSignal) {
  const source = rows[Symbol.asyncIterator]()
  const reader = abortable(source, signal)
  let isOpen = true
  try {
    let single: Row[] = []
    for (;;) {
      const next = await reader.next()
      if (next.done === true) break
      if (!Array.isArray(next.value)) single.push(rowOf(table, next.value))
      if (single.length > 0 && (single.length >= batchRows || Array.isArray(next.value))) {
        yield single
        single = []
      }
      if (Array.isArray(next.value)) yield rowsOf(table, next.value)
    }
    isOpen = false
    if (single.length > 0) yield single
  } finally {
    reader.forget()
    // Not awaited once aborted: a source that hangs would hang the reader, too.
    const closed = isOpen ? source.return?.() : undefined
    if (signal.aborted) closed?.then(undefined, () => undefined)
    else await closed
  }
}

async function* fromSync(table: Table, rows: Iterable<object>, signal: AbortSignal) {
  let single: Row[] = []
  for (const item of rows) {
    const isBatch = Array.isArray(item)
    if (!isBatch) single.push(rowOf(table, item))
    if (single.length > 0 && (single.length >= batchRows || isBatch)) {
      yield single
      single = []
    }
    if (isBatch) yield rowsOf(table, item)
    signal.throwIfAborted()
  }
  if (single.length > 0) yield single
}

function rowsOf(table: Table, items: readonly unknown[]): readonly Row[] {
  return items.every(isRow) ? items : items.map((item) => rowOf(table, item))
}

function rowOf(table: Table, item: unknown): Row {
  if (isRow(item)) return item
  throw new TypeError(
    `table "${table.name}": a row is an object by column names, got ${typeof item}`,
  )
}

function isRow(item: unknown): item is Row {
  return typeof item === 'object' && item !== null && !Array.isArray(item)
}

/**
 * The source's next item, or the signal's reason as soon as it aborts. No promise outlives its item: one that all
 * items were raced against would hold on to every one of them.
 */
function abortable(source: AsyncIterator<object>, signal: AbortSignal) {
  let fail: (reason: unknown) => void = () => undefined
  const listen = () => fail(signal.reason)
  signal.addEventListener('abort', listen, { once: true })
  return {
    next: () =>
      new Promise<IteratorResult<object>>((resolve, reject) => {
        fail = reject
        source.next().then(resolve, reject)
      }),
    forget: () => signal.removeEventListener('abort', listen),
  }
}
