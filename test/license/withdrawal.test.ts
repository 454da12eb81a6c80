import { expect, test } from 'vitest'
import type { Withdrawal } from '../../src/license/consent.ts'
import { decideAt } from '../../src/license/facts.ts'
import type { License, Side } from '../../src/license/license.ts'
import { withdraw } from '../../src/license/withdrawal.ts'
import { admin, at, days, issued, objects, refusal, settled, supporter } from './lives.ts'

// Objected by the customer on 10 August; the last objection day is 31 August, the last day 30 September.
const license = issued({ notice: 'P1M' })
const recorded = '2026-08-10T10:00:00Z'
const objected = objects(license, recorded, { by: supporter }).license

const agreed: Withdrawal = {
  kind: 'agreed',
  reason: null,
  agreed: { by: 'N. Beispiel', at: at('2026-08-11T10:00:00Z'), how: 'phone' },
  by: supporter,
}
const error: Withdrawal = { kind: 'error', reason: 'the wrong license', agreed: null, by: admin }

function takenBack(from: License, withdrawal: Withdrawal, now: string, side: Side = 'customer') {
  return withdraw(settled(from, at(now)), side, withdrawal, at(now))
}

test('a withdrawn objection leaves the same terms as none', () => {
  const back = takenBack(objected, agreed, '2026-08-12T10:00:00Z').license
  const until = at('2029-01-01T00:00:00Z')
  expect(days(settled(back, until))).toEqual(days(settled(license, until)))
  expect(decideAt(back, at('2026-10-01T00:00:00+02:00'))).toMatchObject({
    mode: 'full',
    renewal: { ends: false },
  })
})

test.each([
  ['agreed, before the deadline', agreed, '2026-08-12T10:00:00Z', 'nothing'],
  ['agreed, after the deadline', agreed, '2026-09-30T21:59:59Z', 'nothing'],
  ['agreed, at the end', agreed, '2026-09-30T22:00:00Z', 'already-ended'],
  ['agreed by nobody', { ...agreed, agreed: null }, '2026-08-12T10:00:00Z', 'unfit /agreed'],
  ['agreed in the future', agreed, '2026-08-11T09:59:59Z', 'unfit /agreed/at'],
  ['an error, by an admin', error, '2026-08-31T21:59:59.999Z', 'nothing'],
  ['an error, at the deadline', error, '2026-08-31T22:00:00Z', 'deadline-passed'],
  ['an error, after the end', error, '2026-10-02T00:00:00Z', 'deadline-passed'],
  [
    'an error without a reason',
    { ...error, reason: null },
    '2026-08-12T00:00:00Z',
    'unfit /reason',
  ],
  [
    'an own error within the hour',
    { ...error, reason: null, by: supporter },
    '2026-08-10T11:00:00Z',
    'nothing',
  ],
  [
    'an own error after an hour',
    { ...error, by: supporter },
    '2026-08-10T11:00:00.001Z',
    'forbidden',
  ],
  [
    'the error of another',
    { ...error, by: { id: 'tok_2', role: 'support' } },
    '2026-08-10T10:10:00Z',
    'forbidden',
  ],
] as const)('a withdrawal that is %s is refused or not', (_, withdrawal, now, answer) => {
  expect(refusal(() => takenBack(objected, withdrawal, now))).toBe(answer)
})

test('there is nothing to withdraw of a side that has not objected, or has withdrawn', () => {
  expect(refusal(() => takenBack(objected, agreed, '2026-08-12T10:00:00Z', 'vendor'))).toBe(
    'no-objection',
  )
  const back = takenBack(objected, agreed, '2026-08-12T10:00:00Z').license
  expect(refusal(() => takenBack(back, agreed, '2026-08-12T10:00:00Z'))).toBe('no-objection')
})

test('after a withdrawal the same side may object again, by the rules of its own day', () => {
  const back = takenBack(objected, agreed, '2026-09-12T10:00:00Z').license
  const again = objects(back, '2026-09-13T10:00:00Z')
  expect(again.objection).toMatchObject({ id: 'obj_2', effectiveOn: '2027-09-30', timely: false })
})

test('a letter on its way can be withdrawn as an error even after the deadline', () => {
  const waiting = objects(license, recorded, { channel: 'letter' }).license
  expect(refusal(() => takenBack(waiting, error, '2026-09-15T00:00:00Z'))).toBe('nothing')
})

test('a withdrawal by consent after the deadline makes the renewal certain', () => {
  const types = (now: string) => takenBack(objected, agreed, now).events.map(({ type }) => type)
  expect(types('2026-08-12T10:00:00Z')).toEqual(['objection.withdrawn'])
  expect(types('2026-09-12T10:00:00Z')).toEqual(['objection.withdrawn', 'renewal.certain'])
})

test('who consented, and how, stands outside the chained bytes', () => {
  const [event] = takenBack(objected, agreed, '2026-08-12T10:00:00Z').events
  expect(event?.data).toEqual({ objection: 'obj_1', side: 'customer', kind: 'agreed' })
  expect(event?.personal).toEqual({ agreed_by: 'N. Beispiel', agreed_how: 'phone' })
})

test('where the other side objects too, withdrawing one objection renews nothing', () => {
  const both = objects(objected, '2026-08-15T00:00:00Z', { side: 'vendor' }).license
  const back = takenBack(both, agreed, '2026-08-20T00:00:00Z').license
  expect(decideAt(back, at('2026-10-01T00:00:00+02:00')).reason).toBe('ended')
})
