/** A cell's number is a double of which Excel shows 15 digits: whatever has more is written as text. */
const maxDigits = 15

export function isSheetInteger(value: number | bigint): boolean {
  return typeof value === 'number' && Math.abs(value) < 10 ** maxDigits
}

export function isSheetDecimal(value: string): boolean {
  const signs = (value.startsWith('-') ? 1 : 0) + (value.includes('.') ? 1 : 0)
  return value.length - signs <= maxDigits
}

/** Minus zero is none for a sheet, and no cell holds the rest. */
export function isSheetNumber(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0)
}

/** 1 March 1900: before it, Excel counts a day that never was. */
const firstDay = '1900-03-01'

export function isSheetDay(day: string): boolean {
  return day >= firstDay
}

/** Whether the fraction of an instant or a time is no finer than a millisecond. */
export function isSheetClock(text: string): boolean {
  const point = text.indexOf('.')
  return point < 0 || !/[1-9]/.test(text.slice(point + 4, point + 7).replace(/\D.*/, ''))
}

const dayMs = 86_400_000
const epoch = Date.UTC(1899, 11, 30)

/** Days since 30 December 1899, as spreadsheets count. */
export function serialDay(day: string): number {
  return (Date.parse(day) - epoch) / dayMs
}

/** An instant in UTC: milliseconds since 1970. */
export function instantMs(instant: string): number {
  return Date.parse(instant)
}

export function serialInstant(ms: number): number {
  return (ms - epoch) / dayMs
}

/** A time as a fraction of a day. */
export function serialTime(time: string): number {
  return Date.parse(`1970-01-01T${time}Z`) / dayMs
}
