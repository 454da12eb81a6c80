import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLicense } from '../../src/client/node.ts'
import { onPostgres, openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'
import { ask, auszug, buildDoors, endAll, freePort, newPlace, sellAt, serve } from './door.ts'
import type { Place, Served, Sold } from './door.ts'

// A move leads to PostgreSQL, so these tests are of the run that has one.
describe.runIf(onPostgres)('a server that moves from PGlite to PostgreSQL', () => {
  let place: Place
  let target: TestDatabase
  let server: Served
  let sold: Sold
  let token = ''
  const kept = new Map<string, string>()

  beforeAll(async () => {
    await buildDoors()
    place = await newPlace()
    target = await openTestDatabase(null)
  })

  afterAll(async () => {
    await endAll()
    await target.close()
    await place.clear()
  })

  const onPglite = () => ({ AUSZUG_DATA: place.directory, PORT: port })
  const onTarget = () => ({ ...onPglite(), DATABASE_URL: target.url ?? '' })
  const move = () => auszug(['move', '--to', target.url ?? ''], onPglite())
  let port = ''

  const startProduct = () =>
    openLicense({
      server: `http://localhost:${port}`,
      product: 'broetchenbringer',
      key: sold.key,
      fingerprint: 'Kasse 1',
      store: {
        read: (name) => kept.get(name) ?? null,
        write: (name, text) => void kept.set(name, text),
      },
    })

  test('it says what came along, and where the server goes on', async () => {
    port = String(await freePort())
    server = await serve(onPglite())
    token = server.token ?? ''
    sold = await sellAt(server, token)
    const license = await startProduct()
    expect(license.mode).toBe('full')
    await license.close()
    await server.kill('SIGTERM')
    const { code, out, err } = await move()
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^1 licenses with \d+ events are there, and everything else\.\n/)
    expect(out).toContain(`the key file in ${place.directory} stays what it is.`)
  }, 120_000)

  test('an old client goes on without noticing, online and offline, and so does staff', async () => {
    const offline = await startProduct()
    expect([offline.mode, offline.reason]).toEqual(['full', 'in_term'])
    await offline.close()
    server = await serve(onTarget())
    expect(server.welcome).toContain('PostgreSQL')
    expect(server.token).toBeNull()
    const license = await startProduct()
    await license.refresh()
    expect([license.mode, license.problem]).toEqual(['full', null])
    await license.close()
    const { body } = await ask(server, token, 'GET', `/v1/licenses/${sold.id}/activations`)
    expect(body.data).toHaveLength(1)
  }, 120_000)

  test('a second move into the same database is refused in a sentence', async () => {
    const { code, err } = await move()
    expect(code).toBe(1)
    expect(err).toContain('The server is not empty')
    expect(err).not.toContain('    at ')
  })

  test('a server that runs on the old PostgreSQL has to stop first', async () => {
    const other = await openTestDatabase(null)
    const words = ['move', '--to', other.url ?? '']
    const early = await auszug(words, onTarget())
    expect([early.code, early.err]).toEqual([
      1,
      'A server runs on the old database: stop it first, and then move.\n',
    ])
    await server.kill('SIGTERM')
    const moved = await auszug([...words, '--json'], onTarget())
    expect([moved.code, moved.err]).toEqual([0, ''])
    expect(JSON.parse(moved.out)).toMatchObject({ rows: { licenses: 1, activations: 1 } })
    await other.close()
  }, 120_000)

  test('where nothing is to be moved, or nowhere to go, a sentence says so', async () => {
    const cases = [
      [['move'], '--to is missing.'],
      [['move', '--to', './data'], '--to is a PostgreSQL address'],
      [['move', '--to', target.url ?? ''], 'No server has been started in'],
    ] as const
    for (const [words, sentence] of cases) {
      const { code, err } = await auszug(words, { AUSZUG_DATA: `${place.directory}/nowhere` })
      expect(code).toBe(1)
      expect(err).toContain(sentence)
    }
  })
})
