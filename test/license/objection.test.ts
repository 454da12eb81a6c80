import { expect, test } from 'vitest'
import { decideAt } from '../../src/license/facts.ts'
import { receive } from '../../src/license/objection.ts'
import { terminate } from '../../src/license/termination.ts'
import { admin, at, days, issued, local, objects, refusal, settled, supporter } from './lives.ts'

// The story: 1 October 2025 to 30 September 2026 in Berlin, and on by years.
const license = issued()
const withNotice = issued({ notice: 'P1M' })

test.each([
  ['before the start', license, '2025-09-30T12:00:00+02:00', '2026-09-30', true],
  ['in the first term', license, '2026-01-15T12:00:00+01:00', '2026-09-30', true],
  ['in its last millisecond', license, '2026-09-30T23:59:59.999+02:00', '2026-09-30', true],
  ['at its end', license, '2026-10-01T00:00:00+02:00', '2027-09-30', true],
  ['years later', license, '2036-02-29T00:00:00+01:00', '2036-09-30', true],
  [
    'until the last moment of the last day',
    withNotice,
    '2026-08-30T23:59:59.999+02:00',
    '2026-09-30',
    true,
  ],
  ['on the last objection day', withNotice, '2026-08-31T23:59:59.999+02:00', '2026-09-30', true],
  ['at the deadline itself', withNotice, '2026-09-01T00:00:00+02:00', '2027-09-30', false],
  ['after it', withNotice, '2026-09-30T23:59:59.999+02:00', '2027-09-30', false],
] as const)(
  'an objection %s counts for the first end whose deadline is ahead',
  (_, from, now, on, timely) => {
    const { objection } = objects(from, now)
    expect(objection).toMatchObject({ effectiveOn: on, timely })
    expect(local(from, objection.effectiveAt)).toMatch(/-10-01T00:00:00\+02:00$/)
  },
)

test.each([
  ['2026-09-30T23:59:59.999+02:00', 'full', 'in_term', true],
  ['2026-10-01T00:00:00+02:00', 'export-only', 'ended', true],
  ['2076-10-01T00:00:00+02:00', 'export-only', 'ended', true],
] as const)('at %s an objected license is %s', (instant, mode, reason, ends) => {
  const { license: objected } = objects(license, '2026-09-10T10:00:00+02:00')
  const decision = decideAt(objected, at(instant))
  expect(decision).toMatchObject({ mode, reason, renewal: { automatic: true, ends } })
  expect(decision.term?.endsOn).toBe('2026-09-30')
})

test('a late objection stands through the end before its own', () => {
  const { license: objected, objection } = objects(withNotice, '2026-09-15T12:00:00+02:00')
  const renewed = settled(objected, at('2026-12-01T00:00:00Z'))
  expect(days(renewed)).toEqual(['2025-10-01/2026-09-30', '2026-10-01/2027-09-30'])
  const again = objects(renewed, '2026-12-01T00:00:00Z')
  expect(again).toMatchObject({ objection: { id: objection.id }, events: [] })
  expect(decideAt(renewed, at('2027-10-01T00:00:00+02:00')).reason).toBe('ended')
})

test('each side has one objection that stands, and objecting again changes nothing', () => {
  const first = objects(license, '2026-02-01T00:00:00Z')
  const again = objects(first.license, '2026-03-01T00:00:00Z', { reason: 'again' })
  expect(again.objection).toBe(first.objection)
  expect(again.license.objections).toHaveLength(1)
  const other = objects(again.license, '2026-03-01T00:00:00Z', { side: 'vendor' })
  expect(other.license.objections.map(({ side }) => side)).toEqual(['customer', 'vendor'])
})

test('a letter that came in time takes the place of a later call of the same side: nobody is bound past an end that he objected to in time', () => {
  const called = objects(withNotice, '2026-09-15T12:00:00+02:00')
  expect(called.objection.effectiveOn).toBe('2027-09-30')
  const letter = { receivedAt: at('2026-08-20T12:00:00+02:00'), reason: 'found in the post' }
  const found = objects(called.license, '2026-09-20T12:00:00+02:00', letter)
  expect(found.objection).toMatchObject({ effectiveOn: '2026-09-30', timely: true })
  expect(found.license.objections.map(({ closedAt }) => closedAt)).toEqual([
    at('2026-09-20T12:00:00+02:00'),
    null,
  ])
  expect(
    decideAt(
      settled(found.license, at('2026-10-01T00:00:00+02:00')),
      at('2026-10-01T00:00:00+02:00'),
    ).reason,
  ).toBe('ended')
})

test('where one side is late and the other in time, the license ends at the earlier end', () => {
  const vendor = objects(withNotice, '2026-08-01T00:00:00Z', { side: 'vendor' }).license
  const both = objects(vendor, '2026-09-15T00:00:00Z')
  expect(both.objection.effectiveOn).toBe('2027-09-30')
  expect(decideAt(both.license, at('2026-10-01T00:00:00+02:00')).reason).toBe('ended')
  expect(decideAt(both.license, at('2027-10-01T00:00:00+02:00')).term?.endsOn).toBe('2026-09-30')
})

