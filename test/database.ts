import { PGlite } from '@electric-sql/pglite'
import { randomUUID } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { inject } from 'vitest'
import type { Database } from '../src/store/database.ts'
import { migrate } from '../src/store/migrate.ts'
import { openPglite } from '../src/store/pglite.ts'
import { openPostgres } from '../src/store/postgres.ts'

/** A fresh database of this run's kind: PGlite in memory, or one of its own on the PostgreSQL server. */
export interface TestDatabase {
  readonly db: Database
  /** Where another process finds it; null on PGlite, which takes one process. */
  readonly url: string | null
  /** Another pool on the same database, as a second replica has; on PGlite the same one. */
  readonly replica: () => Database
  readonly close: () => Promise<void>
}

/** Whether this run is on PostgreSQL, where several connections work at once. */
export const onPostgres = process.env.TEST_DATABASE === 'postgres'

/** @param mark as which it is migrated; null leaves the database empty. */
export async function openTestDatabase(
  mark: { readonly sandbox: boolean } | null = { sandbox: false },
): Promise<TestDatabase> {
  const database = onPostgres ? await onServer() : await inMemory()
  if (mark !== null) await migrate(database.db, mark)
  return database
}

async function inMemory(): Promise<TestDatabase> {
  const db = await openPglite(null, { image: await emptyImage() })
  return { db, url: null, replica: () => db, close: () => db.destroy() }
}

/** An empty database is made once a machine and version, and copied from then on. */
async function emptyImage(): Promise<Blob> {
  const manifest = join(import.meta.dirname, '../node_modules/@electric-sql/pglite/package.json')
  const { version } = JSON.parse(await readFile(manifest, 'utf8'))
  const path = join(tmpdir(), `auszug-empty-pglite-${version}.tar`)
  const known = await readFile(path).catch(() => null)
  if (known !== null) return new Blob([known])
  const pglite = await PGlite.create()
  const image = await pglite.dumpDataDir('none')
  await pglite.close()
  const fresh = `${path}.${randomUUID()}`
  await writeFile(fresh, new Uint8Array(await image.arrayBuffer()))
  await rename(fresh, path)
  return image
}

async function onServer(): Promise<TestDatabase> {
  const server = inject('postgresUrl')
  const name = `auszug_${randomUUID().replaceAll('-', '')}`
  await onAdmin(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const pools: Database[] = []
  const replica = (): Database => {
    const pool = openPostgres(url.href)
    pools.push(pool)
    return pool
  }
  const close = async (): Promise<void> => {
    await Promise.all(pools.map((pool) => pool.destroy()))
    await onAdmin(server, `drop database ${name} with (force)`)
  }
  return { db: replica(), url: url.href, replica, close }
}

async function onAdmin(server: string, statement: string): Promise<void> {
  const client = new Client(server)
  await client.connect()
  await client.query(statement)
  await client.end()
}
