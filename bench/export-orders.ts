import {
  boolean,
  date,
  decimal,
  instant,
  integer,
  table,
  text,
  type Table,
} from '../src/export/index.ts'

/** An order line as a database driver gives it: a new object a row, instants as `Date`, decimals as text. */
export interface OrderLine {
  readonly id: number
  readonly customer: string
  readonly placed_at: Date
  readonly deliver_on: string
  readonly total: string
  readonly quantity: number
  readonly paid: boolean
  readonly note: string | null
}

const customers = Array.from({ length: 97 }, (_, n) => `Bäckerei Nr. ${n}`)
const totals = Array.from({ length: 9973 }, (_, n) => (n * 1.37).toFixed(2))
const notes = Array.from({ length: 301 }, (_, n) =>
  n % 5 === 0 ? null : n % 7 === 0 ? `bitte "warm", mit ${n} Tüten` : `wie immer, Tour ${n}`,
)

function orderLine(n: number): OrderLine {
  return {
    id: 1_000_000 + n,
    customer: customers[n % customers.length]!,
    placed_at: new Date(1_700_000_000_000 + n * 1371),
    deliver_on: `2026-09-${10 + (n % 20)}`,
    total: totals[n % totals.length]!,
    quantity: n % 50,
    paid: n % 2 === 0,
    note: notes[n % notes.length]!,
  }
}

/** The lines in arrays of 1000, made as they are asked for. */
export async function* orderLines(count: number): AsyncGenerator<OrderLine[]> {
  for (let start = 0; start < count; start += 1000)
    yield Array.from({ length: Math.min(1000, count - start) }, (_, n) => orderLine(start + n))
}

export function orders(count: number): Table {
  return ordersFrom(() => orderLines(count))
}

export function ordersFrom(rows: Table['rows']): Table {
  return table({
    name: 'order_lines',
    schema: {
      id: integer(),
      customer: text(),
      placed_at: instant(),
      deliver_on: date(),
      total: decimal(12, 2),
      quantity: integer(),
      paid: boolean(),
      note: text().nullable(),
    },
    rows,
  })
}
