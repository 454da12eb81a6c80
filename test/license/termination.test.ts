import { expect, test } from 'vitest'
import { decideAt } from '../../src/license/facts.ts'
import type { License, TerminationKind } from '../../src/license/license.ts'
import { settle } from '../../src/license/settle.ts'
import { terminate, withdrawTermination } from '../../src/license/termination.ts'
import type { Ending, TerminationWithdrawal } from '../../src/license/termination.ts'
import { admin, at, days, issued, objects, refusal, settled } from './lives.ts'

const license = issued({ notice: 'P1M' })

function ended(from: License, now: string, ending: Partial<Ending> = {}) {
  const whole: Ending = {
    id: `trm_${from.terminations.length + 1}`,
    side: 'vendor',
    kind: 'good_cause',
    reason: 'unpaid',
    effectiveAt: null,
    by: admin,
    ...ending,
  }
  return terminate(settled(from, at(now)), whole, at(now))
}

function takenBack(from: License, withdrawal: Partial<TerminationWithdrawal>, now: string) {
  const agreed = { by: 'N. Beispiel', at: at('2026-01-02T00:00:00Z'), how: 'phone' }
  const said = { kind: 'agreed', reason: 'r', agreed, side: null, by: admin } as const
  const whole: TerminationWithdrawal = { ...said, ...withdrawal }
  return withdrawTermination(settled(from, at(now)), whole, at(now))
}

const now = '2026-01-05T12:00:00Z'

test.each<[TerminationKind, Ending['side']]>([
  ['good_cause', 'vendor'],
  ['good_cause', 'customer'],
  ['mutual', 'both'],
  ['rescission', 'customer'],
  ['switching', 'customer'],
  ['mistake', 'vendor'],
])('a termination of the kind %s ends the license at once and leaves the export', (kind, side) => {
  const { license: over, events } = ended(license, now, { kind, side })
  expect(decideAt(over, at(now) - 1).mode).toBe('full')
  expect(decideAt(over, at(now))).toMatchObject({
    reason: 'terminated',
    conditions: ['terminated', 'in_term'],
    capabilities: ['data:export'],
    exportFormats: ['csv', 'jsonl', 'xlsx'],
    limits: {},
    validUntil: null,
  })
  expect(events.map(({ type }) => type)).toEqual(['license.terminated', 'license.downgraded'])
})

test.each([
  ['2026-07-14T23:59:59.999+02:00', 'full', 'in_term'],
  ['2026-07-15T00:00:00+02:00', 'export-only', 'terminated'],
  ['2026-10-01T00:00:00+02:00', 'export-only', 'terminated'],
] as const)('a termination set for 15 July is %s: %s', (instant, mode, reason) => {
  const set = ended(license, now, { effectiveAt: at('2026-07-15T00:00:00+02:00') }).license
  expect(decideAt(set, at(instant))).toMatchObject({ mode, reason })
  expect(decideAt(set, at(instant)).term?.endsOn).toBe('2026-09-30')
})

test('a terminated license does not renew, and shows the term that was cut short', () => {
  const set = ended(license, now, { effectiveAt: at('2026-10-01T00:00:00+02:00') }).license
  expect(days(settled(set, at('2030-01-01T00:00:00Z')))).toEqual(['2025-10-01/2026-09-30'])
  const later = ended(license, now, { effectiveAt: at('2026-10-01T00:00:01+02:00') }).license
  expect(days(settled(later, at('2030-01-01T00:00:00Z')))).toHaveLength(2)
})

test('a termination takes over from an objection whose end it comes before', () => {
  const late = objects(license, '2026-09-15T00:00:00Z').license
  const over = ended(late, '2026-09-20T00:00:00Z').license
  const decision = decideAt(over, at('2028-01-01T00:00:00Z'))
  expect(decision).toMatchObject({ reason: 'terminated', conditions: ['terminated', 'ended'] })
  expect(decision.term?.endsOn).toBe('2026-09-30')
  expect(decideAt(over, at('2026-09-21T00:00:00Z')).validUntil).toBeNull()
})

test.each([
  ['in the past', license, { effectiveAt: at(now) - 1 }, 'unfit /effective_at'],
  ['mutual by one side', license, { kind: 'mutual' }, 'unfit /side'],
  ['by both sides for good cause', license, { side: 'both' }, 'unfit /side'],
  ['after an earlier one', ended(license, now).license, {}, 'already-terminated'],
  [
    'of what has ended',
    issued({ renewal: 'none' }, { startsOn: '2024-01-01' }),
    {},
    'already-ended',
  ],
] as const)('a termination %s is refused', (_, from, ending, answer) => {
  expect(refusal(() => ended(from, now, ending))).toBe(answer)
})

