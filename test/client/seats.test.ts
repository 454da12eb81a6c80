import { beforeEach, expect, test } from 'vitest'
import { june, newVendor, openAt } from './vendor.ts'
import type { Vendor } from './vendor.ts'

let vendor: Vendor
beforeEach(async () => {
  vendor = await newVendor(june)
  vendor.binds = true
})

const full = {
  mode: 'export-only',
  reason: 'no_seat',
  capabilities: ['data:export'],
  limits: {},
  activation: undefined,
} as const

test('a machine without a seat knows who has them, and takes one over', async () => {
  vendor.says = full
  vendor.taken = [{ id: 'act_07', machine: 'Kasse 1', last_seen_at: '2026-05-30T08:00:00+02:00' }]
  const license = await openAt(vendor)
  expect(license).toMatchObject({ mode: 'export-only', reason: 'no_seat' })
  const lastSeenAt = Date.parse('2026-05-30T08:00:00+02:00')
  expect(license.machines).toEqual([{ id: 'act_07', machine: 'Kasse 1', lastSeenAt }])
  const [old] = license.machines
  if (old === undefined) throw new TypeError('one is in use')
  vendor.says = {}
  vendor.taken = []
  expect(await license.takeSeat(old)).toBe(true)
  expect(vendor.asked.at(-1)).toMatchObject({ fingerprint: 'machine', replace: 'act_07' })
  expect(license).toMatchObject({ mode: 'full', machines: [] })
  await license.refresh()
  expect(vendor.asked.at(-1)).not.toHaveProperty('replace')
})

test('a seat that the plan does not let go stays where it is, and the product says so', async () => {
  vendor.says = full
  const license = await openAt(vendor)
  expect(await license.takeSeat({ id: 'act_07' })).toBe(false)
  expect(license).toMatchObject({ mode: 'export-only', reason: 'no_seat' })
  vendor.fails = 0
  expect(await license.takeSeat({ id: 'act_07' })).toBe(false)
  expect(license.problem).toMatchObject({ code: 'server_gone' })
})

test('an odd list of machines is no machine, and no harm', async () => {
  vendor.says = full
  for (const odd of ['act_07', { id: 'act_07' }, [null, 7, 'act_07']]) {
    vendor.taken = odd
    expect(await openAt(vendor)).toMatchObject({ reason: 'no_seat', machines: [] })
  }
})
