import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import type { House, Json, List, Refusal, Reply } from './house.ts'
import { openShop } from './shop.ts'
import type { LicenseWire, Shop, Sold } from './shop.ts'

let house: House
let shop: Shop
let sold: Sold
beforeAll(async () => {
  house = await openHouse()
  shop = await openShop(house)
})
beforeEach(async () => {
  house.clock.set('2026-09-01T10:00:00+02:00')
  sold = await shop.sell()
})
afterAll(() => house.close())

const call = (body: Json = {}, query = ''): Promise<Reply<Json>> =>
  house.call('POST', `/v1/licenses/${sold.id}/objections${query}`, {
    body: { side: 'vendor', channel: 'phone', ...body },
    role: 'support',
  })
const read = async (): Promise<LicenseWire> =>
  (await house.call<LicenseWire>('GET', `/v1/licenses/${sold.id}`)).body
const types = async (): Promise<unknown[]> =>
  (await house.call<List>('GET', `/v1/licenses/${sold.id}/events`)).body.data.map(
    ({ type }) => type,
  )

const objection = {
  id: expect.stringMatching(/^obj_[0-9a-z]{26}$/),
  side: 'vendor',
  channel: 'phone',
  declared_by: 'Admin A.',
  reason: 'Support is used too much',
  received_at: '2026-09-01T10:00:00+02:00',
  recorded_at: '2026-09-01T10:00:00+02:00',
  timely: true,
  arrive_by: null,
  effective_on: '2026-09-30',
  effective_at: '2026-10-01T00:00:00+02:00',
  review: null,
  withdrawn_at: null,
  stands: true,
}
/** Whoever gets one gets a signed checkpoint with it. */
const receipt = { ...objection, checkpoint: expect.any(String) }
const said = { declared_by: 'Admin A.', reason: 'Support is used too much' }

test('a preview tells what an objection would do and records nothing', async () => {
  const before = await read()
  const preview = await call(said, '?preview=true')
  expect(preview.status).toBe(200)
  expect(preview.body).toEqual(objection)
  expect(await read()).toEqual(before)
})

test('an objection is recorded with its effect and found under its Location', async () => {
  const made = await call(said)
  expect(made.status).toBe(201)
  expect(made.body).toEqual(receipt)
  const path = `/v1/licenses/${sold.id}/objections/vendor`
  expect(made.headers.get('location')).toBe(path)
  expect((await house.call('GET', path)).body).toEqual(made.body)
  const license = await read()
  expect(license.objections).toEqual([objection])
  expect(license.decision).toMatchObject({ mode: 'full', renewal: { automatic: true, ends: true } })
})

test('objecting again answers with the one that stands, and each side has its own', async () => {
  const first = await call()
  const again = await call({ reason: 'another reason' })
  expect(again.status).toBe(200)
  expect(again.body).toEqual(first.body)
  const other = await call({ side: 'customer', channel: 'portal' })
  expect(other.status).toBe(201)
  expect((await read()).objections).toHaveLength(2)
})

test('of ten who record the same side’s objection at once, one does', async () => {
  const replies = await Promise.all(Array.from({ length: 10 }, () => call()))
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    ...Array(9).fill(200),
    201,
  ])
  expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1)
  expect((await types()).filter((type) => type === 'license.objected')).toHaveLength(1)
})

test('the last second of the last day is in time, the next is not and counts for the next end', async () => {
  house.clock.set('2026-09-30T23:59:59+02:00')
  expect((await call({}, '?preview=true')).body).toMatchObject({
    timely: true,
    effective_on: '2026-09-30',
  })
  house.clock.set('2026-10-01T00:00:00+02:00')
  expect((await call({}, '?preview=true')).body).toMatchObject({
    timely: true,
    effective_on: '2027-09-30',
  })
  sold = await shop.sell({ overrides: { notice: 'P1M' }, starts_on: '2025-11-01' })
  expect((await call()).body).toMatchObject({
    timely: false,
    effective_on: '2027-10-31',
    effective_at: '2027-11-01T00:00:00+01:00',
  })
})