test('a preview leaves nothing behind: the license given to it stays as it was', () => {
  const before = structuredClone(license)
  objects(license, '2026-09-10T10:00:00+02:00')
  expect(license).toEqual(before)
})

test.each([
  ['a perpetual license', issued({ term: null, renewal: 'none' })],
  ['a license that does not renew', issued({ renewal: 'none' })],
  [
    'a license that has ended',
    settled(objects(license, '2026-01-01T00:00:00Z').license, at('2026-10-02T00:00:00Z')),
  ],
  ['a license that is terminated before the end', terminated('2026-09-30T23:59:59+02:00')],
  ['a license that is terminated at the end', terminated('2026-10-01T00:00:00+02:00')],
] as const)('there is nothing to object to in %s', (_, from) => {
  const now = from.objections.length > 0 ? '2026-10-02T00:00:00Z' : '2026-05-01T00:00:00Z'
  expect(refusal(() => objects(from, now, { side: 'vendor' }))).toBe('nothing-renews')
  expect(refusal(() => objects(from, now, { side: 'vendor', channel: 'letter' }))).toBe(
    'nothing-renews',
  )
})

test('a termination after the end leaves the objection its effect', () => {
  const { objection } = objects(terminated('2026-10-01T00:00:01+02:00'), '2026-05-01T00:00:00Z')
  expect(objection.effectiveOn).toBe('2026-09-30')
})

function terminated(effectiveAt: string) {
  const ending = {
    id: 'trm_1',
    side: 'vendor',
    kind: 'good_cause',
    reason: 'r',
    by: admin,
  } as const
  const now = at('2026-01-01T00:00:00Z')
  return terminate(settled(license, now), { ...ending, effectiveAt: at(effectiveAt) }, now).license
}

test('a letter on its way has no effect until its receipt is recorded', () => {
  const { license: waiting, objection } = objects(license, '2026-09-20T10:00:00Z', {
    channel: 'letter',
  })
  expect(objection).toMatchObject({
    receivedAt: null,
    timely: null,
    effectiveOn: null,
    effectiveAt: null,
  })
  expect(decideAt(waiting, at('2026-10-01T00:00:00+02:00')).mode).toBe('full')
  const now = at('2026-09-25T10:00:00Z')
  const { objection: received } = receive(settled(waiting, now), receipt(null), now)
  expect(received).toMatchObject({
    id: objection.id,
    receivedAt: now,
    effectiveOn: '2026-09-30',
    timely: true,
  })
})

function receipt(receivedAt: number | null) {
  return { side: 'customer', receivedAt, reason: 'the postal slip', by: admin } as const
}

test.each([
  ['clicked', 'portal', null, '2026-09-25T10:00:00Z'],
  ['with a receipt', 'letter', '2026-09-24T10:00:00Z', '2026-09-24T10:00:00Z'],
] as const)(
  'a second declaration, %s, is the receipt of the letter on its way',
  (_, channel, given, received) => {
    const first = objects(license, '2026-09-20T10:00:00Z', { channel: 'letter' })
    const receivedAt = given && at(given)
    const second = objects(first.license, '2026-09-25T10:00:00Z', { channel, receivedAt })
    expect(second.license.objections).toHaveLength(1)
    expect(second.objection).toMatchObject({
      id: 'obj_1',
      channel: 'letter',
      receivedAt: at(received),
    })
    expect(second.objection.effectiveOn).toBe('2026-09-30')
  },
)

test('a second letter on its way changes nothing', () => {
  const first = objects(license, '2026-09-20T10:00:00Z', { channel: 'letter' })
  const second = objects(first.license, '2026-09-25T10:00:00Z', { channel: 'email' })
  expect(second).toMatchObject({ objection: first.objection, events: [] })
})

test('the receipt of what has been received stays as it is', () => {
  const now = at('2026-09-25T10:00:00Z')
  const { license: objected, objection } = objects(license, '2026-09-20T10:00:00Z')
  expect(receive(objected, receipt(null), now).objection).toBe(objection)
  expect(refusal(() => receive(objected, receipt(now), now))).toBe('not-on-its-way')
  expect(refusal(() => receive(license, receipt(now), now))).toBe('no-objection')
})

