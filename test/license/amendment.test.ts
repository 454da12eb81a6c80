import { describe, expect, test } from 'vitest'
import { amend } from '../../src/license/amendment.ts'
import type { Amendment } from '../../src/license/amendment.ts'
import { activate } from '../../src/license/activation.ts'
import { decideAt, grantAt } from '../../src/license/facts.ts'
import { goodUntil } from '../../src/license/good-until.ts'
import { addTerm } from '../../src/license/hand-term.ts'
import type { License } from '../../src/license/license.ts'
import { reinstate } from '../../src/license/reinstatement.ts'
import { settle } from '../../src/license/settle.ts'
import { terminate } from '../../src/license/termination.ts'
import { admin, at, days, issued, objects, refusal, settled } from './lives.ts'

const yearly = issued({ notice: 'P1M' })

/** Amends as the hinge does it: time acts first. */
function amended(license: License, instant: string, asked: Partial<Amendment>): License {
  const amendment: Amendment = {
    from: 'next_term',
    changes: {},
    plan: null,
    catalog: ['orders:read', 'orders:write'],
    agreement: null,
    ...asked,
  }
  return amend(settled(license, at(instant)), amendment, at(instant)).license
}

const monthly = { changes: { renewalTerm: 'P1M', renewalNotice: 'P0D' } } as const

describe('a change from the next term', () => {
  test.each([
    ['2026-08-31T21:59:59Z', '2026-10-01/2026-10-31'],
    ['2026-08-31T22:00:00Z', '2026-10-01/2027-09-30'],
  ] as const)('agreed at %s leaves a term that is certain as it is: %s', (instant, second) => {
    const license = settled(amended(yearly, instant, monthly), at('2026-10-02T00:00:00Z'))
    expect(days(license)[1]).toBe(second)
  })

  test('waits for the term after the one that is certain', () => {
    const license = amended(yearly, '2026-09-15T08:00:00Z', monthly)
    expect(days(settled(license, at('2027-10-02T00:00:00Z')))).toEqual([
      '2025-10-01/2026-09-30',
      '2026-10-01/2027-09-30',
      '2027-10-01/2027-10-31',
    ])
  })

  test('is reckoned with at any distance, whether it has been recorded or not', () => {
    const once = amended(yearly, '2026-01-10T08:00:00Z', monthly)
    const later = { changes: { renewalTerm: 'P3M' } } as const
    const license = amended(once, '2026-10-10T08:00:00Z', later)
    const far = at('2120-01-15T12:00:00Z')
    const { term } = decideAt(license, far)
    expect([term?.startsOn, term?.endsOn]).toEqual(['2119-11-01', '2120-01-31'])
    expect(decideAt(settled(license, far), far)).toEqual(decideAt(license, far))
  })

  test('can be that nothing renews any more: the next term is the last one', () => {
    const license = amended(yearly, '2026-01-10T08:00:00Z', { changes: { renewal: 'none' } })
    expect(decideAt(license, at('2027-09-30T21:59:59Z')).mode).toBe('full')
    expect(decideAt(license, at('2027-09-30T22:00:00Z')).reason).toBe('ended')
    const { license: over, events } = settle(license, at('2040-01-01T00:00:00Z'))
    expect(days(over)).toHaveLength(2)
    expect(events.at(-1)?.type).toBe('license.downgraded')
  })

  test('can be that a license renews by itself, once staff has added that term', () => {
    const trial = issued({ renewal: 'none' })
    const license = amended(trial, '2026-01-10T08:00:00Z', { changes: { renewal: 'automatic' } })
    expect(decideAt(license, at('2026-10-01T08:00:00Z')).reason).toBe('ended')
    const paid = addTerm(license, null, at('2026-02-01T08:00:00Z')).license
    expect(decideAt(paid, at('2031-10-01T08:00:00Z')).mode).toBe('full')
    const objected = objects(paid, '2026-03-01T08:00:00Z').objection
    expect(objected.effectiveOn).toBe(paid.terms[1]?.endsOn)
  })

  test('brings another plan with its first term', () => {
    const plan = {
      id: 'pln_2',
      code: 'monthly',
      terms: { capabilities: ['orders:read'], term: 'P1M', renewal: 'automatic' },
      presetOverride: null,
    } as const
    const license = amended(yearly, '2026-01-10T08:00:00Z', { plan })
    expect(license.planCode).toBe('annual')
    const turned = settled(license, at('2026-10-01T00:00:00Z'))
    expect([turned.planCode, days(turned)[1]]).toEqual(['monthly', '2026-10-01/2026-10-31'])
    const before = decideAt(license, at('2026-09-30T21:59:59Z')).capabilities
    const after = decideAt(license, at('2026-09-30T22:00:00Z')).capabilities
    expect([before, after]).toEqual([
      ['data:export', 'orders:read', 'orders:write'],
      ['data:export', 'orders:read'],
    ])
  })

  test('comes with the real first term where a key was on the shelf', () => {
    const born = at('2025-10-01T08:00:00Z')
    const waiting = issued({}, { startsOn: undefined, startBy: '2026-03-31' }, born)
    const license = amended(waiting, '2025-11-01T08:00:00Z', {
      changes: { renewalTerm: 'P1M', seats: 9 },
    })
    const machine = { id: 'act_1', fingerprint: 'till', machine: null } as const
    const started = activate(license, [], machine, at('2025-12-01T08:00:00Z')).license
    expect(days(settled(started, at('2026-12-02T08:00:00Z'))).slice(-1)).toEqual([
      '2026-12-01/2026-12-31',
    ])
    expect(grantAt(started, at('2026-11-30T12:00:00Z')).seats).toBe(3)
    expect(grantAt(started, at('2026-12-01T12:00:00Z')).seats).toBe(9)
  })
})

