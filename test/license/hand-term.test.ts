import { expect, test } from 'vitest'
import { decideAt } from '../../src/license/facts.ts'
import { amend } from '../../src/license/amendment.ts'
import type { Amendment } from '../../src/license/amendment.ts'
import { addTerm } from '../../src/license/hand-term.ts'
import type { License } from '../../src/license/license.ts'
import { terminate } from '../../src/license/termination.ts'
import { admin, at, days, issued, objects, refusal, settled } from './lives.ts'

const invoiced = issued({ renewal: 'none' })

function paid(from: License, now: string, endsOn: string | null = null) {
  return addTerm(settled(from, at(now)), endsOn, at(now))
}

test('a term by hand follows the last one without a gap', () => {
  const { license, events } = paid(invoiced, '2026-09-01T00:00:00Z')
  expect(days(license)).toEqual(['2025-10-01/2026-09-30', '2026-10-01/2027-09-30'])
  expect(events).toMatchObject([{ type: 'term.added', data: { starts_on: '2026-10-01' } }])
  expect(decideAt(license, at('2026-10-01T00:00:00+02:00')).mode).toBe('full')
  expect(decideAt(license, at('2027-10-01T00:00:00+02:00')).reason).toBe('ended')
  expect(license.terms[1]).toMatchObject({ origin: 'hand', deadline: null })
})

test('several terms can be paid ahead, each with a last day of its own', () => {
  const one = paid(invoiced, '2026-09-01T00:00:00Z', '2026-12-31').license
  const two = paid(one, '2026-09-01T00:00:00Z').license
  expect(days(two).slice(1)).toEqual(['2026-10-01/2026-12-31', '2027-01-01/2027-12-31'])
})

test('a term that is paid after the end is full from its recording on, and not before', () => {
  const { license } = paid(invoiced, '2026-11-01T00:00:00Z')
  expect(decideAt(license, at('2026-10-15T00:00:00Z')).reason).toBe('ended')
  expect(decideAt(license, at('2026-11-01T00:00:00Z'))).toMatchObject({
    mode: 'full',
    term: { startsOn: '2026-10-01' },
  })
})

test.each([
  ['an automatic license', issued(), null, 'renews-automatically'],
  ['a perpetual one', issued({ term: null, renewal: 'none' }), null, 'perpetual'],
  ['a term that ends before it starts', invoiced, '2026-09-30', 'unfit /ends_on'],
  ['a term of one day', invoiced, '2026-10-01', 'nothing'],
  ['no day', invoiced, '2026-02-30', 'unfit /ends_on'],
  ['a day after 2199', invoiced, '2200-01-01', 'unfit /ends_on'],
  ['a terminated license', terminated(), null, 'already-terminated'],
] as const)('a term by hand on %s is refused or not', (_, from, endsOn, answer) => {
  expect(refusal(() => paid(from, '2026-09-01T00:00:00Z', endsOn))).toBe(answer)
})

test('no term is added to what a late-recorded objection has ended, though it would have renewed no more', () => {
  const change = { from: 'next_term', changes: { renewal: 'none' }, plan: null } as const
  const amendment: Amendment = {
    ...change,
    catalog: ['orders:read', 'orders:write'],
    agreement: null,
  }
  const amended = amend(issued(), amendment, at('2026-08-01T00:00:00Z')).license
  const ended = objects(amended, '2026-10-02T08:00:00Z', {
    channel: 'letter',
    receivedAt: at('2026-09-30T08:00:00Z'),
  }).license
  expect(decideAt(ended, at('2026-10-02T08:00:00Z')).reason).toBe('ended')
  expect(refusal(() => paid(ended, '2026-10-02T09:00:00Z'))).toBe('already-ended')
})

test('a term by hand that would be over already is refused', () => {
  expect(refusal(() => paid(invoiced, '2027-10-01T00:00:00+02:00'))).toBe('unfit /ends_on')
  expect(refusal(() => paid(invoiced, '2027-09-30T23:59:59+02:00'))).toBe('nothing')
})

function terminated(): License {
  const ending = {
    id: 'trm_1',
    side: 'vendor',
    kind: 'good_cause',
    reason: 'r',
    by: admin,
  } as const
  return terminate(invoiced, { ...ending, effectiveAt: null }, at('2026-02-01T00:00:00Z')).license
}
