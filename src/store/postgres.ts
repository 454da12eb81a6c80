import { Kysely, PostgresDialect } from 'kysely'
import type { PostgresCursor, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import { Pool, types } from 'pg'
import type { PoolClient } from 'pg'
import { columnParsers } from './column.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

export interface PostgresOptions {
  /** How many connections at most; default 10. */
  readonly max?: number
  /** How long a request waits for a free connection before it fails; default 10,000. */
  readonly connectTimeoutMs?: number
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
    const client = await pool.connect()
    const known = clients.get(client) ?? preparing(client)
    clients.set(client, known)
    return known
  }
  const dialect = new PostgresDialect({
    pool: { connect, end: () => pool.end(), options: pool.options },
  })
  return new Kysely<Tables>({ dialect })
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

function getTypeParser(oid: number, format?: 'text' | 'binary') {
  const parser = Object.entries(columnParsers).find(([known]) => Number(known) === oid)
  return parser === undefined ? types.getTypeParser(oid, format) : parser[1]
}