describe('a letter', () => {
  const letter = { channel: 'letter', reason: 'By post' }

  test('on its way has no effect, and says by which day it must arrive', async () => {
    const sent = await call(letter)
    expect(sent.status).toBe(201)
    expect(sent.body).toEqual({
      ...receipt,
      ...letter,
      declared_by: null,
      received_at: null,
      timely: null,
      arrive_by: '2026-09-30',
      effective_on: null,
      effective_at: null,
    })
    expect((await read()).decision.renewal.ends).toBe(false)
  })

  test('has its effect from its receipt on', async () => {
    await call(letter)
    house.clock.set('2026-09-20T09:00:00+02:00')
    const path = `/v1/licenses/${sold.id}/objections/vendor/receipt`
    const receipt = await house.call('PUT', path, {
      body: { received_at: '2026-09-20T09:00:00+02:00' },
      role: 'billing',
    })
    expect(receipt.status).toBe(200)
    expect(receipt.body).toMatchObject({
      received_at: '2026-09-20T09:00:00+02:00',
      recorded_at: '2026-09-01T10:00:00+02:00',
      timely: true,
      arrive_by: null,
      effective_on: '2026-09-30',
    })
    expect(await house.call('PUT', path, { body: {} })).toMatchObject({ body: receipt.body })
    const other = await house.call<Refusal>('PUT', path, {
      body: { received_at: '2026-09-19T09:00:00+02:00', reason: 'The slip says so' },
    })
    expect(other.status).toBe(409)
    expect(other.body.type).toMatch(/#not-on-its-way$/)
  })

  test('counts as received by what is said in its place', async () => {
    const sent = await call(letter)
    const spoken = await call({ channel: 'phone' })
    expect(spoken).toMatchObject({
      status: 200,
      body: { id: sent.body.id, received_at: '2026-09-01T10:00:00+02:00' },
    })
    expect(await types()).toContain('objection.received')
  })

  test('that arrived in time and is typed in after the turn ends the license now, never backwards', async () => {
    house.clock.set('2026-10-03T08:00:00+02:00')
    const late = await house.call('POST', `/v1/licenses/${sold.id}/objections`, {
      body: {
        side: 'vendor',
        ...letter,
        received_at: '2026-09-29T12:00:00+02:00',
      },
    })
    expect(late.body).toMatchObject({
      timely: true,
      effective_on: '2026-09-30',
      effective_at: '2026-10-03T08:00:00+02:00',
    })
    const license = await read()
    expect(license.decision).toMatchObject({
      mode: 'export-only',
      reason: 'ended',
      term: { ends_on: '2026-09-30' },
    })
    const at = encodeURIComponent('2026-10-02T12:00:00+02:00')
    const before = await house.call('GET', `/v1/licenses/${sold.id}/decision?at=${at}`)
    expect(before.body).toMatchObject({ mode: 'full', term: { ends_on: '2027-09-30' } })
    const terms = await house.call<List>('GET', `/v1/licenses/${sold.id}/terms`)
    expect(terms.body.data[1]).toMatchObject({ cut_at: '2026-10-03T08:00:00+02:00' })
  })

  test.each([
    ['support', 'vendor', '2026-08-31T12:00:00+02:00', 403],
    ['support', 'customer', '2026-09-01T09:00:00+02:00', 201],
    ['support', 'customer', '2026-08-31T09:00:00+02:00', 403],
    ['billing', 'customer', '2026-09-01T09:00:00+02:00', 403],
    ['admin', 'vendor', '2026-08-01T09:00:00+02:00', 201],
    ['admin', 'vendor', '2026-09-01T10:00:01+02:00', 422],
  ] as const)(
    'may be recorded by %s for the %s as received at %s: %i',
    async (role, side, received_at, status) => {
      const reply = await house.call('POST', `/v1/licenses/${sold.id}/objections`, {
        body: { side, ...letter, received_at },
        role,
      })
      expect(reply.status).toBe(status)
    },
  )
})

test('where a last day without notice was a Sunday, the next working day is looked at by a person', async () => {
  sold = await shop.sell({ starts_on: '2025-09-01', ends_on: '2026-09-06' })
  house.clock.set('2026-09-07T09:00:00+02:00')
  expect((await call()).body).toMatchObject({
    review: 'last_day_not_a_working_day',
    effective_on: '2027-09-06',
  })
})

describe('an objection is taken back', () => {
  const withdraw = (body: Json, role: 'support' | 'billing' | 'admin' = 'support') =>
    house.call<Refusal & Json>('POST', `/v1/licenses/${sold.id}/objections/vendor/withdrawal`, {
      body,
      role,
    })
  const consent = {
    kind: 'agreed',
    agreed: { by: 'N. Beispiel', at: '2026-09-01T10:00:00+02:00', how: 'on the phone' },
  }

  test('by consent, and the license renews again', async () => {
    const made = await call(said)
    const back = await withdraw(consent)
    expect(back.status).toBe(200)
    expect(back.body).toEqual({
      ...made.body,
      checkpoint: expect.any(String),
      withdrawn_at: '2026-09-01T10:00:00+02:00',
      stands: false,
    })
    expect((await read()).decision.renewal.ends).toBe(false)
    expect(await types()).toContain('objection.withdrawn')
  })

  test('as an error within the hour by who made it, later by an admin with a reason', async () => {
    await call()
    house.clock.set('2026-09-01T11:00:01+02:00')
    expect((await withdraw({ kind: 'error', reason: 'Wrong customer' })).status).toBe(403)
    expect((await withdraw({ kind: 'error' }, 'admin')).status).toBe(422)
    expect((await withdraw({ kind: 'error', reason: 'Wrong customer' }, 'admin')).status).toBe(200)
    await call()
    expect((await withdraw({ kind: 'error' })).status).toBe(200)
  })

  test('not by naming nobody, not twice, and not by billing', async () => {
    await call()
    expect((await withdraw({ kind: 'agreed' })).body.errors).toMatchObject([{ pointer: '/agreed' }])
    expect((await withdraw(consent, 'billing')).status).toBe(403)
    await withdraw(consent)
    expect(await withdraw(consent)).toMatchObject({ status: 404, body: { side: 'vendor' } })
  })

  test('as an error only before the deadline of the end that it is effective at', async () => {
    sold = await shop.sell({ overrides: { notice: 'P7D' } })
    await call()
    house.clock.set('2026-09-24T00:00:00+02:00')
    const late = await withdraw({ kind: 'error', reason: 'Wrong customer' }, 'admin')
    expect(late.status).toBe(409)
    expect(late.body.type).toMatch(/#deadline-passed$/)
    const at = '2026-09-23T12:00:00+02:00'
    expect((await withdraw({ ...consent, agreed: { ...consent.agreed, at } })).status).toBe(200)
  })
})

test.each([
  ['perpetual', { term: null, renewal_term: null, renewal: 'none', renewal_leeway: 'P0D' }],
  ['that does not renew', { renewal: 'none' }],
])('there is nothing to object to on a license %s', async (_, overrides) => {
  sold = await shop.sell({ overrides })
  const reply = await call()
  expect(reply).toMatchObject({ status: 409, body: { license: sold.id } })
  expect(reply.body.type).toMatch(/#nothing-renews$/)
  expect((await call({}, '?preview=true')).status).toBe(409)
})

test.each([
  ['/side', { side: 'nobody' }],
  ['/side', { side: 'both' }],
  ['/side', { side: null }],
  ['/channel', { channel: 'pigeon' }],
  ['/received_at', { received_at: '2026-02-30T00:00:00Z' }],
  ['/received_at', { received_at: '2026-09-01T10:00:00' }],
  ['/received_at', { received_at: '2026-09-30T00:00:00Z' }],
  ['/effective_on', { effective_on: '2026-09-30' }],
])('an objection whose %s is wrong is refused: %j', async (pointer, wrong) => {
  const reply = await call(wrong)
  expect(reply).toMatchObject({ status: 422, body: { errors: [{ pointer }] } })
})

test('nobody has an objection of a side that there is not, nor of one that has not objected', async () => {
  const of = (side: string) => house.call('GET', `/v1/licenses/${sold.id}/objections/${side}`)
  expect((await of('nobody')).status).toBe(404)
  expect((await of('customer')).body.type).toMatch(/#no-objection$/)
  const receipt = `/v1/licenses/${sold.id}/objections/customer/receipt`
  expect((await house.call('PUT', receipt, { body: {} })).body.type).toMatch(/#no-objection$/)
})