test.each([
  ['after the request', 'customer', 1, admin, 'r', 'unfit /received_at'],
  ['at the request', 'vendor', 0, supporter, null, 'nothing'],
  ['an hour ago, of the customer', 'customer', -3_600_000, supporter, null, 'nothing'],
  ['24 hours ago, of the customer', 'customer', -86_400_000, supporter, null, 'nothing'],
  ['longer ago, of the customer', 'customer', -86_400_001, supporter, 'r', 'forbidden'],
  ['an hour ago, of the vendor', 'vendor', -3_600_000, supporter, 'r', 'forbidden'],
  ['longer ago, by an admin', 'vendor', -86_400_001, admin, 'the slip', 'nothing'],
  ['longer ago, by an admin without a reason', 'vendor', -86_400_001, admin, null, 'unfit /reason'],
  ['a day ago, by the phone', 'customer', -3_600_000, { id: 'p', role: 'phone' }, 'r', 'forbidden'],
] as const)('a receipt %s is refused or not', (_, side, offset, by, reason, answer) => {
  const now = '2026-09-20T10:00:00Z'
  const declared = { side, by, reason, receivedAt: at(now) + offset, channel: 'letter' } as const
  expect(refusal(() => objects(license, now, declared))).toBe(answer)
})

test('a letter that arrived in time and is typed in after the turn ends the term that was over, from its recording on', () => {
  const recorded = '2026-10-05T09:00:00+02:00'
  const received = { channel: 'letter', receivedAt: at('2026-09-29T10:00:00+02:00') } as const
  const { license: cut, objection, events } = objects(license, recorded, received)
  expect(objection).toMatchObject({ effectiveOn: '2026-09-30', timely: true })
  expect(objection.effectiveAt).toBe(at(recorded))
  expect(days(cut)).toEqual(['2025-10-01/2026-09-30', '2026-10-01/2027-09-30 x'])
  expect(cut.terms[1]?.cutAt).toBe(at(recorded))
  expect(events.map(({ type }) => type)).toEqual(['license.objected', 'license.downgraded'])
  const before = decideAt(cut, at(recorded) - 1)
  expect(before).toMatchObject({ mode: 'full', term: { startsOn: '2026-10-01' } })
  const from = decideAt(cut, at(recorded))
  expect(from).toMatchObject({
    mode: 'export-only',
    reason: 'ended',
    term: { endsOn: '2026-09-30' },
  })
  expect(from.renewal.ends).toBe(true)
  expect(days(settled(cut, at('2030-01-01T00:00:00Z')))).toEqual(days(cut))
})

test('a letter typed in years later ends the term of its time, and leaves the terms that have passed', () => {
  const received = { channel: 'letter', receivedAt: at('2026-09-29T10:00:00+02:00') } as const
  const { license: cut } = objects(license, '2028-10-05T09:00:00+02:00', received)
  const [first, second, third, fourth] = days(cut)
  expect([first, second]).toEqual(['2025-10-01/2026-09-30', '2026-10-01/2027-09-30'])
  expect([third, fourth]).toEqual(['2027-10-01/2028-09-30', '2028-10-01/2029-09-30 x'])
  expect(decideAt(cut, at('2028-10-06T00:00:00Z')).term?.endsOn).toBe('2026-09-30')
})

test('a request that waits for the lock while the job turns the term is in time', () => {
  const turned = settled(license, at('2026-10-01T00:00:00.250+02:00'))
  const { license: cut, objection } = objects(turned, '2026-09-30T23:59:59.900+02:00')
  expect(objection).toMatchObject({ timely: true, effectiveOn: '2026-09-30' })
  expect(objection.receivedAt).toBe(at('2026-09-30T23:59:59.900+02:00'))
  expect(objection.effectiveAt).toBe(at('2026-10-01T00:00:00.250+02:00'))
  expect(decideAt(cut, at('2026-10-01T00:00:00.249+02:00')).mode).toBe('full')
  expect(decideAt(cut, at('2026-10-01T00:00:00.250+02:00')).reason).toBe('ended')
})

// 30 September 2028 is a Saturday; 25 December 2026 a Friday, and the 26th a Saturday.
test.each([
  ['the Monday after a Saturday', {}, '2027-10-01', '2028-10-02T09:00:00+02:00', true],
  ['the Sunday after a Saturday', {}, '2027-10-01', '2028-10-01T09:00:00+02:00', false],
  ['the Tuesday after', {}, '2027-10-01', '2028-10-04T09:00:00+02:00', false],
  ['the Monday after Christmas', {}, '2025-12-26', '2026-12-28T09:00:00+01:00', true],
  [
    'the Monday after Christmas, without a country',
    { preset: 'custom' },
    '2025-12-26',
    '2026-12-28T09:00:00+01:00',
    false,
  ],
  [
    'the Monday after, with a notice',
    { notice: 'P1D' },
    '2027-10-02',
    '2028-10-02T09:00:00+02:00',
    false,
  ],
  ['the first working day of the first term', {}, '2028-10-02', '2028-10-02T09:00:00+02:00', false],
] as const)(
  'an objection on %s is shown to a person where the last day was no working day',
  (_, terms, startsOn, now, flagged) => {
    const { objection } = objects(issued(terms, { startsOn }), now)
    expect(objection.review).toBe(flagged ? 'last_day_not_a_working_day' : null)
  },
)
