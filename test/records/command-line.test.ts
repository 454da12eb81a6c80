import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, auszug, buildDoors, endAll, newPlace, sellAt, serve } from '../doors/door.ts'
import type { Place, Sold } from '../doors/door.ts'
import { unzip } from '../export/unzip.ts'

let from: Place
let to: Place
let sold: Sold
beforeAll(async () => {
  await buildDoors()
  from = await newPlace()
  to = await newPlace()
  const server = await serve(from.env)
  sold = await sellAt(server, server.token ?? '')
  await server.kill('SIGTERM')
}, 120_000)
afterAll(async () => {
  await endAll()
  await from.clear()
  await to.clear()
})

const file = () => join(from.directory, 'all.zip')

test('a server moves from one place to another by two commands, under a secret of its own', async () => {
  const written = await auszug(['export', '--out', file()], from.env)
  expect([written.code, written.err]).toEqual([0, ''])
  expect((await stat(file())).mode & 0o777).toBe(0o600)
  const without = await auszug(['import', file()], to.env)
  expect([without.code, without.err]).toEqual([1, expect.stringContaining('secret')])
  const secret = join(from.directory, 'secret.key')
  const back = await auszug(['import', file(), '--old-secret', secret, '--json'], to.env)
  expect([back.code, back.err]).toEqual([0, ''])
  expect(JSON.parse(back.out)).toMatchObject({ rows: { licenses: 1 }, sealed_anew: 4 })
  const server = await serve(to.env)
  const body = { license_key: sold.key, product: 'broetchenbringer' }
  expect((await ask(server, null, 'POST', '/v1/tokens', body)).status).toBe(200)
  await server.kill('SIGTERM')
  const twice = await auszug(['import', file(), '--old-secret', secret], to.env)
  expect([twice.code, twice.err]).toEqual([1, expect.stringContaining('not empty')])
}, 120_000)

test('a file that is there already is not written over, and no half of one is left behind', async () => {
  const again = await auszug(['export', '--out', file()], from.env)
  expect([again.code, again.err]).toEqual([1, expect.stringContaining('is there already')])
  const nowhere = join(from.directory, 'no/such/folder.zip')
  expect((await auszug(['export', '--out', nowhere], from.env)).code).toBe(1)
})

test('a customer’s own package is written too', async () => {
  const out = join(from.directory, 'customer.zip')
  const options = ['--out', out, '--customer', sold.customer, '--formats', 'xlsx']
  expect((await auszug(['export', ...options], from.env)).code).toBe(0)
  expect([...(await unzip(await readFile(out))).keys()]).toContain('data/tables/licenses.xlsx')
})

test('every license’s last file is written, and never over another', async () => {
  const out = join(from.directory, 'last')
  const written = await auszug(['sunset', '--out', out, '--json'], from.env)
  expect([written.code, written.err]).toEqual([0, ''])
  expect(JSON.parse(written.out)).toEqual({ folder: out, files: 1, without: 0 })
  const path = join(out, `${sold.id}.lic`)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ version: 1 })
  const again = await auszug(['sunset', '--out', out], from.env)
  expect([again.code, again.err]).toEqual([1, expect.stringContaining('is there already')])
})

test('a CSV file moves in, after a dry run that keeps nothing', async () => {
  const csv = join(from.directory, 'old.csv')
  const mapping = join(from.directory, 'mapping.json')
  await writeFile(csv, 'Name;Nr\nBäckerei Nord;77\n')
  await writeFile(
    mapping,
    JSON.stringify({
      system: 'alt',
      columns: { customer_name: 'Name', license_ref: 'Nr' },
      always: { plan: 'annual', time_zone: 'Europe/Berlin' },
    }),
  )
  const words = ['import', '--csv', csv, '--mapping', mapping]
  const dry = await auszug([...words, '--dry-run'], from.env)
  expect([dry.code, dry.out]).toEqual([0, expect.stringContaining('Would move in: 1 customers')])
  const wet = await auszug(words, from.env)
  expect([wet.code, wet.out]).toEqual([0, expect.stringMatching(/lic_\w+ {2}AUSZUG-/)])
  const twice = await auszug(words, from.env)
  expect([twice.code, twice.err]).toEqual([1, expect.stringContaining('/lines/2/license_ref')])
}, 120_000)

test('what is no package is told in a sentence', async () => {
  const reply = await auszug(['import', join(from.directory, 'old.csv')], to.env)
  expect([reply.code, reply.err]).toEqual([1, expect.stringContaining('no ZIP')])
  expect((await auszug(['import'], to.env)).code).toBe(1)
  expect((await auszug(['import', '/no/such/file.zip'], to.env)).code).toBe(1)
})
