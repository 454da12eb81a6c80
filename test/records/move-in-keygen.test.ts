import { afterEach, beforeEach, expect, test } from 'vitest'
import { openHouse } from '../api/house.ts'
import type { House, Json, Refusal } from '../api/house.ts'
import type { LicenseWire } from '../api/shop.ts'
import { askToken } from '../api/start-up.ts'
import { ok } from '../stories/bakery.ts'
import { keygenAccount } from './keygen-account.ts'
import { listed } from './look.ts'

let house: House
beforeEach(async () => {
  house = await openHouse({ now: '2026-03-01T12:00:00+01:00' })
})
afterEach(() => house.close())

interface Report {
  readonly made: Readonly<Record<string, number>>
  readonly licenses: readonly {
    readonly place: string
    readonly mode: string
    readonly notes: readonly string[]
  }[]
  readonly notes: readonly { readonly what: string; readonly count: number }[]
}

const moveIn = (more: Json = {}) =>
  house.call<Report & Refusal>('POST', '/v1/move-in/keygen', {
    body: { documents: keygenAccount, time_zone: 'Europe/Berlin', ...more },
  })

async function called(ref: string): Promise<LicenseWire> {
  const path = `/v1/licenses?external_ref=keygen:${ref}`
  const { data } = ok(await house.call<{ data: LicenseWire[] }>('GET', path))
  if (data[0] === undefined) throw new Error(`no license ${ref}`)
  return data[0]
}

test('an account at Keygen moves in as products, plans, customers, licenses and machines', async () => {
  const { made } = ok(await moveIn())
  expect(made).toEqual({
    products: 1,
    plans: 3,
    customers: 3,
    licenses: 5,
    keys_brought: 5,
    machines: 2,
    objections: 0,
    suspensions: 1,
  })
  expect(await listed(house, '/v1/products')).toMatchObject([
    {
      code: 'backofen-sud',
      name: 'Backofen Süd',
      capabilities: ['feature:beta-features', 'feature:export_pdf', 'orders:write', 'product:use'],
    },
  ])
  expect(await listed(house, '/v1/plans')).toMatchObject([
    { name: 'Yearly', term: 'P1Y', renewal: 'none', seats: 2 },
    { name: 'Forever', term: null, seats: null },
    { name: 'Trial', term: 'P14D' },
  ])
  expect(await listed(house, '/v1/customers')).toMatchObject([
    { name: 'Ada Bäcker', contacts: [{ emails: ['ada@example.com'] }] },
    { name: 'ofen@example.com' },
    { name: 'd4e5f6', contacts: [] },
  ])
})

test('a license ends on the day on which it would have expired, and what it had otherwise it has', async () => {
  ok(await moveIn())
  expect(await called('a1b2c3')).toMatchObject({
    term: { starts_on: '2025-06-01', ends_on: '2026-06-01' },
    metadata: { name: 'Ost' },
    seats: 2,
    decision: { mode: 'full' },
  })
  expect(await called('b2c3d4')).toMatchObject({ seats: 5, metadata: { branch: 'West' } })
  expect((await called('b2c3d4')).decision.capabilities).toContain('feature:beta-features')
  expect((await called('c3d4e5')).decision).toMatchObject({
    mode: 'export-only',
    reason: 'suspended',
  })
  expect((await called('d4e5f6')).decision).toMatchObject({ mode: 'full', valid_until: null })
  expect((await called('e5f6a7')).decision).toMatchObject({ mode: 'export-only', reason: 'ended' })
})

test('its products go on with the key and the fingerprint that they have', async () => {
  ok(await moveIn())
  const license_key = 'A1B2C3-39A6E3-DE1529-8559A0-4AF593-V3'
  const asked = { license_key, product: 'backofen-sud' }
  const known = ok(await askToken(house, { ...asked, fingerprint: 'print-2' }))
  expect(known.decision).toMatchObject({ mode: 'full' })
  const stranger = ok(await askToken(house, { ...asked, fingerprint: 'print-3' }))
  expect(stranger.decision).toMatchObject({ mode: 'export-only', reason: 'no_seat' })
  expect(stranger.machines?.map(({ machine }) => machine)).toEqual(['Theke', 'm2.local'])
})

test('the report tells what stays behind', async () => {
  const { licenses, notes } = ok(await moveIn({ dry_run: true }))
  expect(
    licenses.flatMap((each) => each.notes.map((note) => [each.place, note.slice(0, 17)])),
  ).toEqual([
    ['/licenses/a1b2c3', '1 of 3 machines s'],
    ['/licenses/e5f6a7', '1 of 1 machines s'],
  ])
  expect(Object.fromEntries(notes.map(({ what, count }) => [what, count]))).toEqual({
    'policies.requireHeartbeat': 1,
    'policies.maxProcesses': 1,
    groups: 1,
    entitlements: 1,
  })
  expect(await listed(house, '/v1/products')).toEqual([])
})

test('products of one name are told apart by the end of their ids, and who has a code keeps it', async () => {
  const product = (id: string, code: string | null) => ({
    id,
    type: 'products',
    attributes: { name: 'Backofen', code },
  })
  const twins = [product('11111111-aaaa', null), product('22222222-bbbb', null)]
  const documents = [{ data: [...twins, product('33333333-cccc', 'backofen')] }]
  const { made, notes } = ok(await moveIn({ documents }))
  expect(made).toMatchObject({ products: 3 })
  const codes = (await listed(house, '/v1/products')).map(({ code }) => code)
  expect(codes).toEqual(['backofen-111-aaaa', 'backofen-222-bbbb', 'backofen'])
  expect(notes).toEqual([
    {
      what: 'products.code',
      count: 2,
      detail: expect.stringContaining('backofen-111-aaaa, backofen-222-bbbb'),
    },
  ])
})

test('a license whose policy was not handed in is told by its id, and nothing moves in', async () => {
  const documents = keygenAccount.filter(
    ({ links }) => !JSON.stringify(links).includes('/policies?'),
  )
  const reply = await moveIn({ documents })
  expect(reply.status).toBe(422)
  expect(reply.body.errors?.map(({ pointer }) => pointer)).toContain('/licenses/a1b2c3')
  expect(await listed(house, '/v1/products')).toEqual([])
})

test.each([
  [[]],
  [[{}]],
  [[{ data: null }]],
  [[{ data: 'text', included: 5 }]],
  [
    [
      {
        data: [
          { type: 'licenses' },
          7,
          null,
          [],
          { id: 'x', type: 'constructor', attributes: { a: 1 } },
        ],
      },
    ],
  ],
  [
    [
      {
        data: {
          type: 'licenses',
          id: 'l',
          attributes: [],
          relationships: { policy: { data: 'p' } },
        },
      },
    ],
  ],
])('documents that are none make no fault of ours', async (documents) => {
  expect((await moveIn({ documents })).status).toBeLessThan(500)
})
