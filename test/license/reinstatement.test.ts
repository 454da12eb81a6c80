import { expect, test } from 'vitest'
import { decideAt, grantAt } from '../../src/license/facts.ts'
import type { License } from '../../src/license/license.ts'
import type { PlanTerms } from '../../src/license/plan.ts'
import { reinstate } from '../../src/license/reinstatement.ts'
import { suspend } from '../../src/license/suspension.ts'
import { terminate } from '../../src/license/termination.ts'
import type { Ending } from '../../src/license/termination.ts'
import { admin, annual, at, days, issued, objects, refusal, settled } from './lives.ts'

const license = issued()
const objected = objects(license, '2026-05-01T00:00:00Z').license
const may = at('2026-05-05T12:00:00+02:00')
const ending: Ending = {
  id: 'trm_1',
  side: 'vendor',
  kind: 'good_cause',
  reason: 'r',
  effectiveAt: null,
  by: admin,
}
const terminated = terminate(settled(license, may), ending, may).license

function back(from: License, now: string, startsOn: string | null = null, terms?: PlanTerms) {
  const catalog = ['orders:read', 'orders:write']
  const named = { id: 'pln_2', code: 'monthly', catalog, presetOverride: null } as const
  const plan = terms ? { ...named, terms } : null
  return reinstate(settled(from, at(now)), { startsOn, plan, reason: 'they are back' }, at(now))
}

test('a customer who comes back gets a new first term from today, and the history stays', () => {
  const { license: again, events } = back(objected, '2026-11-10T09:00:00+01:00')
  expect(days(again)).toEqual(['2025-10-01/2026-09-30', '2026-11-10/2027-11-09'])
  expect(again.objections[0]).toMatchObject({ closedAt: at('2026-11-10T09:00:00+01:00') })
  expect(events.map(({ type }) => type)).toEqual(['license.reinstated'])
  expect(decideAt(again, at('2026-11-10T09:00:00+01:00'))).toMatchObject({ mode: 'full' })
  expect(decideAt(again, at('2026-11-10T08:59:59+01:00')).reason).toBe('ended')
  expect(days(settled(again, at('2028-01-01T00:00:00Z')))).toHaveLength(3)
})

test.each([
  ['the day after the last', objected, '2026-10-01', 'nothing'],
  ['the last day itself', objected, '2026-09-30', 'unfit /starts_on'],
  ['the day of the termination', terminated, '2026-05-05', 'nothing'],
  ['the day before', terminated, '2026-05-04', 'unfit /starts_on'],
  ['a day to come', terminated, '2027-03-01', 'nothing'],
  ['no day at all', terminated, '2027-02-29', 'unfit /starts_on'],
  ['a day too far ahead', terminated, '2199-06-01', 'unfit /starts_on'],
] as const)(
  'a license comes back from %s on, never before its end',
  (_, from, startsOn, answer) => {
    expect(refusal(() => back(from, '2026-11-10T09:00:00+01:00', startsOn))).toBe(answer)
  },
)

test('on the day of a termination the new term begins where the old one was cut', () => {
  const { license: again } = back(terminated, '2026-05-05T15:00:00+02:00')
  const [cut, fresh] = again.terms
  expect(days(again)).toEqual(['2025-10-01/2026-09-30 x', '2026-05-05/2027-05-04'])
  expect(cut?.cutAt).toBe(at('2026-05-05T12:00:00+02:00'))
  expect(fresh?.startsAt).toBe(at('2026-05-05T12:00:00+02:00'))
  expect(decideAt(again, at('2026-05-05T14:00:00+02:00'))).toMatchObject({
    reason: 'terminated',
    conditions: ['terminated', 'in_term'],
  })
})

test('between the return and its first day the license is over, and says when it starts', () => {
  const { license: again } = back(terminated, '2026-06-01T00:00:00Z', '2026-07-01')
  const decision = decideAt(again, at('2026-06-15T00:00:00Z'))
  expect(decision).toMatchObject({
    reason: 'ended',
    conditions: ['ended'],
    support: { until: '2026-05-05' },
  })
  expect(decision.validUntil).toBe(at('2026-07-01T00:00:00+02:00'))
})

test('what does not end does not come back', () => {
  expect(refusal(() => back(license, '2026-11-10T09:00:00+01:00'))).toBe('not-ended')
  expect(refusal(() => back(objected, '2026-09-30T23:59:59+02:00'))).toBe('not-ended')
  const again = back(terminated, '2026-06-01T00:00:00Z', '2026-07-01').license
  expect(refusal(() => back(again, '2026-06-02T00:00:00Z'))).toBe('not-ended')
})

test('another plan brings its own lengths and its own grant, and changes nothing that was', () => {
  const monthly = { ...annual, term: 'P1M', capabilities: ['orders:read'], notice: 'P1W' }
  const now = '2026-05-05T15:00:00+02:00'
  const { license: again } = back(terminated, now, null, monthly)
  expect(again).toMatchObject({ plan: 'pln_2', planCode: 'monthly' })
  expect(days(settled(again, at('2026-06-10T00:00:00Z')))).toEqual([
    '2025-10-01/2026-09-30 x',
    '2026-05-05/2026-06-04',
    '2026-06-05/2026-07-04',
  ])
  expect(grantAt(again, at(now)).capabilities).toEqual(['orders:read'])
  expect(decideAt(again, at('2026-05-01T00:00:00Z'))).toEqual(
    decideAt(terminated, at('2026-05-01T00:00:00Z')),
  )
  const bad = { ...monthly, notice: 'P1M' }
  expect(refusal(() => back(terminated, now, null, bad))).toBe('unfit /notice /renewal_notice')
})

