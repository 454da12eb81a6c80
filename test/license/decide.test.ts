import { expect, test } from 'vitest'
import { decide, withoutSeat } from '../../src/license/decide.ts'
import type { Facts, Phase, TermFacts } from '../../src/license/decide.ts'
import { decideAt } from '../../src/license/facts.ts'
import { at, issued, objects, settled } from './lives.ts'

const renewal = { automatic: true, ends: false }
const term: TermFacts = { startsOn: '2026-01-01', endsOn: '2026-12-31', startsAt: 100, endsAt: 200 }

function phase(from: number, of: TermFacts | null, running: boolean): Phase {
  return { from, term: of, running, renewal }
}

function facts(changed: Partial<Facts>): Facts {
  return {
    phases: [phase(0, null, false), phase(100, term, true), phase(200, term, false)],
    terminatedAt: null,
    suspensions: [],
    capabilities: ['orders:write', 'orders:read', 'orders:read'],
    limits: { branches: 3 },
    exportFormats: ['csv'],
    support: { until: '2026-12-31' },
    ...changed,
  }
}

const paused = [{ from: 50, to: 150 }]
const lasting = [{ from: 120, to: null }]

test.each([
  ['before the first term', {}, 99, ['not_started'], 100],
  ['at its start', {}, 100, ['in_term'], 200],
  ['in its last millisecond', {}, 199, ['in_term'], 200],
  ['at its end', {}, 200, ['ended'], null],
  ['suspended before the start', { suspensions: paused }, 60, ['not_started', 'suspended'], 100],
  ['suspended in the term', { suspensions: paused }, 149, ['suspended', 'in_term'], 150],
  ['resumed', { suspensions: paused }, 150, ['in_term'], 200],
  ['suspended without an end', { suspensions: lasting }, 119, ['in_term'], 120],
  ['suspended and over', { suspensions: lasting }, 200, ['suspended', 'ended'], null],
  ['terminated', { terminatedAt: 130 }, 130, ['terminated', 'in_term'], null],
  ['about to be', { terminatedAt: 130 }, 129, ['in_term'], 130],
  ['terminated before the start', { terminatedAt: 90 }, 95, ['not_started', 'terminated'], 100],
  [
    'terminated and suspended',
    { terminatedAt: 130, suspensions: lasting },
    140,
    ['terminated', 'suspended', 'in_term'],
    null,
  ],
  [
    'all at once',
    { terminatedAt: 130, suspensions: lasting },
    300,
    ['terminated', 'suspended', 'ended'],
    null,
  ],
  [
    'suspended, to be terminated',
    { terminatedAt: 130, suspensions: lasting },
    125,
    ['suspended', 'in_term'],
    130,
  ],
  ['over, to be terminated', { terminatedAt: 250 }, 200, ['ended'], 250],
] as const)(
  '%s: the first rule gives the reason, and every one that holds is named',
  (_, changed, now, conditions, validUntil) => {
    const decision = decide(facts(changed), now)
    expect(decision.conditions).toEqual(conditions)
    expect(decision.reason).toBe(conditions[0])
    expect(decision.mode).toBe(conditions[0] === 'in_term' ? 'full' : 'export-only')
    expect(decision.validUntil).toBe(validUntil)
  },
)

test('full gives the grant, sorted and each once, and always the export', () => {
  const { capabilities, limits, support } = decide(facts({}), 100)
  expect(capabilities).toEqual(['data:export', 'orders:read', 'orders:write'])
  expect(limits).toEqual({ branches: 3 })
  expect(support).toEqual({ entitled: true, until: '2026-12-31' })
  expect(decide(facts({ capabilities: [], support: null }), 100)).toMatchObject({
    capabilities: ['data:export'],
    support: null,
  })
})

test('export-only gives exactly the export, without limits and support', () => {
  expect(decide(facts({}), 200)).toMatchObject({
    capabilities: ['data:export'],
    limits: {},
    exportFormats: ['csv'],
    support: { entitled: false },
  })
})

test('a machine without a seat keeps the export and the term', () => {
  const decision = withoutSeat(decide(facts({}), 100), 'no_fingerprint')
  expect(decision).toMatchObject({
    mode: 'export-only',
    reason: 'no_fingerprint',
    conditions: ['no_fingerprint', 'in_term'],
    capabilities: ['data:export'],
    limits: {},
    term,
  })
})

test('a renewal is a change of the decision: it is valid until the turn, and no longer', () => {
  const license = issued()
  const decision = decideAt(license, at('2026-01-01T00:00:00Z'))
  expect(decision.validUntil).toBe(at('2026-10-01T00:00:00+02:00'))
  const next = decideAt(license, at('2026-10-01T00:00:00+02:00'))
  expect(next).toMatchObject({
    mode: 'full',
    term: { startsOn: '2026-10-01', endsOn: '2027-09-30' },
  })
})

test('a perpetual license is full for ever, and before its start it waits for it', () => {
  const license = issued({ term: null, renewal: 'none' })
  expect(decideAt(license, at('2199-01-01T00:00:00Z'))).toMatchObject({
    mode: 'full',
    validUntil: null,
    term: { startsOn: '2025-10-01', endsOn: null, endsAt: null },
    support: { until: null },
  })
  const before = decideAt(license, at('2025-09-30T12:00:00Z'))
  expect(before).toMatchObject({ reason: 'not_started', term: null })
  expect(before.validUntil).toBe(at('2025-10-01T00:00:00+02:00'))
})

test('a term of the decision bears days and instants and nothing else, recorded or not', () => {
  const license = issued()
  const then = at('2027-01-01T00:00:00Z')
  const reckoned = decideAt(license, then)
  expect(Object.keys(reckoned.term ?? {})).toEqual(['startsOn', 'endsOn', 'startsAt', 'endsAt'])
  expect(decideAt(settled(license, then), then)).toEqual(reckoned)
})

test('a decision of the past is given from what was recorded by then', () => {
  const objected = objects(issued(), '2026-05-01T12:00:00Z').license
  expect(decideAt(objected, at('2026-05-01T11:59:59.999Z')).renewal.ends).toBe(false)
  expect(decideAt(objected, at('2026-05-01T12:00:00Z')).renewal.ends).toBe(true)
})
