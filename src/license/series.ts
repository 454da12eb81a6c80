import {
  dateAfter,
  dateBefore,
  dayOfMonth,
  daysBetween,
  daysInMonth,
  daysLater,
  lengthOf,
  monthNumber,
  monthsLater,
  nextDay,
} from './calendar.ts'
import type { CalendarDate, Period } from './license.ts'

/**
 * The last day of a term of this length: the day before the one that bears the first day's number; where that day is missing in
 * the last month, with the last day of that month. 31 January + P1M ends on 28 February (29 in a leap year).
 *
 * @see §§ 187(2), 188(2), 188(3) BGB
 */
export function lastDay(startsOn: CalendarDate, length: Period): CalendarDate {
  return daysLater(nextStart(startsOn, length), -1)
}

/**
 * The first day of the term that lies around a date, in the chain of terms of one length in which each begins on the day after
 * the one before (§ 190 BGB). Computed by division and multiplication, not walked: a date a century ahead costs what one in the
 * second term costs.
 *
 * @throws RangeError if the date lies before the chain.
 */
export function startAround(first: CalendarDate, length: Period, date: CalendarDate): CalendarDate {
  if (date < first) throw new RangeError(`${date} lies before ${first}`)
  const { unit, count } = lengthOf(length)
  if (unit === 'days') return daysLater(first, Math.floor(daysBetween(first, date) / count) * count)
  let start = first
  for (;;) {
    const until = evenUntil(start, count)
    if (until === null || date < until) return multiplied(start, count, date)
    start = until
  }
}

/** The last day X with X + notice ≤ the term's last day. */
export function lastDayFor(notice: Period, endsOn: CalendarDate): CalendarDate {
  let day = dateBefore(endsOn, notice)
  for (let next = nextDay(day); dateAfter(next, notice) <= endsOn; next = nextDay(next)) day = next
  return day
}

interface Days {
  readonly fewest: number
  readonly most: number
}

const reckoned = new Map<Period, Days>()

/** The fewest and the most days that a length can have on the calendar. */
export function daysOf(length: Period): Days {
  const known = reckoned.get(length)
  if (known !== undefined) return known
  const days = reckonDays(length)
  if (reckoned.size < 1000) reckoned.set(length, days)
  return days
}

function reckonDays(length: Period): Days {
  const { unit, count } = lengthOf(length)
  if (unit === 'days') return { fewest: count, most: count }
  // Every place of a length among leap years, and across 2100, which is none, begins in one of these months.
  const days = Array.from({ length: 12 * 12 }, (_, n) => {
    const start = monthsLater('2093-01-01', n)
    return daysBetween(start, monthsLater(start, count))
  })
  return { fewest: Math.min(...days), most: Math.max(...days) }
}

function nextStart(start: CalendarDate, length: Period): CalendarDate {
  const reached = dateAfter(start, length)
  // Where the day is missing, the calendar stops at the month's last day, which is then the term's own last day.
  return lengthOf(length).unit === 'months' && dayOfMonth(reached) < dayOfMonth(start)
    ? nextDay(reached)
    : reached
}

/** Until when multiplication of months is exact from this start on: the first later start with another day's number, null for ever. */
function evenUntil(start: CalendarDate, months: number): CalendarDate | null {
  const day = dayOfMonth(start)
  if (day <= 28) return null
  const month = monthNumber(start)
  // A cycle visits at most 12 months of the year; February is asked with 28 days unless only leap years are visited.
  const cycle = 12 / gcd(months, 12)
  const leapOnly = months % 48 === 0
  for (let step = 1; step <= cycle; step++) {
    const ahead = month + step * months
    if (day > daysInMonth(leapOnly ? 2000 : 2001, (ahead % 12) + 1))
      return firstMissing(start, months)
  }
  const until2100 = monthNumber('2100-02-01') - month
  const meets2100 = leapOnly && until2100 > 0 && until2100 % months === 0
  return meets2100 ? '2100-03-01' : null
}

/** The first start of the chain that its day's number does not reach, which is then the first of a month. */
function firstMissing(start: CalendarDate, months: number): CalendarDate {
  for (let step = 1; ; step++) {
    const reached = monthsLater(start, step * months)
    if (dayOfMonth(reached) < dayOfMonth(start)) return nextDay(reached)
  }
}

/** The start at or before a date by multiplication, where the start's day exists in every month on the way. */
function multiplied(start: CalendarDate, months: number, date: CalendarDate): CalendarDate {
  const short = dayOfMonth(date) < dayOfMonth(start) ? 1 : 0
  const passed = monthNumber(date) - monthNumber(start) - short
  return monthsLater(start, Math.floor(passed / months) * months)
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}
