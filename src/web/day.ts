import { daysBetween } from '../license/calendar.ts'
import type { CalendarDate } from '../license/license.ts'
import type { Language } from './language.ts'

const tags = { de: 'de-DE', en: 'en-GB' } as const

/** A day written out: `Wed 30 September 2026`, `Mi 30. September 2026`. */
export function longDay(date: CalendarDate, language: Language): string {
  const { weekday, day, month, year } = partsOf(date, language, 'long')
  return `${weekday} ${day}${language === 'de' ? '.' : ''} ${month} ${year}`
}

/** A day without its weekday: `30 September 2026`. */
export function plainDay(date: CalendarDate, language: Language): string {
  const { day, month, year } = partsOf(date, language, 'long')
  return `${day}${language === 'de' ? '.' : ''} ${month} ${year}`
}

/** A day where space is short: `30 Sep 2026`. */
export function shortDay(date: CalendarDate, language: Language): string {
  const { day, month, year } = partsOf(date, language, 'short')
  return `${day}${language === 'de' ? '.' : ''} ${month} ${year}`
}

/** A month, so written that its year is taken for no day: `Sep ’26`. */
export function shortMonth(date: CalendarDate, language: Language): string {
  const { month, year } = partsOf(date, language, 'short')
  return `${month} ’${year.slice(2)}`
}

/** Day and minute of an instant that is written with an offset: `28 September 2026, 11:00`. */
export function dayAndTime(zoned: string, language: Language): string {
  return `${plainDay(zoned.slice(0, 10), language)}, ${zoned.slice(11, 16)}`
}

/** Whole days from one day to another; below zero where it lies before. */
export function daysFrom(from: CalendarDate, to: CalendarDate): number {
  return daysBetween(from, to)
}

/** The city of a time zone, as people say it: `Berlin`. */
export function placeOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}

function partsOf(date: CalendarDate, language: Language, month: 'long' | 'short') {
  const parts = new Intl.DateTimeFormat(tags[language], {
    weekday: 'short',
    day: 'numeric',
    month,
    year: 'numeric',
    timeZone: 'UTC',
  }).formatToParts(new Date(`${date}T00:00:00Z`))
  const of = (type: Intl.DateTimeFormatPartTypes): string =>
    (parts.find((part) => part.type === type)?.value ?? '').replace(/\.$/, '')
  return { weekday: of('weekday'), day: of('day'), month: of('month'), year: of('year') }
}
