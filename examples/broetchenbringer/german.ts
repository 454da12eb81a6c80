/** The bakery's own zone: its days are Berlin's. */
export const timeZone = 'Europe/Berlin'

const money = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' })
const whole = new Intl.NumberFormat('de-DE')
const long = formatOf({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const plain = formatOf({ day: 'numeric', month: 'long', year: 'numeric' })
const short = formatOf({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
const monthly = formatOf({ month: 'long', year: 'numeric' })
const localDay = new Intl.DateTimeFormat('sv-SE', { timeZone })
const clock = new Intl.DateTimeFormat('de-DE', { timeZone, hour: '2-digit', minute: '2-digit' })

export function euros(cents: number): string {
  return money.format(cents / 100)
}

export function counted(n: number): string {
  return whole.format(n)
}

/** `1 Stopp`, `12 Stopps`. */
export function many(n: number, singular: string, plural: string): string {
  return `${counted(n)} ${n === 1 ? singular : plural}`
}

/** `Mittwoch, 30. September 2026` */
export function longDay(day: string): string {
  return long.format(noon(day))
}

/** `30. September 2026` */
export function writtenDay(day: string): string {
  return plain.format(noon(day))
}

/** `Mi., 30. Sept. 2026`, for columns. */
export function shortDay(day: string): string {
  return short.format(noon(day))
}

/** `September 2026` of `2026-09`. */
export function writtenMonth(month: string): string {
  return monthly.format(noon(`${month}-01`))
}

/** The bakery's day at an instant, `2026-09-30`. */
export function dayOf(instant: number): string {
  return localDay.format(instant)
}

/** `Mi., 30. Sept. 2026, 14:02 Uhr` */
export function moment(instant: string): string {
  const at = Date.parse(instant)
  return `${shortDay(dayOf(at))}, ${clock.format(at)} Uhr`
}

const weekdays = ['So', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa'] as const

export function weekdayOf(day: string): string {
  return weekdays[noon(day).getUTCDay()] ?? ''
}

export function addDays(day: string, days: number): string {
  const date = noon(day)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** How many days lie between two days. */
export function daysBetween(from: string, to: string): number {
  return Math.round(noon(to).getTime() / 86_400_000 - noon(from).getTime() / 86_400_000)
}

function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

function formatOf(parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('de-DE', { timeZone: 'UTC', ...parts })
}
