import { expect, test } from 'vitest'
import { activate } from '../../src/license/activation.ts'
import { renewLease, takeLease } from '../../src/license/lease.ts'
import type { Lease, License } from '../../src/license/license.ts'
import { isLeaseLength } from '../../src/license/seat-terms.ts'
import { suspend } from '../../src/license/suspension.ts'
import { at, issued, refusal } from './lives.ts'

const now = at('2026-01-05T12:00:00Z')
const minute = 60_000
const license = issued({ seats: 2, lease: 'PT10M' })

function lease(n: number, takenAt = now): Lease {
  return { id: `lea_${n}`, holder: `user ${n}`, takenAt, expiresAt: takenAt + 10 * minute }
}

function take(from: License, held: readonly Lease[], instant = now) {
  return takeLease(from, held, { id: 'lea_new', holder: 'new' }, instant)
}

test('a lease is taken for as long as the plan says', () => {
  expect(take(license, [lease(1)])).toMatchObject({
    decision: { mode: 'full', reason: 'in_term' },
    lease: { id: 'lea_new', holder: 'new', takenAt: now, expiresAt: now + 10 * minute },
    events: [],
  })
})

test('where all seats are in use there is none, until one has lapsed', () => {
  const held = [lease(1), lease(2, now + minute)]
  const refused = take(license, held, now + 10 * minute - 1)
  expect(refused).toMatchObject({ decision: { mode: 'export-only', reason: 'no_seat' } })
  expect([refused.lease, refused.holders]).toEqual([null, held])
  expect(take(license, held, now + 10 * minute).lease).not.toBeNull()
})

test('a heartbeat lets it run on from then, up to the moment at which it lapses', () => {
  const late = now + 10 * minute - 1
  expect(renewLease(license, lease(1), late).lease).toMatchObject({
    takenAt: now,
    expiresAt: late + 10 * minute,
  })
  expect(refusal(() => renewLease(license, lease(1), late + 1))).toBe('not-found')
})

test('a lease never outlives the term that nothing follows', () => {
  const ending = issued({ seats: 2, lease: 'PT10M', renewal: 'none' })
  const last = at('2026-09-30T23:55:00+02:00')
  expect(take(ending, [], last).lease?.expiresAt).toBe(at('2026-10-01T00:00:00+02:00'))
  expect(take(ending, [], last + 5 * minute)).toMatchObject({
    decision: { reason: 'ended' },
    lease: null,
    holders: null,
  })
})

test('a license that has stopped being full gives and renews none', () => {
  const reason = { id: 'sus_1', reason: 'Unpaid', effectiveAt: null } as const
  const paused = suspend(license, reason, now).license
  expect(take(paused, [], now + 1)).toMatchObject({
    decision: { reason: 'suspended' },
    lease: null,
  })
  expect(renewLease(paused, lease(1), now + 1).lease).toBeNull()
})

test('where seats are counted by machine there are no leases', () => {
  expect(refusal(() => take(issued({ seats: 2 }), []))).toBe('no-leases')
  expect(refusal(() => renewLease(issued({ seats: 2 }), lease(1), now))).toBe('no-leases')
})

test('where seats are counted by use any number of machines has a token', () => {
  const asks = ['a', 'b', 'c', null].map((fingerprint) =>
    activate(license, [], { id: 'act_1', fingerprint, machine: null }, now),
  )
  expect(asks.map(({ decision }) => decision.mode)).toEqual(['full', 'full', 'full', 'full'])
})

test.each([
  ['PT1M', true],
  ['PT90M', true],
  ['PT24H', true],
  ['PT1440M', true],
  ['PT1441M', false],
  ['PT25H', false],
  ['PT0M', false],
  ['PT30S', false],
  ['P1D', false],
  ['', false],
])('whether %s is the length of a lease: %s', (text, is) => expect(isLeaseLength(text)).toBe(is))
