import { createHash, createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import type { House, Json, List } from './house.ts'
import { openShop } from './shop.ts'
import type { Sold } from './shop.ts'

interface EventWire {
  readonly id: string
  readonly license: string
  readonly type: string
  readonly occurred_at: string
  readonly recorded_at: string
  readonly actor: string
  readonly data: Json & { readonly personal?: Readonly<Record<string, string>> }
  readonly previous_hash: string | null
  readonly hash: string
  readonly quiet: boolean
  readonly personal: Readonly<
    Record<string, { readonly value: string; readonly salt: string } | null>
  >
}

let house: House
let sold: Sold
let other: Sold
beforeAll(async () => {
  house = await openHouse()
  const shop = await openShop(house)
  sold = await shop.sell()
  other = await shop.sell({ starts_on: '2023-10-01' })
  const at = `/v1/licenses/${sold.id}`
  const steps: readonly (readonly [string, string, string, Json?])[] = [
    [
      '2026-01-02T10:00:00+01:00',
      'POST',
      `${at}/inquiries`,
      {
        topic: 'out_of_scope',
        channel: 'phone',
        subject: 'Tax question',
        contact: 'N. Beispiel',
        minutes: 20,
      },
    ],
    [
      '2026-01-03T10:00:00+01:00',
      'POST',
      `${at}/warnings`,
      { form: 'letter', text: 'Please stop: “ü”  \u2028 \ud83e\udd50' },
    ],
    ['2026-02-01T10:00:00+01:00', 'PUT', `${at}/suspension`, { reason: 'Unpaid' }],
    ['2026-02-02T10:00:00+01:00', 'DELETE', `${at}/suspension`],
    [
      '2026-03-01T10:00:00+01:00',
      'POST',
      '/v1/tokens',
      { license_key: sold.key, product: shop.product, fingerprint: 'x', machine: 'Kasse 1' },
    ],
    [
      '2026-08-01T10:00:00+02:00',
      'POST',
      `${at}/objections`,
      { side: 'vendor', channel: 'phone', declared_by: 'Admin A.', reason: 'Too much' },
    ],
    ['2026-10-01T09:00:00+02:00', 'POST', '/v1/settlements', {}],
    ['2026-10-02T09:00:00+02:00', 'GET', `${at}/keys`],
  ]
  for (const [now, method, path, body] of steps) {
    house.clock.set(now)
    const { status, text } = await house.call(method, path, { body })
    if (status >= 300) throw new Error(`${path}: ${text}`)
  }
})
afterAll(() => house.close())

async function eventsAt(path: string): Promise<readonly EventWire[]> {
  const { body } = await house.call<List<EventWire>>('GET', `${path}?limit=200`)
  return body.data
}
const historyOf = ({ id }: Sold) => eventsAt(`/v1/licenses/${id}/events`)

/** RFC 8785 for what events hold, written again here: whoever checks a history needs nothing of ours. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`
}

test('a license’s history tells what has happened, in order, and who did it', async () => {
  const events = await historyOf(sold)
  expect(events.map(({ type }) => type)).toEqual([
    'license.issued',
    'key.issued',
    'inquiry.logged',
    'warning.given',
    'license.suspended',
    'license.resumed',
    'activation.created',
    'renewal.reminder',
    'license.objected',
    'license.downgraded',
    'key.seen',
  ])
  expect(events[0]).toEqual({
    id: expect.stringMatching(/^evt_[0-9a-z]{26}$/),
    license: sold.id,
    type: 'license.issued',
    occurred_at: '2025-10-01T07:00:00.000Z',
    recorded_at: '2025-10-01T07:00:00.000Z',
    actor: expect.stringMatching(/^tok_/),
    data: {
      product: expect.stringMatching(/^prd_/),
      plan: expect.stringMatching(/^pln_/),
      customer: sold.customer,
      time_zone: 'Europe/Berlin',
      starts_on: '2025-10-01',
      ends_on: '2026-09-30',
    },
    previous_hash: null,
    hash: expect.stringMatching(/^[\w-]{43}$/),
    quiet: false,
    personal: {},
  })
  expect(events.find(({ type }) => type === 'license.downgraded')).toMatchObject({
    actor: 'system',
    occurred_at: '2026-09-30T22:00:00.000Z',
    data: {
      reason: 'ended',
      on: '2026-09-30',
      before: ['data:export', 'orders:read', 'orders:write'],
      after: ['data:export'],
    },
  })
})

test('every hash can be computed again from the wire alone, and each holds the one before it', async () => {
  for (const license of [sold, other]) {
    let previous: string | null = null
    for (const event of await historyOf(license)) {
      const { type, occurred_at, recorded_at, actor, data, previous_hash } = event
      const chained = {
        license: license.id,
        type,
        occurred_at,
        recorded_at,
        actor,
        data,
        previous_hash,
      }
      expect(previous_hash).toBe(previous)
      expect(createHash('sha256').update(canonical(chained)).digest('base64url')).toBe(event.hash)
      previous = event.hash
    }
  }
})

test('names and texts stand beside the chain, each with its commitment in it', async () => {
  const events = await historyOf(sold)
  const named = events.filter(({ data }) => data.personal !== undefined)
  expect(named.map(({ type }) => type)).toEqual([
    'inquiry.logged',
    'warning.given',
    'license.suspended',
    'activation.created',
    'license.objected',
  ])
  for (const { data, personal } of named) {
    expect(Object.keys(personal).sort()).toEqual(Object.keys(data.personal ?? {}).sort())
    for (const [field, kept] of Object.entries(personal)) {
      const key = Buffer.from(kept?.salt ?? '', 'base64url')
      expect(key).toHaveLength(16)
      const commitment = createHmac('sha256', key)
        .update(kept?.value ?? '')
        .digest('base64url')
      expect(commitment).toBe(data.personal?.[field])
      expect(JSON.stringify(data)).not.toContain(kept?.value)
    }
  }
  expect(named.at(-1)?.personal).toMatchObject({
    declared_by: { value: 'Admin A.' },
    reason: { value: 'Too much' },
  })
})

test('terms that lay before the record are history that tells nobody anything', async () => {
  const renewals = (await historyOf(other)).filter(({ type }) => type === 'license.renewed')
  expect(renewals.map(({ data, quiet }) => [data.starts_on, quiet])).toEqual([
    ['2024-10-01', true],
    ['2025-10-01', true],
    ['2026-10-01', false],
  ])
})

test('the feed has the events of all licenses in the order of their recording, and goes on from its cursor', async () => {
  const feed = await eventsAt('/v1/events')
  const recorded = feed.map(({ recorded_at }) => recorded_at)
  expect(recorded).toEqual(recorded.toSorted())
  for (const license of [sold, other])
    expect(feed.filter(({ license: id }) => id === license.id)).toEqual(await historyOf(license))
  const first = await house.call<List<EventWire>>('GET', '/v1/events?limit=5')
  const rest = await house.call<List<EventWire>>(
    'GET',
    `/v1/events?limit=200&after=${first.body.next}`,
  )
  expect([...first.body.data, ...rest.body.data]).toEqual(feed)
})

test('what was logged is found under its Location', async () => {
  const logged = await house.call<{ event: string }>('POST', `/v1/licenses/${sold.id}/inquiries`, {
    body: { topic: 'repeat', channel: 'email', subject: 'Again' },
    role: 'support',
  })
  expect(logged).toMatchObject({
    status: 201,
    body: { entitled: false, warning: expect.any(String) },
  })
  const found = await house.call('GET', logged.headers.get('location') ?? '')
  expect(found).toMatchObject({ status: 200, body: { event: logged.body.event } })
})
