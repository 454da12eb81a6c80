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
  const known = lengths.get(period)
  if (known !== undefined) return known
  const length = parsed(period)
  if (lengths.size < 1000) lengths.set(period, length)
  return length
}

const lengths = new Map<Period, Length>()

function parsed(period: Period): Length {
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
  return remembered(date, timeZone, () => {
    const midnight = atWallClock(date, '00:00', timeZone)
    return midnight.hour === 0 && midnight.minute === 0 && midnight.second === 0
      ? midnight.epochMilliseconds
      : momentAfterGap(date, midnight.epochMilliseconds, timeZone)
  })
}

/** Where a zone skips midnight, the end of the gap: Temporal's own start of such a day reads the clock. */
function momentAfterGap(date: CalendarDate, late: Instant, timeZone: string): Instant {
  let before = late - dayInMs - 1
  let moment = late
  while (moment - before > 1) {
    const middle = Math.floor((before + moment) / 2)
    if (dateAt(middle, timeZone) < date) before = middle
    else moment = middle
  }
  return moment
}

// The same few days of the same few zones are asked for again and again; a zone's rules do not change while a process runs.
const moments = new Map<string, Map<string, Instant>>()
const mostMoments = 500

function remembered(wallClock: string, timeZone: string, reckon: () => Instant): Instant {
  let inZone = moments.get(timeZone)
  if (inZone === undefined) moments.set(timeZone, (inZone = new Map()))
  const known = inZone.get(wallClock)
  if (known !== undefined) return known
  const moment = reckon()
  if (inZone.size >= mostMoments) inZone.clear()
  inZone.set(wallClock, moment)
  return moment
}

/** The first moment after a day: where a term that ends on it is over (exclusive). */
export function momentAfter(date: CalendarDate, timeZone: string): Instant {
  return firstMoment(nextDay(date), timeZone)
}

/** A wall-clock time on a day, e.g. `09:00`; where the zone skips it, the moment after the gap. */
export function momentAt(date: CalendarDate, time: string, timeZone: string): Instant {
  return remembered(
    `${date}T${time}`,
    timeZone,
    () => atWallClock(date, time, timeZone).epochMilliseconds,
  )
}

function atWallClock(date: CalendarDate, time: string, timeZone: string): Temporal.ZonedDateTime {
  const plainTime = Temporal.PlainTime.from(time)
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime })
}

/** The day on the calendar of the zone at an instant. */
export function dateAt(instant: Instant, timeZone: string): CalendarDate {
  return dateOfDay(Math.floor((instant + offsetAt(instant, timeZone)) / dayInMs))
}

/** A day that has begun in every zone by this instant: the one before UTC's. */
export function dateBeforeEveryZone(instant: Instant): CalendarDate {
  return dateOfDay(Math.floor(instant / dayInMs) - 1)
}

/**
 * An instant as RFC 3339 with the zone's own offset, e.g. `2026-10-01T00:00:00+02:00`; in UTC where that offset has seconds, as
 * Monrovia's had until 1972, which RFC 3339 cannot say.
 */
export function inZone(instant: Instant, timeZone: string): string {
  const offset = offsetAt(instant, timeZone)
  const minutes = Math.abs(offset) / 60_000
  if (!Number.isInteger(minutes)) return inUtc(instant)
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map(twoDigits)
  return `${inUtc(instant + offset).slice(0, -1)}${offset < 0 ? '-' : '+'}${hour}:${minute}`
}

/** An instant as RFC 3339 in UTC, e.g. `2026-09-30T22:00:00Z`. */
export function inUtc(instant: Instant): string {
  const text = new Date(instant).toISOString()
  if (instant % 1000 === 0) return `${text.slice(0, -5)}Z`
  const digits = instant % 10 !== 0 ? 3 : instant % 100 !== 0 ? 2 : 1
  return `${text.slice(0, digits - 4)}Z`
}

