import { expect, test } from 'vitest'
import { activate, free } from '../../src/license/activation.ts'
import type { Activation, License } from '../../src/license/license.ts'
import { mostActivations } from '../../src/license/seat-terms.ts'
import { at, issued } from './lives.ts'

const now = at('2026-01-05T12:00:00Z')
const license = issued({ seats: 2 })
const unlimited = issued({ seats: null })

function live(...fingerprints: string[]): Activation[] {
  return fingerprints.map((fingerprint, n) => ({
    id: `act_${n}`,
    fingerprint,
    machine: `Kasse ${n}`,
    createdAt: now - 1000 + n,
    lastSeenAt: now,
    freedAt: null,
    replacedBy: null,
    heldUntil: null,
  }))
}

function asked(
  from: License,
  taken: readonly Activation[],
  fingerprint: string | null,
  instant = now,
  replace: string | null = null,
) {
  return activate(from, taken, { id: 'act_new', fingerprint, machine: 'Kasse', replace }, instant)
}

test.each([
  ['a free seat', license, ['a'], 'b', 'in_term', 'act_new'],
  ['its own seat', license, ['a', 'b'], 'b', 'in_term', 'act_1'],
  ['no seat left', license, ['a', 'b'], 'c', 'no_seat', null],
  ['unlimited seats', unlimited, ['a', 'b', 'c'], 'd', 'in_term', 'act_new'],
  ['no name, where seats are counted', license, [], null, 'no_fingerprint', null],
  ['no name, where they are not', unlimited, [], null, 'in_term', null],
] as const)('a machine with %s gets its answer', (_, from, taken, fingerprint, reason, id) => {
  const { decision, activation } = asked(from, live(...taken), fingerprint)
  expect(decision.reason).toBe(reason)
  expect(activation?.id ?? null).toBe(id)
})

test('without a seat the answer is export-only, and says what else holds', () => {
  const { decision, activations } = asked(license, live('a', 'b'), 'c')
  expect(decision).toMatchObject({
    mode: 'export-only',
    conditions: ['no_seat', 'in_term'],
    capabilities: ['data:export'],
    limits: {},
  })
  expect(decision.exportFormats.length).toBeGreaterThan(0)
  expect(activations).toBeUndefined()
})

test('if seats shrink, the earliest activations keep theirs', () => {
  const three = live('a', 'b', 'c')
  const reasons = ['a', 'b', 'c'].map((each) => asked(license, three, each).decision.reason)
  expect(reasons).toEqual(['in_term', 'in_term', 'no_seat'])
})

test('an export-only license makes no activation and needs no seat', () => {
  const early = at('2025-09-30T12:00:00Z')
  const answer = asked(license, live('a', 'b'), 'c', early)
  expect(answer).toMatchObject({
    decision: { reason: 'not_started' },
    activation: null,
    events: [],
  })
})

test('a new activation is an event, and one that is known is none', () => {
  const [event] = asked(license, [], 'a').events
  expect(event).toMatchObject({ type: 'activation.created', personal: { machine: 'Kasse' } })
  expect(asked(license, live('a'), 'a').events).toEqual([])
})

test('a license with unlimited seats has at most 10,000 activations', () => {
  const full = live(...Array.from({ length: mostActivations }, (_, n) => `${n}`))
  expect(asked(unlimited, full, 'one more').decision.reason).toBe('no_seat')
  expect(asked(unlimited, full, '9999').decision.reason).toBe('in_term')
  expect(asked(unlimited, full.slice(1), 'one more').decision.reason).toBe('in_term')
})

test('freeing a seat twice changes nothing the second time', () => {
  const [activation] = live('a')
  if (activation === undefined) throw new TypeError('one is live')
  const first = free(license, activation, now)
  expect(first.activations).toMatchObject([{ id: 'act_0', freedAt: now }])
  expect(free(license, { ...activation, freedAt: now }, now + 1)).toEqual({ license, events: [] })
})
