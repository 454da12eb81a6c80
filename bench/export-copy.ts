import pg from 'pg'
import { startPostgres } from '../test/start-postgres.ts'
import { exactTypes, exportTable, fromSelect, type Table } from '../src/export/index.ts'
import { drained } from './export-case.ts'
import { ordersFrom } from './export-orders.ts'

/** PostgreSQL's own `COPY … TO STDOUT (FORMAT csv)` against the kit, from the same table, in turns. */
export async function endToEnd(rows: number, runs: number): Promise<Record<string, unknown>> {
  const postgres = await startPostgres()
  const pool = new pg.Pool({ connectionString: postgres.url, types: exactTypes(pg.types) })
  // The server may stop sooner than a connection that is closing already.
  pool.on('error', () => undefined)
  try {
    await pool.query(fill, [rows])
    await pool.query('vacuum analyze order_lines')
    const seconds: Record<string, number[]> = { 'COPY csv': [], 'kit csv': [], 'kit jsonl': [] }
    const source = ordersFrom(fromSelect(() => connect(pool), select))
    for (let run = 0; run < runs; run++) {
      seconds['COPY csv']!.push(await timed(() => copied(postgres.url)))
      for (const format of ['csv', 'jsonl'])
        seconds[`kit ${format}`]!.push(await timed(() => written(source, format)))
    }
    const copy = median(seconds['COPY csv']!)
    return Object.fromEntries(
      Object.entries(seconds).map(([name, all]) => [
        name,
        {
          'rows/s': `${Math.round(rows / median(all) / 1000)}k`,
          'of COPY': (copy / median(all)).toFixed(2),
        },
      ]),
    )
  } finally {
    await pool.end()
    await postgres.stop()
  }
}

const columns = 'id, customer, placed_at, deliver_on, total, quantity, paid, note'
const select = `select ${columns} from order_lines order by id`

const fill = `
  create table order_lines as
  select 1000000 + n as id, 'Bäckerei Nr. ' || n % 97 as customer,
    timestamptz '2023-11-14 22:13:20+00' + n * interval '1371 milliseconds' as placed_at,
    date '2026-09-10' + (n % 20)::int as deliver_on, (n % 9973 * 1.37)::numeric(12, 2) as total,
    (n % 50)::int as quantity, n % 2 = 0 as paid,
    case when n % 5 = 0 then null when n % 7 = 0 then 'bitte "warm", mit ' || n % 301 || ' Tüten'
      else 'wie immer, Tour ' || n % 301 end as note
  from generate_series(0::bigint, $1::bigint - 1) n`

async function connect(pool: pg.Pool) {
  const connection = await pool.connect()
  return { connection, release: () => connection.release() }
}

function written(source: Table, format: string): Promise<number> {
  return drained(exportTable(source, format))
}

/** COPY through the same driver and the same socket, its bytes counted and forgotten. */
async function copied(url: string): Promise<number> {
  const client = new pg.Client(url)
  await client.connect()
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  let bytes = 0
  client.query({
    submit: (connection: pg.Connection) => {
      connection.query(`copy (${select}) to stdout (format csv, header)`)
    },
    handleCopyData: ({ chunk }: { chunk: Uint8Array }) => {
      bytes += chunk.length
    },
    handleCommandComplete: () => undefined,
    handleReadyForQuery: () => resolve(bytes),
    handleError: reject,
  })
  const total = await promise
  await client.end()
  return total
}

async function timed(work: () => Promise<number>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}
