import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openHouse } from '../api/house.ts'
import type { House, Json, Refusal } from '../api/house.ts'
import { annual, openShop } from '../api/shop.ts'
import type { LicenseWire } from '../api/shop.ts'
import { askToken } from '../api/start-up.ts'
import { moveTo, ok } from '../stories/bakery.ts'
import { listed } from './look.ts'

let house: House
beforeEach(async () => {
  house = await openHouse({ now: '2026-03-01T12:00:00+01:00' })
  await openShop(house)
})
afterEach(() => house.close())

const columns = {
  customer_ref: 'Kundennr',
  customer_name: 'Firma',
  contact_email: 'E-Mail',
  starts_on: 'Beginn',
  license_ref: 'Vertrag',
  key: 'Schlüssel',
  machines: 'Geräte',
  machine_names: 'Gerätenamen',
  objection_side: 'Widerspruch',
  objection_received_at: 'am',
  suspension_reason: 'gesperrt weil',
}
const always = { plan: annual.code, time_zone: 'Europe/Berlin', customer_language: 'de' }
const header =
  'Kundennr;Firma;E-Mail;Beginn;Vertrag;Schlüssel;Geräte;Gerätenamen;Widerspruch;am;gesperrt weil'
const key = 'C1B6DE-39A6E3-DE1529-8559A0-4AF593-V3'

interface Report {
  readonly made: Readonly<Record<string, number>>
  readonly licenses: readonly {
    readonly license: string | null
    readonly key: string | null
    readonly mode: string
    readonly reason: string
    readonly notes: readonly string[]
  }[]
  readonly errors: Refusal['errors']
}

const moveIn = (lines: readonly string[], more: Json = {}) =>
  house.call<Report & Refusal>('POST', '/v1/move-in/csv', {
    body: { system: 'altshop', columns, always, data: [header, ...lines].join('\r\n'), ...more },
  })

const four = [
  `7;"Bäckerei ""Ost""";ost@example.com;01.10.2023;V1;${key};till-1|till-2;Kasse 1|Kasse 2;;;`,
  '7;"Bäckerei ""Ost""";;2025-10-01;V2;;;;vendor;2026-02-20;',
  '8;Café West;;1.1.2026;V3;;till-9;;;;unbezahlt',
  '',
  ';Ohne Nummer;;2026-09-01;V4;;till-5;;;;',
]

describe('four licenses of three customers', () => {
  test('move in with keys, machines, objections and suspensions', async () => {
    const { made, licenses } = ok(await moveIn(four))
    expect(made).toEqual({
      products: 0,
      plans: 0,
      customers: 3,
      licenses: 4,
      keys_brought: 1,
      machines: 3,
      objections: 1,
      suspensions: 1,
    })
    expect(licenses.map(({ mode, reason }) => [mode, reason])).toEqual([
      ['full', 'in_term'],
      ['full', 'in_term'],
      ['export-only', 'suspended'],
      ['export-only', 'not_started'],
    ])
    expect(licenses[3]?.notes).toHaveLength(1)
    const [first, second] = await Promise.all(
      licenses.map(async ({ license }) =>
        ok(await house.call<LicenseWire>('GET', `/v1/licenses/${license}`)),
      ),
    )
    expect(first?.term).toMatchObject({ starts_on: '2025-10-01', ends_on: '2026-09-30' })
    expect(first?.external_refs).toEqual({ altshop: 'V1' })
    expect(first?.customer).toBe(second?.customer)
    expect(second?.objections).toMatchObject([
      { side: 'vendor', effective_on: '2026-09-30', timely: true },
    ])
    const customers = await listed(house, '/v1/customers')
    expect(customers.map(({ name }) => name)).toContain('Bäckerei "Ost"')
  })

  test('a brought-along key opens its license on the machine that had it, however it is typed', async () => {
    ok(await moveIn(four))
    const asked = { license_key: `  ${key}\n`, product: 'broetchenbringer' }
    const reply = ok(await askToken(house, { ...asked, fingerprint: 'till-2' }))
    expect(reply.decision.mode).toBe('full')
    const { data } = ok(
      await house.call<{ data: { machine: string }[] }>(
        'GET',
        `/v1/licenses/${await licenseCalled('V1')}/activations`,
      ),
    )
    expect(data.map(({ machine }) => machine)).toEqual(['Kasse 1', 'Kasse 2'])
    expect((await askToken(house, { ...asked, license_key: `${key}X` })).status).toBe(404)
  })

  test('a new key opens a license that brought none, and an admin sees both kinds again', async () => {
    const { licenses } = ok(await moveIn(four))
    expect(licenses.map((each) => each.key !== null)).toEqual([false, true, true, true])
    const body = { license_key: licenses[1]?.key, product: 'broetchenbringer', fingerprint: 'x' }
    expect(ok(await askToken(house, body)).decision.mode).toBe('full')
    const seen = ok(
      await house.call<{ data: { key: string }[] }>(
        'GET',
        `/v1/licenses/${await licenseCalled('V1')}/keys`,
      ),
    )
    expect(seen.data.map((each) => each.key)).toEqual([key])
  })

  test('everything about it is quiet, and what comes later is not', async () => {
    ok(await moveIn(four))
    const events = await listed(house, '/v1/events')
    expect(events.length).toBeGreaterThan(10)
    expect(events.every(({ quiet }) => quiet === true)).toBe(true)
    await moveTo(house, '2026-10-01T00:00:00+02:00')
    const later = (await listed(house, '/v1/events')).slice(events.length)
    expect(later.map(({ type, quiet }) => [type, quiet])).toContainEqual(['license.renewed', false])
  })

  test('a dry run tells the same and keeps nothing', async () => {
    const before = await listed(house, '/v1/customers')
    const dry = await moveIn(four, { dry_run: true })
    expect(dry.status).toBe(200)
    expect(await listed(house, '/v1/licenses')).toEqual([])
    expect(await listed(house, '/v1/customers')).toEqual(before)
    const wet = ok(await moveIn(four))
    expect(wet.made).toEqual(dry.body.made)
    expect(
      dry.body.licenses.every(({ license, key: made }) => license === null && made === null),
    ).toBe(true)
  })

  test('moving in twice is refused line by line, and a customer who is there already is used', async () => {
    ok(await moveIn(four))
    const again = await moveIn(four)
    expect(again.status).toBe(422)
    expect(again.body.errors?.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/lines/2/key', '/lines/2/license_ref', '/lines/6/license_ref']),
    )
    const { made } = ok(await moveIn(['7;Bäckerei Ost;;;V9;;;;;;']))
    expect(made).toMatchObject({ customers: 0, licenses: 1 })
  })
})

