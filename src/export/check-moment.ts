import { ValueError } from './row-error.ts'
import { isUtcInstant, startsWithDay } from './scan.ts'
import { utcText } from './utc-text.ts'

export function dateOf(value: unknown): string {
  if (value instanceof Date)
    throw new ValueError(
      'wants a day as YYYY-MM-DD; a Date is an instant and has no day of its own',
    )
  const text = textual(value, 'Temporal.PlainDate')
  if (text !== undefined && isDay(text)) return text
  throw new ValueError(`wants a day as YYYY-MM-DD, got ${said(value)}`)
}

const instantShape =
  /^(\d{4}-\d\d-\d\d)[T ]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{1,9}))?(Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)$/

export function instantOf(value: unknown): string {
  if (typeof value === 'string') {
    if (isUtcInstant(value)) return value
    const utc = postgresUtc(value)
    if (utc !== undefined) return utc
  }
  if (value instanceof Date) return isoOf(value)
  const text = textual(value, 'Temporal.Instant') ?? ''
  const [, day = '', clock = '', fraction = '', zone = ''] = instantShape.exec(text) ?? []
  if (!isDay(day))
    throw new ValueError(`wants an instant with its offset (RFC 3339), got ${said(value)}`)
  return day + 'T' + clock + micros(fraction) + offset(zone)
}

/** `2026-09-30 12:00:00.123+00`, as PostgreSQL writes UTC. */
function postgresUtc(text: string): string | undefined {
  if (!text.endsWith('+00') || text.charAt(10) !== ' ') return undefined
  const iso = `${text.slice(0, 10)}T${text.slice(11, -3)}Z`
  return isUtcInstant(iso) ? iso : undefined
}

function isoOf(value: Date): string {
  const text = utcText(value)
  if (text !== undefined) return text
  throw new ValueError('wants an instant of the years 1 to 9999, got another or an invalid Date')
}

/** `+02` and `+0200`, as databases write them, become `+02:00`. */
function offset(zone: string): string {
  if (zone === 'Z' || zone.length === 6) return zone
  return zone.slice(0, 3) + ':' + (zone.slice(3) || '00')
}

const timeShape = /^((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{1,9}))?$/

export function timeOf(value: unknown): string {
  const text = textual(value, 'Temporal.PlainTime') ?? ''
  const [, clock, fraction = ''] = timeShape.exec(text) ?? []
  if (clock === undefined) throw new ValueError(`wants a time as HH:MM:SS, got ${said(value)}`)
  return clock + micros(fraction)
}

const durationShape =
  /^-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/

export function durationOf(value: unknown): string {
  const text = textual(value, 'Temporal.Duration')
  if (text !== undefined && durationShape.test(text)) return text
  throw new ValueError(`wants an ISO 8601 duration, got ${said(value)}`)
}

/** No format but text holds nanoseconds, and no common database does. */
function micros(fraction: string): string {
  if (fraction === '') return ''
  if (/[1-9]/.test(fraction.slice(6)))
    throw new ValueError('has a fraction finer than a microsecond')
  return '.' + fraction.slice(0, 6)
}

/** Text, or a value of Temporal as its text. */
function textual(value: unknown, temporal: string): string | undefined {
  if (typeof value === 'string') return value
  const is = typeof value === 'object' && value !== null && Symbol.toStringTag in value
  if (!is || value[Symbol.toStringTag] !== temporal) return undefined
  return 'toJSON' in value && typeof value.toJSON === 'function' ? `${value.toJSON()}` : undefined
}

function isDay(text: string): boolean {
  return text.length === 10 && startsWithDay(text)
}

function said(value: unknown): string {
  if (value === null) return 'null, and the column is not nullable'
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : `a ${typeof value}`
}
