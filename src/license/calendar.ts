import { Temporal } from 'temporal-polyfill'
import type { CalendarDate, Instant, Period } from './license.ts'

/** The days that the law reckons with: a term, an objection or a question outside is refused. */
export const firstDate: CalendarDate = '1970-01-01'
export const lastDate: CalendarDate = '2199-12-31'

/** A period taken apart: days and weeks count as days, months and years as months. */
export interface Length {
  readonly unit: 'days' | 'months'
  readonly count: number
}

const periodShape = /^P(?:(?:(\d{1,4})Y)?(?:(\d{1,4})M)?|(?:(\d{1,4})W)?(?:(\d{1,5})D)?)$/

/** @throws RangeError if the text is no ISO 8601 length of days and weeks, or of months and years. */
export function lengthOf(period: Period): Length {
  const [whole, years, months, weeks, days] = periodShape.exec(period) ?? []
  if (whole === undefined || whole === 'P') throw new RangeError(`no calendar length: ${period}`)
  if (years !== undefined || months !== undefined)
    return { unit: 'months', count: 12 * Number(years ?? 0) + Number(months ?? 0) }
  return { unit: 'days', count: 7 * Number(weeks ?? 0) + Number(days ?? 0) }
}

export function isPeriod(text: string): boolean {
  return text !== 'P' && periodShape.test(text)
}

/** Whether a real day of the calendar stands here as `YYYY-MM-DD`, within the reckoned range. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < firstDate || text > lastDate) return false
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

const zones = new Map<string, boolean>()

/** Whether this is a name of the IANA time zone database, links and "UTC" included; offsets such as `+02:00` are none. */
export function isTimeZone(name: string): boolean {
  const known = zones.get(name)
  if (known !== undefined) return known
  const is = /^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/.test(name) && resolves(name)
  if (zones.size < 2000) zones.set(name, is)
  return is
}

function resolves(zone: string): boolean {
  try {
    return (
      Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).epochMilliseconds === 0
    )
  } catch {
    return false
  }
}

/**
 * The first moment of a day, as the zone has it: not midnight by force, since some zones skip midnight on the day that clocks change.
 *
 * @see {@link ../../docs/glossary.md#term}
 */
export function firstMoment(date: CalendarDate, timeZone: string): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds
}

/** The first moment after a day: where a term that ends on it is over (exclusive). */
export function momentAfter(date: CalendarDate, timeZone: string): Instant {
  return firstMoment(nextDay(date), timeZone)
}

/** A wall-clock time on a day, e.g. `09:00`; where the zone skips it, the moment after the gap. */
export function momentAt(date: CalendarDate, time: string, timeZone: string): Instant {
  const plainTime = Temporal.PlainTime.from(time)
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds
}

/** The day on the calendar of the zone at an instant. */
export function dateAt(instant: Instant, timeZone: string): CalendarDate {
  return zoned(instant, timeZone).toPlainDate().toString()
}

/** An instant as RFC 3339 with the zone's own offset, e.g. `2026-10-01T00:00:00+02:00`. */
export function inZone(instant: Instant, timeZone: string): string {
  return zoned(instant, timeZone).toString({ timeZoneName: 'never', calendarName: 'never' })
}

/** An instant as RFC 3339 in UTC, e.g. `2026-09-30T22:00:00Z`. */
export function inUtc(instant: Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toString()
}

/** An instant later by a calendar length on the zone's calendar; the wall-clock time stays. */
export function laterBy(instant: Instant, period: Period, timeZone: string): Instant {
  return zoned(instant, timeZone).add(duration(lengthOf(period))).epochMilliseconds
}

function zoned(instant: Instant, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)
}

function duration({ unit, count }: Length): Temporal.DurationLike {
  return unit === 'days' ? { days: count } : { months: count }
}

/** A day later; where the day is missing in the month that is reached, that month's last day. */
export function dateAfter(date: CalendarDate, period: Period): CalendarDate {
  return Temporal.PlainDate.from(date)
    .add(duration(lengthOf(period)))
    .toString()
}

/** A day earlier; where the day is missing in the month that is reached, that month's last day. */
export function dateBefore(date: CalendarDate, period: Period): CalendarDate {
  return Temporal.PlainDate.from(date)
    .subtract(duration(lengthOf(period)))
    .toString()
}

export function nextDay(date: CalendarDate): CalendarDate {
  return daysLater(date, 1)
}

export function daysLater(date: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** Whole days from one date to a later one. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days
}

/** Monday is 1, Sunday 7 (ISO 8601). */
export function weekday(date: CalendarDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek
}

/** How many days a month of the Gregorian calendar has; months count from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