async function licenseCalled(ref: string): Promise<string> {
  const { data } = ok(
    await house.call<{ data: { id: string }[] }>('GET', `/v1/licenses?external_ref=altshop:${ref}`),
  )
  return data[0]?.id ?? ''
}

describe('what is wrong', () => {
  test.each([
    ['7;;;;;;;;;;', '/lines/2/customer_name'],
    ['7;A;no address;;;;;;;;', '/lines/2/contact_email'],
    ['7;A;;31.02.2026;;;;;;;', '/lines/2/starts_on'],
    ['7;A;;1900-01-01;;;;;;;', '/lines/2/starts_on'],
    ['7;A;;;;short;;;;;', '/lines/2/key'],
    ['7;A;;;;aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;;;;;', '/lines/2/key'],
    ['7;A;;;;12345678901234567890;;;;;', '/lines/2/key'],
    ['7;A;;;;AUSZUG-0000-0000-0000-0000-0000-0000-0001;;;;;', '/lines/2/key'],
    ['7;A;;;;;;;nobody;;', '/lines/2/objection_side'],
    ['7;A;;;;;;;vendor;soon;', '/lines/2/objection_received_at'],
    ['7;A;;;;;;;vendor;2027-01-01;', '/lines/2/received_at'],
    ['7;A;;;;;;;;;;one too many', '/data'],
    ['7;"A;;;;;;;;;', '/data'],
  ])('%s is told by its place, and nothing moves in', async (wrong, pointer) => {
    const reply = await moveIn([wrong, '8;Good;;;;;;;;;'])
    expect(reply.status).toBe(422)
    expect(reply.body.errors?.map((each) => each.pointer)).toContain(pointer)
    expect(await listed(house, '/v1/licenses')).toEqual([])
  })

  test('a dry run tells of every line that is wrong, beside what would be made', async () => {
    const { status, body } = await moveIn(['7;;;;;;;;;;', '8;Good;;;;;;;;;', '9;Bad;;x;;;;;;;'], {
      dry_run: true,
    })
    expect(status).toBe(200)
    expect(body.made.licenses).toBe(1)
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual([
      '/lines/2/customer_name',
      '/lines/4/starts_on',
    ])
  })

  test('a mapping that names no such column, or leaves out what is needed, is refused', async () => {
    const wrong = { columns: { ...columns, key: 'Key' } }
    expect((await moveIn(four, wrong)).body.errors?.[0]?.pointer).toBe('/columns/key')
    const less = { always: { time_zone: 'UTC' } }
    expect((await moveIn(four, less)).body.errors?.[0]?.pointer).toBe('/columns/plan')
    const unknown = { always: { ...always, plan: 'nothing' } }
    expect((await moveIn(four, unknown)).body.errors?.[0]?.pointer).toBe('/lines/2/plan')
  })
})

test('five thousand licenses move in at once, each with a key and a machine', async () => {
  const lines = Array.from(
    { length: 5000 },
    (_, n) =>
      `c${n};Bäckerei ${n};b${n}@example.com;2024-0${(n % 9) + 1}-15;v${n};${key}-${n};till-${n};Kasse;;;`,
  )
  const started = performance.now()
  const { made } = ok(await moveIn(lines))
  expect(made).toMatchObject({
    customers: 5000,
    licenses: 5000,
    keys_brought: 5000,
    machines: 5000,
  })
  expect(performance.now() - started).toBeLessThan(60_000)
  const body = { license_key: `${key}-4321`, product: 'broetchenbringer', fingerprint: 'till-4321' }
  expect(ok(await askToken(house, body)).decision.mode).toBe('full')
}, 120_000)