test('coming back does not lift a suspension', () => {
  const now = at('2026-10-05T00:00:00Z')
  const pause = { id: 'sus_1', reason: 'unpaid', effectiveAt: null } as const
  const suspended = suspend(settled(objected, now), pause, now).license
  const again = back(suspended, '2026-11-10T09:00:00+01:00').license
  expect(decideAt(again, at('2026-11-11T00:00:00Z')).conditions).toEqual(['suspended', 'in_term'])
})

test('a return in the past records the terms that have passed, quietly', () => {
  const { license: again, events } = back(objected, '2029-01-10T00:00:00Z', '2026-10-01')
  expect(days(again)).toHaveLength(4)
  expect(events.filter(({ quiet }) => quiet).map(({ type }) => type)).toEqual([
    'license.renewed',
    'license.renewed',
  ])
})

test('an objection before the first day of the return counts for the new term', () => {
  const again = back(terminated, '2026-06-01T00:00:00Z', '2026-07-01').license
  const { objection } = objects(again, '2026-06-15T00:00:00Z')
  expect(objection).toMatchObject({ effectiveOn: '2027-06-30', timely: true })
})

test('a letter that was received before the return says nothing about the new term', () => {
  const again = back(terminated, '2026-06-01T00:00:00Z', '2026-07-01').license
  const receivedAt = at('2026-05-20T00:00:00Z')
  expect(refusal(() => objects(again, '2026-06-15T00:00:00Z', { receivedAt }))).toBe(
    'nothing-renews',
  )
})

test('a license that was terminated before its start can come back before it', () => {
  const early = issued({}, { startsOn: '2027-01-01' }, at('2026-05-01T00:00:00Z'))
  const ending = { id: 'trm_1', side: 'vendor', kind: 'mistake', reason: 'r', by: admin } as const
  const over = terminate(
    early,
    { ...ending, effectiveAt: null },
    at('2026-05-02T00:00:00Z'),
  ).license
  const again = back(over, '2026-06-01T00:00:00Z', '2026-08-01').license
  const decision = decideAt(again, at('2026-06-15T00:00:00Z'))
  expect(decision.validUntil).toBe(at('2026-08-01T00:00:00+02:00'))
  expect(decideAt(again, at('2027-02-01T00:00:00Z')).term?.startsOn).toBe('2026-08-01')
})

test('a license that comes back while the clock has run past the new term’s end still renews', () => {
  const daily = objects(issued({ term: 'P1D' }), '2025-10-02T12:00:00Z').license
  const over = settled(daily, at('2025-10-20T00:00:00Z'))
  const request = at('2025-11-01T00:00:00+01:00') - 100
  const ahead = settled(over, at('2025-11-01T00:00:00+01:00'))
  const again = reinstate(ahead, { startsOn: null, plan: null, reason: 'back' }, request).license
  expect(days(again).at(-1)).toBe('2025-10-31/2025-10-31')
  expect(days(settled(again, at('2025-11-02T12:00:00Z'))).at(-1)).toBe('2025-11-02/2025-11-02')
})

test('who comes back twice comes back to the plan that was agreed last, also before its first day', () => {
  const daily = issued({ term: 'P1D' }, { startsOn: '2026-01-01' })
  const over = objects(daily, '2026-01-01T10:00:00Z').license
  const terms = { capabilities: [], term: null, renewal: 'none' } as const
  const named = { id: 'pln_2', code: 'perpetual', presetOverride: null } as const
  const plan = { ...named, terms, catalog: [] }
  const back = { startsOn: '2026-01-05', plan, reason: 'r' }
  const perpetual = reinstate(
    settled(over, at('2026-01-03T08:00:00Z')),
    back,
    at('2026-01-03T08:00:00Z'),
  ).license
  const ending = { side: 'vendor', kind: 'good_cause', reason: 'r', effectiveAt: null } as const
  const ended = terminate(
    perpetual,
    { ...ending, id: 'trm_9', by: admin },
    at('2026-01-03T09:00:00Z'),
  ).license
  const again = reinstate(
    ended,
    { startsOn: null, plan: null, reason: 'r' },
    at('2026-01-03T10:00:00Z'),
  ).license
  expect(decideAt(again, at('2040-01-01T00:00:00Z'))).toMatchObject({
    mode: 'full',
    term: { endsOn: null },
  })
})

test('an end, a return and another end within one instant read the same after the next return', () => {
  const when = '2026-11-10T09:00:00+01:00'
  const late = objects(license, when, { receivedAt: at('2026-09-01T09:00:00Z') }).license
  const ended = terminate(back(late, when).license, ending, at(when)).license
  const { license: again } = back(ended, '2027-02-01T09:00:00+01:00')
  const hour = at('2026-11-10T10:00:00+01:00')
  expect(decideAt(ended, hour).conditions).toEqual(['terminated', 'in_term'])
  expect(decideAt(again, hour)).toEqual(decideAt(ended, hour))
})
