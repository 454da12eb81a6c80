import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publicUrl } from '../api/house.ts'
import { openBusyHouse } from './busy-house.ts'
import type { BusyHouse } from './busy-house.ts'
import { bringBack, openEmptyHouse, packageOf } from './empty-house.ts'
import type { EmptyHouse } from './empty-house.ts'
import { everythingAbout } from './look.ts'
import { repacked, rowsOf } from './repack.ts'
import type { Files } from './repack.ts'

let house: BusyHouse
let empty: EmptyHouse
let archive: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  house = await openBusyHouse()
  archive = await packageOf(house)
  empty = await openEmptyHouse({ now: house.clock.now })
})
afterAll(async () => {
  await house.close()
  await empty.close()
})

async function startAnew(): Promise<void> {
  await empty.close()
  empty = await openEmptyHouse({ now: house.clock.now })
}

/** Hands a package in that is refused, and sees that nothing came of it. */
async function refused(
  bytes: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
) {
  const before = await everythingAbout(empty)
  const reply = await bringBack(empty, bytes, headers)
  if (reply.status === 200) await startAnew()
  expect(await everythingAbout(empty)).toEqual(before)
  return reply
}

const first = (member: string, value: unknown) => (rows: Record<string, unknown>[]) =>
  rows.map((row, n) => (n === 0 ? { ...row, [member]: value } : row))

describe('what is no whole package', () => {
  test.each([
    ['nothing', () => new Uint8Array()],
    ['a text', () => new TextEncoder().encode('no archive at all')],
    ['random bytes', () => crypto.getRandomValues(new Uint8Array(10_000))],
    ['the first half', () => archive.slice(0, archive.length / 2)],
    ['all but the last byte', () => archive.slice(0, -1)],
    ['the second half', () => archive.slice(archive.length / 2)],
  ])('%s is refused', async (_, bytes) => {
    const { status, body } = await refused(new Uint8Array(bytes()))
    expect([status, body.type]).toEqual([422, `${publicUrl}/problems#broken-package`])
  })

  test('a package with any byte flipped is refused, or brings back the same', async () => {
    const whole = await packageOf(house, '/v1/export?formats=jsonl')
    for (let n = 1; n < 40; n++) {
      const at = Math.floor((whole.length * n) / 40)
      const { status } = await bringBack(empty, whole.with(at, (whole[at] ?? 0) ^ 0xff))
      if (status === 422) continue
      // A byte that stands in no file that is read, such as a README.
      expect(status).toBe(200)
      expect(await everythingAbout(empty)).toEqual(await everythingAbout(house))
      await startAnew()
    }
  }, 120_000)

  test('what is not said to be a ZIP is a 415, and more than 100 MB a 413', async () => {
    const { status } = await refused(archive, { 'content-type': 'application/json' })
    expect(status).toBe(415)
    expect((await refused(archive, { 'content-length': '100000001' })).status).toBe(413)
  })
})

type Change = (files: Files) => void