/** An instant later by a calendar length on the zone's calendar; the wall-clock time stays. */
export function laterBy(instant: Instant, period: Period, timeZone: string): Instant {
  const local = instant + offsetAt(instant, timeZone)
  const date = dateOfDay(Math.floor(local / dayInMs))
  const later = local + daysBetween(date, dateAfter(date, period)) * dayInMs
  const offset = offsetAt(later - dayInMs, timeZone)
  // Where clocks change around that day, Temporal says what a wall-clock time means that comes twice or never.
  return offset === offsetAt(later + dayInMs, timeZone)
    ? later - offset
    : zoned(instant, timeZone).add(duration(lengthOf(period))).epochMilliseconds
}

/** What a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: Instant, timeZone: string): number {
  const hour = Math.floor(instant / hourInMs) * hourInMs
  const from = offsetOfHour(hour, timeZone)
  return from === offsetOfHour(hour + hourInMs, timeZone) ? from : offsetOf(instant, timeZone)
}

function offsetOfHour(hour: Instant, timeZone: string): number {
  let inZone = offsets.get(timeZone)
  if (inZone === undefined) offsets.set(timeZone, (inZone = new Map()))
  const known = inZone.get(hour)
  if (known !== undefined) return known
  const offset = offsetOf(hour, timeZone)
  if (inZone.size >= mostMoments) inZone.clear()
  inZone.set(hour, offset)
  return offset
}

function offsetOf(instant: Instant, timeZone: string): number {
  return zoned(instant, timeZone).offsetNanoseconds / 1_000_000
}

const offsets = new Map<string, Map<Instant, number>>()
const hourInMs = 3_600_000

function zoned(instant: Instant, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)
}

function duration({ unit, count }: Length): Temporal.DurationLike {
  return unit === 'days' ? { days: count } : { months: count }
}

/** The date that lies a length later; where the day is missing in the month that is reached, that month's last day. */
export function dateAfter(date: CalendarDate, period: Period): CalendarDate {
  const { unit, count } = lengthOf(period)
  return unit === 'days' ? daysLater(date, count) : monthsLater(date, count)
}

/** The date that lies a length earlier; where the day is missing in the month that is reached, that month's last day. */
export function dateBefore(date: CalendarDate, period: Period): CalendarDate {
  const { unit, count } = lengthOf(period)
  return unit === 'days' ? daysLater(date, -count) : monthsLater(date, -count)
}

/** The same day of a month so many months later, or earlier; where it is missing there, that month's last day. */
export function monthsLater(date: CalendarDate, months: number): CalendarDate {
  const reached = monthNumber(date) + months
  const year = Math.floor(reached / 12)
  const month = (reached % 12) + 1
  return written(year, month, Math.min(dayOfMonth(date), daysInMonth(year, month)))
}

/** Months since the year 0: a difference of two counts months. */
export function monthNumber(date: CalendarDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
}

/** From 1 to 31. */
export function dayOfMonth(date: CalendarDate): number {
  return Number(date.slice(8))
}

export function nextDay(date: CalendarDate): CalendarDate {
  return daysLater(date, 1)
}

export function daysLater(date: CalendarDate, days: number): CalendarDate {
  return dateOfDay(dayNumber(date) + days)
}

/** Whole days from one date to a later one. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Monday is 1, Sunday 7 (ISO 8601). */
export function weekday(date: CalendarDate): number {
  return ((dayNumber(date) + 3) % 7) + 1
}

// Dates have no zone, and are reckoned in numbers: the law does so all the time, and Temporal takes twenty times as long.
const dayInMs = 86_400_000

/** Days since 1970-01-01, a Thursday. */
function dayNumber(date: CalendarDate): number {
  return Date.parse(date) / dayInMs
}

function dateOfDay(number: number): CalendarDate {
  const date = new Date(number * dayInMs)
  return written(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

function written(year: number, month: number, day: number): CalendarDate {
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}

/** How many days a month of the Gregorian calendar has; months count from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const instantShape =
  /^\d{4}-\d{2}-\d{2}[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/** The instant that an RFC 3339 text names, down to the millisecond; null if it is none, or lies before 1970 or after 2199. */
export function instantOf(text: string): Instant | null {
  if (!instantShape.test(text) || !isDate(text.slice(0, 10))) return null
  const instant = Temporal.Instant.from(text).epochMilliseconds
  return instant >= 0 && instant < 7_258_118_400_000 ? instant : null
}