test('a token is not good past a next term that is shorter than the leeway of this one', () => {
  const changes = { renewalTerm: 'P1D', renewalNotice: 'P0D', renewalLeeway: 'P0D' }
  const license = amended(yearly, '2026-01-10T08:00:00Z', { changes })
  const last = at('2026-09-30T21:00:00Z')
  expect(goodUntil(yearly, decideAt(yearly, last))).toBe(at('2026-10-03T22:00:00Z'))
  expect(goodUntil(license, decideAt(license, last))).toBe(at('2026-10-01T22:00:00Z'))
})

describe('a change from now on', () => {
  test('holds from its recording, and not before', () => {
    const changes = { capabilities: ['orders:read'], limits: { branches: 9 }, seats: 1 }
    const license = amended(yearly, '2026-01-10T08:00:00Z', { from: 'now', changes })
    expect(decideAt(license, at('2026-01-10T07:59:59Z')).limits).toEqual({ branches: 3 })
    expect(decideAt(license, at('2026-01-10T08:00:00Z'))).toMatchObject({
      capabilities: ['data:export', 'orders:read'],
      limits: { branches: 9 },
    })
  })

  test('also reaches what was agreed for later, and leaves the rest of that as it was', () => {
    const later = { changes: { renewalTerm: 'P1M', renewalNotice: 'P0D', seats: 9 } } as const
    const agreed = amended(yearly, '2026-01-10T08:00:00Z', later)
    const changes = { limits: { branches: 5 }, tokenLifetime: 'PT48H' }
    const license = amended(agreed, '2026-02-10T08:00:00Z', { from: 'now', changes })
    const next = at('2026-10-01T12:00:00Z')
    expect(grantAt(license, next)).toMatchObject({ seats: 9, limits: { branches: 5 } })
    expect(decideAt(license, next).term?.endsOn).toBe('2026-10-31')
    expect(license.rules.at(-1)?.tokenLifetime).toBe('PT48H')
  })
})

test('an amendment never moves an end that an objection names', () => {
  const late = objects(yearly, '2026-09-15T08:00:00Z').license
  const license = amended(late, '2026-09-16T08:00:00Z', monthly)
  expect(late.objections[0]?.effectiveOn).toBe('2027-09-30')
  expect(decideAt(license, at('2027-09-30T21:59:59Z')).mode).toBe('full')
  expect(decideAt(license, at('2027-09-30T22:00:00Z')).reason).toBe('ended')
})

test.each<[string, Partial<Amendment>, string]>([
  ['of nothing', {}, 'unfit '],
  ['of a term from now on', { from: 'now', changes: { term: 'P1M' } }, 'unfit /term'],
  ['that fits no plan', { changes: { renewalNotice: 'P2Y' } }, 'unfit /renewal_notice'],
  ['of what is not sold', { changes: { capabilities: ['x:y'] } }, 'unfit /capabilities/0'],
  ['into a perpetual one', { changes: { term: null, renewal: 'none' } }, 'unfit'],
])('an amendment %s is refused', (_, asked, problem) => {
  expect(refusal(() => amended(yearly, '2026-01-10T08:00:00Z', asked))).toContain(problem)
})

test('what has ended is not amended, and a perpetual license has no next term', () => {
  const over = objects(yearly, '2026-01-10T08:00:00Z').license
  expect(refusal(() => amended(over, '2026-10-01T08:00:00Z', monthly))).toBe('already-ended')
  const perpetual = issued({ term: null, renewal: 'none' })
  expect(refusal(() => amended(perpetual, '2026-01-10T08:00:00Z', monthly))).toBe('perpetual')
})

test('what was agreed for a next term that never came holds for the one that a customer comes back to', () => {
  const agreed = amended(yearly, '2026-01-10T08:00:00Z', monthly)
  const ending = { side: 'vendor', kind: 'good_cause', reason: 'r', effectiveAt: null } as const
  const instant = at('2026-03-01T08:00:00Z')
  const over = terminate(agreed, { ...ending, id: 'trm_1', by: admin }, instant).license
  const { license } = reinstate(over, { startsOn: null, plan: null, reason: 'back' }, instant + 1)
  const { term } = decideAt(license, at('2027-03-15T08:00:00Z'))
  expect([term?.startsOn, term?.endsOn]).toEqual(['2027-03-01', '2027-03-31'])
})