const forgeries: readonly (readonly [what: string, change: Change, facts: object])[] = [
  ['a table is missing', (files) => files.delete('data/tables/terms.jsonl'), { table: 'terms' }],
  [
    'a row is missing in the middle of a history',
    (files) => rowsOf(files, 'events', (rows) => rows.toSpliced(3, 1)),
    { table: 'events' },
  ],
  [
    'the last event is missing',
    (files) => rowsOf(files, 'events', (rows) => rows.slice(0, -1)),
    { table: expect.stringMatching(/^event/) },
  ],
  [
    'an event tells something else',
    (files) => rowsOf(files, 'events', first('data', { product: 'prd_other' })),
    { table: 'events', n: 0, why: 'The event is not what was hashed.' },
  ],
  [
    'an event happened at another time',
    (files) => rowsOf(files, 'events', first('occurred_at', '2020-01-01T00:00:00.000Z')),
    { table: 'events', n: 0 },
  ],
  [
    'a name is another than the one that the event is committed to',
    (files) => rowsOf(files, 'event_personal', first('value', 'somebody else')),
    { table: 'events' },
  ],
  [
    'a license names another event as its last',
    (files) => rowsOf(files, 'licenses', first('head_hash', 'nonsense')),
    { table: 'events' },
  ],
  [
    'a license belongs to nobody',
    (files) => rowsOf(files, 'licenses', first('customer', 'cus_nobody')),
    { table: 'licenses' },
  ],
  [
    'a license lies in no time zone',
    (files) => rowsOf(files, 'licenses', first('time_zone', 'Nowhere/Else')),
    { table: 'licenses', row: 1, column: 'time_zone' },
  ],
  [
    'a license has no rules',
    (files) => rowsOf(files, 'licenses', first('rules', [])),
    { table: 'licenses', row: 1, column: 'rules' },
  ],
  [
    'a license has rules that are no lengths',
    (files) =>
      rowsOf(files, 'licenses', (rows) =>
        rows.map(({ rules, ...row }) => ({
          ...row,
          rules: Array.isArray(rules)
            ? rules.map((each) => ({ ...each, renewalNotice: 'soon' }))
            : [],
        })),
      ),
    { table: 'licenses' },
  ],
  ['a license has no terms', (files) => rowsOf(files, 'terms', () => []), { table: 'licenses' }],
  [
    'a term has an impossible day',
    (files) => rowsOf(files, 'terms', first('starts_on', '2026-02-30')),
    { table: 'terms', row: 1, column: 'starts_on' },
  ],
  [
    'a number is a text',
    (files) => rowsOf(files, 'terms', first('n', '0')),
    { table: 'terms', row: 1, column: 'n' },
  ],
  [
    'a number does not fit',
    (files) => rowsOf(files, 'plans', first('seats', 2 ** 40)),
    { table: 'plans' },
  ],
  [
    'a column is missing',
    (files) => rowsOf(files, 'customers', first('name', undefined)),
    { table: 'customers', row: 1, column: 'name' },
  ],
  [
    'there is a column more',
    (files) => rowsOf(files, 'customers', first('colour', 'red')),
    { table: 'customers', row: 1, column: 'colour' },
  ],
  [
    'a row comes twice',
    (files) => rowsOf(files, 'customers', (rows) => [...rows, ...rows]),
    { table: 'customers' },
  ],
  [
    'a line is no object',
    (files) => files.set('data/tables/customers.jsonl', '[]\n'),
    { table: 'customers' },
  ],
  [
    'a line is no JSON',
    (files) => files.set('data/tables/customers.jsonl', '{"id":\n'),
    { table: 'customers' },
  ],
  [
    'a document has other bytes',
    (files) => rowsOf(files, 'document_parts', first('bytes', 'AAAA')),
    { table: 'documents', why: expect.stringMatching(/^doc_.* is not what was hashed/) },
  ],
  [
    'a document lacks a part',
    (files) => rowsOf(files, 'document_parts', (rows) => rows.slice(1)),
    { table: 'documents' },
  ],
  [
    'bytes are no Base64',
    (files) => rowsOf(files, 'document_parts', first('bytes', 'A')),
    { table: 'document_parts', row: 1, column: 'bytes' },
  ],
  [
    'a document is a page for a browser',
    (files) => rowsOf(files, 'documents', first('media_type', 'text/html')),
    { table: 'documents', row: 1, column: 'media_type' },
  ],
  [
    'a reference is nobody’s',
    (files) => rowsOf(files, 'external_references', first('owner', 'cus_nobody')),
    { table: 'external_references' },
  ],
  [
    'a key is sealed that has another hash',
    (files) => rowsOf(files, 'license_keys', first('hash', 'nonsense')),
    { table: 'license_keys' },
  ],
  [
    'a key is not sealed',
    (files) => rowsOf(files, 'license_keys', first('sealed', 'plain')),
    { table: 'license_keys' },
  ],
  [
    'an event has a position beyond the feed',
    (files) => rowsOf(files, 'events', first('position', 2 ** 50)),
    { table: 'events', column: 'position' },
  ],
  [
    'it is of another version',
    (files) => rowsOf(files, 'package', first('version', 2)),
    { why: expect.stringContaining('version 2') },
  ],
]

describe('a package that was changed by somebody who writes new manifests', () => {
  test.each(forgeries)('is refused where %s', async (_, change, facts) => {
    const { status, body } = await refused(await repacked(archive, change))
    expect([status, body.type]).toEqual([422, `${publicUrl}/problems#broken-package`])
    expect(body).toMatchObject(facts)
  })

  test('is taken where nothing was changed at all', async () => {
    expect((await bringBack(empty, await repacked(archive, () => {}))).status).toBe(200)
    await startAnew()
  })
})

const careless: readonly (readonly [what: string, change: Change])[] = [
  ['a row was changed', (files) => rowsOf(files, 'customers', first('name', 'Other'))],
  ['the manifest was changed', (files) => files.set('manifest-sha512.txt', '')],
  ['the manifest is gone', (files) => files.delete('manifest-sha512.txt')],
  ['a file was added', (files) => files.set('data/tables/more.jsonl', '')],
  ['a file is gone', (files) => files.delete('data/README.en.txt')],
]

test.each(careless)(
  'a package is refused where %s and the manifests were not',
  async (_, change) => {
    const bytes = await repacked(archive, change, { isHonest: false })
    expect((await refused(bytes)).body.type).toBe(`${publicUrl}/problems#broken-package`)
  },
)

test('a customer’s package brings no server back', async () => {
  const bytes = await packageOf(house, `/v1/customers/${house.customers[0]}/export?formats=jsonl`)
  expect((await refused(bytes)).body.why).toContain('Auszug customer data')
})

test('a package without JSON Lines brings no server back', async () => {
  const bytes = await packageOf(house, '/v1/export?formats=csv')
  expect((await refused(bytes)).status).toBe(422)
})

describe('a server of another kind', () => {
  const other = async (options: object, headers = {}) => {
    const target = await openEmptyHouse({ now: house.clock.now, ...options })
    try {
      return (await bringBack(target, archive, headers)).body
    } finally {
      await target.close()
    }
  }

  test('of another name says which name it takes', async () => {
    const body = await other({ issuer: 'https://elsewhere.example.com' })
    expect(body.type).toBe('https://elsewhere.example.com/problems#other-server')
    expect(body.needs).toEqual({ PUBLIC_URL: publicUrl, sandbox: false })
  })

  test('a sandbox takes no records of a production server', async () => {
    expect((await other({ sandbox: true })).type).toBe(`${publicUrl}/problems#other-server`)
  })

  test('under another secret asks for the old one, and takes no wrong one', async () => {
    const secret = 'quite another one'
    for (const headers of [{}, { 'auszug-old-secret': 'a wrong guess' }])
      expect(await other({ secret }, headers)).toMatchObject({
        status: 409,
        type: `${publicUrl}/problems#other-secret`,
      })
  })
})
