import { daysLater, nextDay, weekday } from './calendar.ts'
import type { CalendarDate } from './license.ts'

/** The first working day after a day that is none; null if the day itself is a working day. */
export function workingDayInstead(date: CalendarDate, country: 'DE' | null): CalendarDate | null {
  if (isWorkingDay(date, country)) return null
  let day = nextDay(date)
  while (!isWorkingDay(day, country)) day = nextDay(day)
  return day
}

function isWorkingDay(date: CalendarDate, country: 'DE' | null): boolean {
  return weekday(date) <= 5 && !(country === 'DE' && isGermanHoliday(date))
}

/** The nine holidays of every German state; days relative to Easter Sunday, the others by date. */
function isGermanHoliday(date: CalendarDate): boolean {
  const easter = easterSunday(Number(date.slice(0, 4)))
  const movable = [-2, 1, 39, 50].map((days) => daysLater(easter, days))
  return (
    movable.includes(date) || ['01-01', '05-01', '10-03', '12-25', '12-26'].includes(date.slice(5))
  )
}

/** Gregorian Easter by the moon's age and the Sunday after it (Lichtenberg's form of Gauss's rule). */
function easterSunday(year: number): CalendarDate {
  const century = Math.floor(year / 100)
  const lunar = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25)
  const solar = 2 - Math.floor((3 * century + 3) / 4)
  const cycle = year % 19
  const seed = (19 * cycle + lunar) % 30
  const correction = Math.floor((seed + Math.floor(cycle / 11)) / 29)
  const fullMoon = 21 + seed - correction
  const firstSunday = 7 - ((year + Math.floor(year / 4) + solar) % 7)
  const easter = fullMoon + 7 - ((fullMoon - firstSunday) % 7)
  return daysLater(`${year}-03-01`, easter - 1)
}
