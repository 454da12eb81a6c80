import { expect, test } from 'vitest'
import { dateAt, firstMoment, inUtc, momentAfter, momentAt } from '../../src/license/calendar.ts'
import { decideAt } from '../../src/license/facts.ts'
import { nextDue } from '../../src/license/next-due.ts'
import { settle } from '../../src/license/settle.ts'
import { at, days, issued, objects, settled } from './lives.ts'

test.each([
  ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00Z'],
  ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00Z'],
  ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00Z'],
  ['America/Havana', '2026-03-08', '2026-03-08T05:00:00Z'],
  ['America/St_Johns', '2007-11-04', '2007-11-04T02:30:00Z'],
  ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00Z'],
  ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z'],
  ['Pacific/Kiritimati', '2026-10-01', '2026-09-30T10:00:00Z'],
  ['Asia/Kathmandu', '2026-10-01', '2026-09-30T18:15:00Z'],
  ['UTC', '2026-10-01', '2026-10-01T00:00:00Z'],
] as const)('the first moment of a day in %s, %s, is the zone’s', (zone, date, instant) => {
  expect(inUtc(firstMoment(date, zone))).toBe(instant)
})

test('a term ends where its zone begins the next day, also where midnight is skipped', () => {
  const license = issued(
    { term: 'P1M', renewal: 'none' },
    { startsOn: '2026-08-06', timeZone: 'America/Santiago' },
  )
  const end = at('2026-09-06T04:00:00Z')
  expect(license.terms[0]?.endsAt).toBe(end)
  expect(decideAt(license, end - 1).mode).toBe('full')
  expect(decideAt(license, end).mode).toBe('export-only')
})

test('an objection is in time until the skipped midnight, by the zone’s own day', () => {
  const license = issued({ term: 'P1M' }, { startsOn: '2026-08-06', timeZone: 'America/Santiago' })
  const on = (now: string) => objects(license, now).objection.effectiveOn
  expect(on('2026-09-06T03:59:59.999Z')).toBe('2026-09-05')
  expect(on('2026-09-06T04:00:00Z')).toBe('2026-10-05')
})

// At 00:01 on 4 November 2007 the clocks of St. John's went back to 23:01 of the 3rd.
test('where the clocks show the last hour of a day twice, the term that has begun goes on', () => {
  const zone = 'America/St_Johns'
  const daily = issued({ term: 'P1D' }, { startsOn: '2007-11-01', timeZone: zone })
  const again = at('2007-11-04T02:45:00Z')
  expect(dateAt(again, zone)).toBe('2007-11-03')
  expect(again).toBeGreaterThan(firstMoment('2007-11-04', zone))
  expect(decideAt(daily, again).term?.startsOn).toBe('2007-11-04')
  expect(decideAt(settled(daily, again), again)).toEqual(decideAt(daily, again))
})

// Samoa left out 30 December 2011.
test('a term of a day that the zone leaves out is over as it begins, and the license goes on', () => {
  const daily = issued({ term: 'P1D' }, { startsOn: '2011-12-28', timeZone: 'Pacific/Apia' })
  const now = at('2012-01-02T00:00:00Z')
  const { license, events } = settle(daily, now)
  expect(days(license)).toEqual(
    ['2011-12-28', '2011-12-29', '2011-12-30', '2011-12-31', '2012-01-01', '2012-01-02'].map(
      (day) => `${day}/${day}`,
    ),
  )
  expect(events.filter(({ type }) => type === 'license.renewed')).toHaveLength(5)
  expect(nextDue(license)).toBeGreaterThan(now)
  const turn = firstMoment('2011-12-31', 'Pacific/Apia')
  expect(momentAfter('2011-12-29', 'Pacific/Apia')).toBe(turn)
  expect(decideAt(license, turn)).toEqual(decideAt(daily, turn))
  expect(decideAt(daily, turn - 1).validUntil).toBe(turn)
  expect(decideAt(daily, turn).mode).toBe('full')
})

test.each([
  ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:30:00Z'],
  ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
  ['Europe/Berlin', '2026-07-02', '09:00', '2026-07-02T07:00:00Z'],
] as const)(
  'a wall-clock time in %s on %s at %s is an instant of the zone',
  (zone, date, time, instant) => {
    expect(inUtc(momentAt(date, time, zone))).toBe(instant)
  },
)
