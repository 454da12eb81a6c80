import type { CalendarDate } from '../license/license.ts'

const written = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A day written out for people: `Wed 30 September 2026`. */
export function writtenDate(date: CalendarDate): string {
  return written.format(new Date(`${date}T00:00:00Z`)).replace(',', '')
}

/** The same without weekday and year: `30 September`. */
export function shortDay(date: CalendarDate): string {
  return short.format(new Date(`${date}T00:00:00Z`))
}

const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })

/** A zone as people say it: `Berlin` for `Europe/Berlin`. */
export function city(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}
