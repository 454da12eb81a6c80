import { once } from 'node:events'
import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLicense } from '../../src/client/node.ts'
import { onPostgres } from '../database.ts'
import { textOf, unzip } from '../export/unzip.ts'
import { ask, auszug, buildDoors, endAll, freePort, newPlace, sellAt, serve } from './door.ts'
import type { Place, Served, Sold } from './door.ts'

describe('a server that is started, used, stopped and started again', () => {
  let place: Place
  let server: Served
  let token = ''
  let sold: Sold
  let issuer = ''
  let earlier: string | undefined

  beforeAll(async () => {
    await buildDoors()
    place = await newPlace()
  })

  afterAll(async () => {
    await endAll()
    await place.clear()
  })

  const about = async () => (await ask(server, null, 'GET', '/.well-known/license-server')).body
  const kept = new Map<string, string>()
  const startProduct = () =>
    openLicense({
      server: server.address,
      product: 'broetchenbringer',
      key: sold.key,
      fingerprint: 'Kasse 1',
      issuer,
      store: {
        read: (name) => kept.get(name) ?? null,
        write: (name, text) => void kept.set(name, text),
      },
    })

  test('the first start shows the first admin’s token and where the server is', async () => {
    server = await serve(place.env)
    token = server.token ?? ''
    expect(token).toMatch(/^auszug_[\w-]{40,}$/)
    expect(server.welcome).toContain(onPostgres ? 'PostgreSQL' : `PGlite in ${place.directory}`)
    issuer = String((await about()).issuer)
    expect(server.welcome).toContain(issuer)
  })

  test('what is sold there is full at a product’s start', async () => {
    sold = await sellAt(server, token)
    const license = await startProduct()
    expect(license.mode).toBe('full')
    earlier = [...kept.values()].find((text) => text.includes('"token"'))
    await license.close()
  })

  test('its secrets are in files that nobody else can read', async () => {
    expect((await stat(join(place.directory, 'secret.key'))).mode & 0o777).toBe(0o600)
    expect((await stat(place.directory)).mode & 0o077).toBe(0)
  })

  test('each request is one line of JSON with an id, and nothing in it is secret', async () => {
    await ask(server, token, 'GET', `/v1/licenses/${sold.id}`)
    await ask(server, 'a wrong token', 'GET', '/v1/licenses')
    const entries = server.log()
    expect(entries.at(-2)).toEqual({
      at: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T.*Z$/),
      event: 'request',
      id: expect.stringMatching(/^req_/),
      method: 'GET',
      route: '/v1/licenses/:license',
      status: 200,
      ms: expect.any(Number),
    })
    expect(entries.at(-1)).toMatchObject({ status: 401 })
    const log = JSON.stringify(entries)
    for (const secret of [token, sold.key, 'Bäckerei', 'a wrong token'])
      expect(log).not.toContain(secret)
  })

  test.skipIf(onPostgres)(
    'a second process on its data directory is refused, and the first goes on',
    async () => {
      const second = await auszug(['serve'], { ...place.env, PORT: String(await freePort()) })
      expect(second).toMatchObject({ code: 1, out: '' })
      expect(second.err).toMatch(/^Another process uses .*\n$/)
      expect((await fetch(`${server.address}/readyz`)).status).toBe(200)
    },
  )

  test('a signal to stop lets it answer what was asked, and end with 0', async () => {
    const { hostname, port } = new URL(server.address)
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')
    const body = JSON.stringify({ name: 'Asked before the end' })
    socket.write(
      `POST /v1/customers HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${token}\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
    )
    await new Promise((resolve) => setTimeout(resolve, 200))
    const stopped = server.kill('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 200))
    await expect(fetch(`${server.address}/healthz`)).rejects.toThrow('fetch failed')
    socket.write(body.slice(5))
    const [answer]: unknown[] = await once(socket, 'data')
    expect(String(answer)).toMatch(/^HTTP\/1\.1 201 /)
    expect(await stopped).toMatchObject({ code: 0, err: '' })
  })

  test('a port in use is said in a sentence', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const bound = taken.address()
    const PORT = String(typeof bound === 'object' ? bound?.port : 0)
    const failed = await auszug(['serve'], { ...place.env, PORT })
    expect(failed.code).toBe(1)
    expect(failed.err).toBe(
      'The port is in use: stop what listens there, or name another one in PORT.\n',
    )
    taken.close()
  })

  test('a restart keeps everything, also at another address: no new token, the same name, the same license', async () => {
    server = await serve({ ...place.env, PUBLIC_URL: 'https://moved.example' })
    expect(server.token).toBeNull()
    expect(await about()).toMatchObject({
      issuer,
      token_endpoint: 'https://moved.example/v1/tokens',
    })
    const license = await ask(server, token, 'GET', `/v1/licenses/${sold.id}`)
    expect(license.body).toMatchObject({ id: sold.id, seats_used: 1 })
    const keys = await ask(server, token, 'GET', `/v1/licenses/${sold.id}/keys`)
    expect(keys.body.data).toMatchObject([{ key: sold.key }])
    const customers = await ask(server, token, 'GET', '/v1/customers')
    expect(JSON.stringify(customers.body)).toContain('Asked before the end')
  })

  test('a token of before the restart is good after it, with the keys of after it', async () => {
    expect(earlier).toContain('"token"')
    const license = await startProduct()
    expect(license.standing).toMatchObject({ mode: 'full', reason: 'in_term' })
    expect(await license.refresh()).toBe(true)
    await license.close()
    expect((await server.kill('SIGINT')).code).toBe(0)
  })

  test('another secret, and a key file that is lost, are refused with a sentence, and take no record away', async () => {
    const wrong = await auszug(['serve'], {
      ...place.env,
      AUSZUG_SECRET: 'not the one it began with',
    })
    expect(wrong).toMatchObject({ code: 1, out: '' })
    expect(wrong.err).toBe(
      'This database was begun with another secret than AUSZUG_SECRET. Give it the secret that it was begun with: without it its private keys cannot be opened. ' +
        'If that is lost, this remains: every record (`auszug export` needs no secret), and the tokens given so far until they run out; docs/operating.md says how to go on.\n',
    )
    const file = join(place.directory, 'secret.key')
    await rename(file, `${file}.away`)
    const lost = await auszug(['serve'], place.env)
    expect(lost.code).toBe(1)
    expect(lost.err).toContain(`another secret than the key file in ${place.directory}`)
    await expect(stat(file)).rejects.toThrow('ENOENT')
    const records = join(place.directory, 'records.zip')
    expect(await auszug(['export', '--out', records], place.env)).toMatchObject({
      code: 0,
      err: '',
    })
    const licenses = textOf(await unzip(await readFile(records)), 'data/tables/licenses.jsonl')
    expect(licenses).toContain(sold.id)
    const secret = await readFile(`${file}.away`, 'utf8')
    server = await serve({ ...place.env, AUSZUG_SECRET: secret })
    await server.kill('SIGTERM')
    await writeFile(file, secret)
  })

  test('a sandbox does not open what production began', async () => {
    const sandbox = await auszug(['serve', '--sandbox'], place.env)
    expect(sandbox).toMatchObject({ code: 1, out: '' })
    expect(sandbox.err).toMatch(/^This database is marked as production: .*\n$/)
  })
})

describe('a sandbox server with a token of the operator’s choice', () => {
  let place: Place
  let server: Served
  const chosen = 'a-token-of-my-own-with-32-letters'

  beforeAll(async () => {
    await buildDoors()
    place = await newPlace()
    server = await serve(
      { ...place.env, AUSZUG_ADMIN_TOKEN: chosen, AUSZUG_SANDBOX_NOW: '2026-09-30T21:59:59Z' },
      '--sandbox',
    )
  })

  afterAll(async () => {
    await endAll()
    await place.clear()
  })

  test('the chosen token is the first admin’s, and is never shown', async () => {
    expect(server.welcome).not.toContain(chosen)
    expect(server.welcome).toContain('sandbox')
    expect((await ask(server, chosen, 'GET', '/v1/products')).status).toBe(200)
  })

  test('its clock begins where it was told, is moved by hand, and is kept over a restart', async () => {
    const clock = async () => (await ask(server, null, 'GET', '/v1/sandbox/clock')).body
    expect(await clock()).toEqual({ now: '2026-09-30T21:59:59Z' })
    await ask(server, chosen, 'PUT', '/v1/sandbox/clock', { now: '2026-09-30T22:00:00Z' })
    await server.kill('SIGTERM')
    server = await serve({ ...place.env, AUSZUG_SANDBOX: '1' })
    expect(await clock()).toEqual({ now: '2026-09-30T22:00:00Z' })
    await server.kill('SIGTERM')
  })

  test('production does not open what a sandbox began', async () => {
    const production = await auszug(['serve'], place.env)
    expect(production.code).toBe(1)
    expect(production.err).toMatch(/^This database is marked as a sandbox's: .*\n$/)
  })
})
