import { Kysely, PostgresDialect } from 'kysely'
import type { PostgresCursor, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import { DatabaseError, Pool, types } from 'pg'
import type { PoolClient } from 'pg'
import { columnParsers } from './column.ts'
import type { Database } from './database.ts'
import { heard, loggingTo } from './on-statement.ts'
import type { OnStatement } from './on-statement.ts'
import { shorten } from './prepared.ts'
import type { Tables } from './tables.ts'

export interface PostgresOptions {
  /** How many connections at most; default 10. */
  readonly max?: number
  /** How long a request waits for a free connection before it fails; default 10,000. */
  readonly connectTimeoutMs?: number
  readonly onStatement?: OnStatement | undefined
}

/** A pool on PostgreSQL 15 or newer. It connects with the first statement; `destroy()` waits for those that run. */
export function openPostgres(url: string, options: PostgresOptions = {}): Database {
  const pool = new Pool({
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 10_000,
    application_name: 'auszug',
    keepAlive: true,
    types: { getTypeParser },
  })
  // The pool drops a connection that breaks, and the statement in hand fails; without listeners the process would end.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const clients = new WeakMap<PoolClient, PostgresPoolClient>()
  const connect = async (): Promise<PostgresPoolClient> => {
    const client = await pool.connect().catch(unreachable)
    const known = clients.get(client) ?? preparing(client)
    clients.set(client, known)
    return known
  }
  const dialect = new PostgresDialect({
    pool: { connect, end: () => pool.end(), options: pool.options },
  })
  const db = new Kysely<Tables>({ dialect, ...loggingTo(options.onStatement) })
  shorten(db, async <Row>(text: string, values: readonly unknown[]) => {
    const client = await connect()
    try {
      return await heard(options.onStatement, text, async () => {
        const { rows } = await client.query<Row>(text, values)
        return rows
      })
    } finally {
      client.release()
    }
  })
  pools.set(db, pool)
  return db
}

const pools = new WeakMap<Database, Pool>()

/** How many connections do what, and how many requests wait for one; null for a database of another kind. */
export function connectionsOf(db: Database): Readonly<Record<string, number>> | null {
  const pool = pools.get(db)
  if (pool === undefined) return null
  const { totalCount, idleCount, waitingCount } = pool
  return { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount }
}

/** No connection came about. Whether trying again helps, only the system knows; mostly it does. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.name = 'Unreachable'
  }
}

/** What the server itself says against it, such as a wrong password, goes on as it is. */
function unreachable(error: unknown): never {
  throw error instanceof DatabaseError ? error : new Unreachable(error)
}

/**
 * A statement that begins with a comment of its name is parsed and planned once a connection: such a text never varies.
 *
 * @example `/* license_by_key *\/ select …`
 */
const named = /^\s*\/\* (\w+) \*\//

function preparing(client: PoolClient): PostgresPoolClient {
  function query<R>(
    sql: string,
    parameters: ReadonlyArray<unknown>,
  ): Promise<PostgresQueryResult<R>>
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  function query(text: unknown, parameters?: ReadonlyArray<unknown>): unknown {
    if (typeof text !== 'string') throw new TypeError('cursors are not used')
    const name = named.exec(text)?.[1]
    const values = [...(parameters ?? [])]
    return client.query(name === undefined ? { text, values } : { name, text, values })
  }
  return { query, release: (destroy) => client.release(destroy) }
}

const parsers = new Map<number, (text: string) => unknown>(
  Object.entries(columnParsers).map(([oid, parser]) => [Number(oid), parser]),
)

function getTypeParser(oid: number, format?: 'text' | 'binary') {
  return parsers.get(oid) ?? types.getTypeParser(oid, format)
}