test('an earlier termination may follow a later one, and the earlier one ends the license', () => {
  const set = ended(license, now, { effectiveAt: at('2026-07-15T00:00:00Z') }).license
  const sooner = ended(set, '2026-02-01T00:00:00Z').license
  expect(decideAt(sooner, at('2026-02-01T00:00:00Z')).reason).toBe('terminated')
})

test.each([
  ['by consent', {}, '2026-02-01T00:00:00Z', 'nothing'],
  ['by consent after the last objection day', {}, '2026-09-10T00:00:00Z', 'nothing'],
  ['by consent of nobody', { agreed: null }, '2026-02-01T00:00:00Z', 'unfit /agreed'],
  ['as an error', { kind: 'error' }, '2026-08-31T21:59:59.999Z', 'nothing'],
  [
    'as an error after the last objection day',
    { kind: 'error' },
    '2026-08-31T22:00:00Z',
    'deadline-passed',
  ],
  ['after its effect', {}, '2026-09-15T00:00:00Z', 'termination-effective'],
] as const)(
  'a termination set for 15 September, withdrawn %s, is refused or not',
  (_, withdrawal, then, answer) => {
    const set = ended(license, now, { effectiveAt: at('2026-09-15T00:00:00Z') }).license
    expect(refusal(() => takenBack(set, withdrawal, then))).toBe(answer)
  },
)

const theirCustomer = { id: 'con_1', role: 'customer' } as const

test.each([
  ['the vendor', 'vendor', { side: 'vendor' }, 'vendor'],
  ['the vendor', 'customer', { side: 'vendor' }, 'other-side'],
  ['the customer', 'customer', { side: 'customer' }, 'customer'],
  ['the customer', 'vendor', { side: 'customer' }, 'other-side'],
  ['the customer themselves', 'customer', { by: theirCustomer }, 'customer'],
  ['the customer themselves', 'vendor', { by: theirCustomer, side: 'vendor' }, 'other-side'],
  ['staff, who say nothing else,', 'customer', {}, 'customer'],
  ['the vendor', 'both', { side: 'vendor' }, 'vendor'],
  ['the customer', 'both', { side: 'customer' }, 'customer'],
  ['the customer', 'both', { side: 'customer', agreed: null }, 'unfit /agreed'],
  ['an admin, as an error of the vendor', 'customer', { kind: 'error', side: 'vendor' }, 'vendor'],
] as const)('%s takes a termination of %s back: %j is %s', (_, side, withdrawal, answer) => {
  const kind = side === 'both' ? 'mutual' : 'good_cause'
  const effectiveAt = at('2026-09-15T00:00:00Z')
  const set = ended(license, now, { side, kind, effectiveAt }).license
  let takenBy = ''
  const why = refusal(() => {
    const [event] = takenBack(set, withdrawal, '2026-02-01T00:00:00Z').events
    if (event?.type === 'termination.withdrawn') takenBy = event.data.side
  })
  expect(why === 'nothing' ? takenBy : why).toBe(answer)
})

test('a withdrawn termination leaves the same terms as none, and makes a passed renewal certain', () => {
  const set = ended(license, now, { effectiveAt: at('2026-09-15T00:00:00Z') }).license
  const { license: back, events } = takenBack(set, {}, '2026-09-10T00:00:00Z')
  expect(events.map(({ type }) => type)).toEqual(['termination.withdrawn', 'renewal.certain'])
  const until = at('2028-01-01T00:00:00Z')
  expect(days(settled(back, until))).toEqual(days(settled(license, until)))
  expect(refusal(() => takenBack(license, {}, now))).toBe('no-termination')
})

test('a termination set for after an end by objection ends nothing a second time', () => {
  const set = ended(license, now, { effectiveAt: at('2026-12-01T00:00:00Z') }).license
  const objected = objects(set, '2026-02-01T00:00:00Z').license
  const { license: over, events } = settle(objected, at('2027-01-01T00:00:00Z'))
  expect(over.terms).toHaveLength(1)
  expect(events.filter(({ type }) => type === 'license.downgraded')).toMatchObject([
    { at: at('2026-10-01T00:00:00+02:00'), data: { reason: 'ended', on: '2026-09-30' } },
  ])
  expect(decideAt(objected, at('2026-11-01T00:00:00Z')).reason).toBe('ended')
  expect(decideAt(objected, at('2026-12-01T00:00:00Z')).conditions).toEqual(['terminated', 'ended'])
})
