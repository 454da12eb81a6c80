import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createLocalJWKSet, jwtVerify } from 'jose'
import type { JSONWebKeySet } from 'jose'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onPostgres } from '../database.ts'
import { startPostgres } from '../start-postgres.ts'
import { ask, buildDoors, endAll, sellAt, serve } from './door.ts'
import type { Served, Sold } from './door.ts'

const run = promisify(execFile)

let place: string
let elsewhere: string
let admin: string
let sold: Sold
let given: string

beforeAll(async () => {
  await buildDoors()
  place = await mkdtemp(join(tmpdir(), 'auszug-backup-'))
  elsewhere = join(place, 'elsewhere')
})

afterAll(async () => {
  await endAll()
  await rm(place, { recursive: true, force: true })
})

/** Something to be lost: a license, and a token of it. */
async function live(server: Served): Promise<void> {
  admin = server.token ?? ''
  sold = await sellAt(server, admin)
  given = String((await askToken(server)).body.token)
}

const askToken = (server: Served) => {
  const machine = { fingerprint: 'Kasse 1', machine: 'Kasse 1' }
  const body = { license_key: sold.key, product: 'broetchenbringer', ...machine }
  return ask(server, null, 'POST', '/v1/tokens', body)
}

const customer = async (server: Served, name: string): Promise<string> =>
  String((await ask(server, admin, 'POST', '/v1/customers', { name })).body.id)

/** What the restored server has to show: the same staff, keys, licenses and seats, and tokens from before that verify. */
async function expectAlive(server: Served): Promise<void> {
  const license = await ask(server, admin, 'GET', `/v1/licenses/${sold.id}`)
  expect(license.body).toMatchObject({ seats_used: 1, decision: { mode: 'full' } })
  expect((await askToken(server)).body).toMatchObject({ decision: { mode: 'full' } })
  const published = await fetch(`${server.address}/.well-known/jwks.json`)
  const jwks: JSONWebKeySet = JSON.parse(await published.text())
  expect((await jwtVerify(given, createLocalJWKSet(jwks))).payload.sub).toBe(sold.id)
  const keys = await ask(server, admin, 'GET', `/v1/licenses/${sold.id}/keys`)
  expect(JSON.stringify(keys.body)).toContain(sold.key)
}

const named = async (server: Served, id: string) =>
  (await ask(server, admin, 'GET', `/v1/customers/${id}`)).status

describe.skipIf(onPostgres)('PGlite', () => {
  test('the copied directory of a stopped server, put back, is the server as it was then', async () => {
    const data = join(place, 'data')
    const first = await serve({ AUSZUG_DATA: data })
    await live(first)
    await first.kill('SIGTERM')
    await cp(data, elsewhere, { recursive: true })
    const second = await serve({ AUSZUG_DATA: data })
    const late = await customer(second, 'Nach der Sicherung')
    await second.kill('SIGTERM')
    await rm(data, { recursive: true })

    const back = await serve({ AUSZUG_DATA: elsewhere })
    await expectAlive(back)
    expect(await named(back, late)).toBe(404)
    await back.kill('SIGTERM')
  }, 120_000)
})

describe.runIf(onPostgres)('PostgreSQL', () => {
  test('a base backup, taken while the server works, holds all that was recorded until its end', async () => {
    const postgres = await startPostgres()
    const data = join(place, 'data')
    const server = await serve({ AUSZUG_DATA: data, DATABASE_URL: postgres.url })
    await live(server)
    const during = await baseBackup(postgres, elsewhere, () =>
      customer(server, 'Während der Sicherung'),
    )
    const late = await customer(server, 'Nach der Sicherung')
    await server.kill('SIGTERM')
    await postgres.stop()

    const restored = await startPostgres(
      {},
      { backup: { data: elsewhere, password: postgres.password } },
    )
    const back = await serve({ AUSZUG_DATA: data, DATABASE_URL: restored.url })
    await expectAlive(back)
    expect([await named(back, during), await named(back, late)]).toEqual([200, 404])
    await back.kill('SIGTERM')
    await restored.stop()
  }, 120_000)
})

/** What pg_basebackup does, which our PostgreSQL lacks: copies the files as they lie, and then the log that makes one state of them. */
async function baseBackup<T>(
  { url, data }: { readonly url: string; readonly data: string },
  to: string,
  meanwhile: () => Promise<T>,
): Promise<T> {
  const client = new Client(url)
  await client.connect()
  await client.query(`select pg_backup_start('rehearsal', true)`)
  await run('cp', ['-a', data, to])
  const done = await meanwhile()
  const { rows } = await client.query('select labelfile from pg_backup_stop()')
  await client.end()
  await run('cp', ['-a', `${data}/pg_wal/.`, join(to, 'pg_wal')])
  await writeFile(join(to, 'backup_label'), String(rows[0].labelfile))
  await rm(join(to, 'postmaster.pid'))
  return done
}
