import { expect, test } from 'vitest'
import { inZone } from '../../src/license/calendar.ts'
import type { LicenseEvent } from '../../src/license/event.ts'
import { decideAt } from '../../src/license/facts.ts'
import type { License } from '../../src/license/license.ts'
import { nextDue } from '../../src/license/next-due.ts'
import { settle } from '../../src/license/settle.ts'
import { suspend } from '../../src/license/suspension.ts'
import { at, days, issued, local, objects, settled } from './lives.ts'

const license = issued()

function happened(from: License, until: string): string[] {
  return settle(from, at(until)).events.map((event) => `${day(event)} ${event.type}`)
}

function day({ at: instant }: LicenseEvent): string {
  return inZone(instant, 'Europe/Berlin').slice(0, 16)
}

test('the clock records a start, reminders, the deadline and the renewal, at their instants', () => {
  const steps = ['2025-10-01', '2026-07-03', '2026-09-01', '2026-09-24', '2026-09-30', '2026-10-02']
  let state = license
  const told = steps.flatMap((until) => {
    const { license: next, events } = settle(state, at(`${until}T12:00:00Z`))
    state = next
    return events.map((event) => `${day(event)} ${event.type}`)
  })
  expect(told).toEqual([
    '2025-10-01T00:00 license.started',
    '2026-07-02T09:00 renewal.reminder',
    '2026-08-31T09:00 renewal.reminder',
    '2026-09-23T09:00 renewal.reminder',
    '2026-09-29T09:00 renewal.reminder',
    '2026-10-01T00:00 renewal.certain',
    '2026-10-01T00:00 license.renewed',
  ])
})

test.each([
  ['2026-09-10T00:00:00Z', ['2026-08-31T09:00 renewal.reminder']],
  ['2026-09-29T21:00:00Z', ['2026-09-29T09:00 renewal.reminder']],
  [
    '2026-09-30T22:00:00Z',
    ['2026-10-01T00:00 renewal.certain', '2026-10-01T00:00 license.renewed'],
  ],
] as const)(
  'of the reminders that a late job missed by %s only the last goes out, and none after the deadline',
  (until, told) => {
    const started = settled(license, at('2025-10-02T00:00:00Z'))
    expect(happened(started, until)).toEqual(told)
  },
)

test('a week of missed runs of a daily license is recorded in order, each day once', () => {
  const daily = issued({ term: 'P1D' })
  const until = at('2025-10-08T12:00:00Z')
  const { license: late, events } = settle(settled(daily, at('2025-10-01T12:00:00Z')), until)
  expect(days(late).slice(1)).toEqual(
    ['02', '03', '04', '05', '06', '07', '08'].map((each) => `2025-10-${each}/2025-10-${each}`),
  )
  const types = events.map(({ type }) => type)
  expect(types).toEqual(
    Array.from({ length: 7 }, () => ['renewal.certain', 'license.renewed']).flat(),
  )
  expect(late.terms.slice(1).every(({ recordedAt }) => recordedAt === until)).toBe(true)
})

test('a late job harms nobody: an unsettled license reads as renewed', () => {
  expect(decideAt(license, at('2032-01-01T00:00:00Z'))).toMatchObject({
    mode: 'full',
    term: { startsOn: '2031-10-01', endsOn: '2032-09-30' },
  })
})

test('an ending says what was allowed before and what is from now on', () => {
  const objected = objects(license, '2026-05-01T00:00:00Z').license
  const { events } = settle(objected, at('2026-11-01T00:00:00Z'))
  expect(events).toEqual([
    {
      type: 'license.downgraded',
      at: at('2026-10-01T00:00:00+02:00'),
      data: {
        reason: 'ended',
        on: '2026-09-30',
        before: ['data:export', 'orders:read', 'orders:write'],
        after: ['data:export'],
      },
    },
  ])
})

test('a license that will not renew gets no reminder, and one that does not renew by itself neither', () => {
  const objected = objects(license, '2026-05-01T00:00:00Z').license
  expect(happened(objected, '2026-09-30T00:00:00Z')).toEqual([])
  const trial = issued({ renewal: 'none', term: 'P30D' })
  expect(happened(trial, '2025-10-30T12:00:00Z')).toEqual(['2025-10-01T00:00 license.started'])
  expect(happened(trial, '2025-11-01T00:00:00Z')).toContain('2025-10-31T00:00 license.downgraded')
})

test('an announced suspension is recorded when it begins', () => {
  const pause = { id: 'sus_1', reason: 'unpaid', effectiveAt: at('2026-02-01T00:00:00Z') } as const
  const now = at('2026-01-01T00:00:00Z')
  const announced = suspend(settled(license, now), pause, now).license
  expect(happened(announced, '2026-02-01T00:00:00Z')).toEqual([
    '2026-02-01T01:00 license.suspended',
  ])
})

test('settling twice does nothing', () => {
  const once = settled(license, at('2027-01-01T00:00:00Z'))
  expect(settle(once, at('2027-01-01T00:00:00Z'))).toEqual({ license: once, events: [] })
  expect(settle(once, at('2026-01-01T00:00:00Z'))).toEqual({ license: once, events: [] })
})

test('a run records at most so many terms, and what is left stays due', () => {
  const daily = issued({ term: 'P1D' })
  const now = at('2029-12-01T00:00:00Z')
  const first = settle(daily, now, 1000).license
  expect(first.terms).toHaveLength(1001)
  expect(nextDue(first)).toBeLessThan(now)
  const rest = settle(first, now, 1000).license
  expect(rest.terms).toEqual(settled(daily, now).terms)
  expect(nextDue(rest)).toBeGreaterThan(now)
})

test.each([
  ['a new one', license, '2025-10-01T00:00:00+02:00'],
  ['one that runs', settled(license, at('2026-01-01T00:00:00Z')), '2026-07-02T09:00:00+02:00'],
  [
    'one after its last reminder',
    settled(license, at('2026-09-30T00:00:00Z')),
    '2026-10-01T00:00:00+02:00',
  ],
  [
    'a perpetual one that has started',
    settled(issued({ term: null, renewal: 'none' }), at('2026-01-01T00:00:00Z')),
    null,
  ],
  [
    'one that has ended',
    settled(objects(license, '2026-05-01T00:00:00Z').license, at('2026-11-01T00:00:00Z')),
    null,
  ],
] as const)('what is due next of %s is known', (_, from, due) => {
  expect(local(from, nextDue(from))).toBe(due)
})

test('what lies before the record tells nobody anything', () => {
  const movedIn = issued({}, { startsOn: '2022-10-01' }, at('2026-01-01T00:00:00Z'))
  expect(days(movedIn)).toHaveLength(4)
  expect(happened(movedIn, '2026-06-01T00:00:00Z')).toEqual([])
})
