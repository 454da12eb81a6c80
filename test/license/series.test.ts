import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  dateAfter,
  dateBefore,
  daysBetween,
  daysLater,
  lastDate,
  lengthOf,
  nextDay,
  weekday,
} from '../../src/license/calendar.ts'
import { daysOf, lastDay, lastDayFor, startAround } from '../../src/license/series.ts'

const date = fc
  .integer({ min: 0, max: 83_000 })
  .map((days) => Temporal.PlainDate.from('1970-01-01').add({ days }).toString())
const monthEnd = fc
  .tuple(
    fc.integer({ min: 1970, max: 2190 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 27, max: 31 }),
  )
  .map(([year, month, day]) => Temporal.PlainDate.from({ year, month, day }).toString())
const start = fc.oneof(date, monthEnd)
const months = fc.integer({ min: 1, max: 200 }).map((count) => `P${count}M`)
const days = fc.integer({ min: 1, max: 900 }).map((count) => `P${count}D`)
const years = fc.constantFrom(
  'P1Y',
  'P2Y',
  'P4Y',
  'P8Y',
  'P12Y',
  'P20Y',
  'P1Y6M',
  'P1M',
  'P3M',
  'P6M',
)
const length = fc.oneof(months, days, years)

function walked(first: string, period: string, until: string): string {
  let begin = first
  for (;;) {
    const next = nextDay(lastDay(begin, period))
    if (next > until) return begin
    begin = next
  }
}

test('the term around a date is the one that walking finds', () => {
  const property = fc.property(start, length, fc.nat(40_000), (first, period, ahead) => {
    const until = daysLater(first, ahead)
    fc.pre(until <= lastDate)
    expect(startAround(first, period, until)).toBe(walked(first, period, until))
  })
  fc.assert(property, { numRuns: 3000 })
})

test('for every length and every day of the month, starts across leap years and 2100 are those of walking', () => {
  for (const first of [
    '2028-02-29',
    '2096-02-29',
    '2095-12-31',
    '2091-01-29',
    '2091-01-30',
    '2027-08-31',
  ])
    for (let count = 1; count <= 60; count++)
      for (const until of ['2099-06-01', '2100-02-28', '2100-03-01', '2104-02-29', '2160-01-01'])
        expect([first, count, startAround(first, `P${count}M`, until)]).toEqual([
          first,
          count,
          walked(first, `P${count}M`, until),
        ])
})

test.each([
  ['2028-02-29', 'P4Y', '2099-12-31', '2096-02-29'],
  ['2028-02-29', 'P4Y', '2100-02-28', '2096-02-29'],
  ['2028-02-29', 'P4Y', '2100-03-01', '2100-03-01'],
  ['2028-02-29', 'P4Y', '2150-01-01', '2148-03-01'],
  ['2028-02-29', 'P8Y', '2101-01-01', '2100-03-01'],
  ['2024-02-29', 'P8Y', '2101-01-01', '2096-02-29'],
  ['2028-02-29', 'P1Y', '2030-01-01', '2029-03-01'],
  ['2026-01-31', 'P1Y', '2190-06-01', '2190-01-31'],
  ['2026-01-30', 'P1M', '2026-03-01', '2026-03-01'],
  ['2026-01-30', 'P1M', '2026-02-28', '2026-01-30'],
] as const)('from %s in steps of %s, %s lies in the term of %s', (first, period, until, begin) => {
  expect(startAround(first, period, until)).toBe(begin)
})

test('a date before the first term is nowhere in the series', () => {
  expect(() => startAround('2026-01-01', 'P1Y', '2025-12-31')).toThrow(RangeError)
})

test.each([
  ['2026-01-31', 'P1M', '2026-02-28'],
  ['2028-01-31', 'P1M', '2028-02-29'],
  ['2026-01-28', 'P1M', '2026-02-27'],
  ['2026-01-29', 'P1M', '2026-02-28'],
  ['2028-02-29', 'P1Y', '2029-02-28'],
  ['2026-12-31', 'P2M', '2027-02-28'],
  ['2026-03-01', 'P14D', '2026-03-14'],
  ['2026-03-01', 'P2W', '2026-03-14'],
  ['2199-12-31', 'P1D', '2199-12-31'],
] as const)('a term of %s and %s ends on %s', (first, period, last) => {
  expect(lastDay(first, period)).toBe(last)
})

test('a term has as many days as its length can have', () => {
  fc.assert(
    fc.property(start, length, (first, period) => {
      const count = daysBetween(first, lastDay(first, period)) + 1
      const { fewest, most } = daysOf(period)
      // A length of a century and more meets 2000 or not; no term is measured by that.
      fc.pre(most < 36_000)
      expect(count).toBeGreaterThanOrEqual(fewest)
      expect(count).toBeLessThanOrEqual(most)
    }),
    { numRuns: 3000 },
  )
})

test('the last objection day is the latest from which the notice still fits', () => {
  fc.assert(
    fc.property(start, length, (endsOn, notice) => {
      fc.pre(dateBefore(endsOn, notice) > '1970-02-01')
      const day = lastDayFor(notice, endsOn)
      expect(dateAfter(day, notice) <= endsOn).toBe(true)
      expect(dateAfter(nextDay(day), notice) > endsOn).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

test('the calendar of numbers is the calendar of Temporal', () => {
  fc.assert(
    fc.property(start, length, fc.integer({ min: -5000, max: 5000 }), (first, period, shift) => {
      const plain = Temporal.PlainDate.from(first)
      const { unit, count } = lengthOf(period)
      expect(dateAfter(first, period)).toBe(plain.add({ [unit]: count }).toString())
      expect(dateBefore(first, period)).toBe(plain.subtract({ [unit]: count }).toString())
      const other = plain.add({ days: shift })
      expect(daysLater(first, shift)).toBe(other.toString())
      expect(daysBetween(first, other.toString())).toBe(shift)
      expect(weekday(first)).toBe(plain.dayOfWeek)
    }),
    { numRuns: 3000 },
  )
})
