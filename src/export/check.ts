import type { Column } from './column.ts'
import { dateOf, durationOf, instantOf, timeOf } from './check-moment.ts'
import { ValueError } from './row-error.ts'
import { isDecimal, isDigits } from './scan.ts'
import type { Values } from './value.ts'

/** The source's value, checked and in its one form. Each refuses with a `ValueError`. */
export const check: {
  readonly [T in Column['type']]: (value: unknown, column: Column) => Values[T]
} = {
  text: textOf,
  integer: integerOf,
  decimal: decimalOf,
  number: numberOf,
  boolean: booleanOf,
  date: dateOf,
  instant: instantOf,
  time: timeOf,
  duration: durationOf,
  binary: binaryOf,
  json: jsonOf,
}

export function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new ValueError(`wants text, got ${shown(value)}`)
  if (!value.isWellFormed()) throw new ValueError('has half a surrogate pair, which is no text')
  return value
}

const maxInteger = 2n ** 63n - 1n

export function integerOf(value: unknown): number | bigint {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value === 0 ? 0 : value
  if (typeof value === 'string' && isDigits(value))
    return value.length < 16 ? Number(value) + 0 : integerOf(BigInt(value))
  if (typeof value !== 'bigint')
    throw new ValueError(`wants a bigint, a safe integer or digits, got ${shown(value)}`)
  if (value > maxInteger || value < -maxInteger - 1n)
    throw new ValueError(`${value} does not fit in 64 bits: declare decimal(n, 0)`)
  const small = Number(value)
  return Number.isSafeInteger(small) ? small : value
}

export function decimalOf(value: unknown, column: Column): string {
  if (typeof value === 'string' && isDecimal(value, column.precision, column.scale)) return value
  const text = typeof value === 'string' ? value : integral(value)
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)0*(\d*)(?:\.(\d*))?$/.exec(text) ?? []
  if (!/\d/.test(text) || (whole === '' && fraction === '' && !text.includes('0')))
    throw new ValueError(`wants decimal(${column.precision}, ${column.scale}), got ${shown(value)}`)
  const kept = fraction.slice(0, column.scale)
  const rest = fraction.slice(column.scale)
  if (whole.length > column.precision - column.scale || /[1-9]/.test(rest))
    throw new ValueError(
      `${shown(value)} does not fit in decimal(${column.precision}, ${column.scale})`,
    )
  const digits = (whole || '0') + (column.scale > 0 ? '.' + kept.padEnd(column.scale, '0') : '')
  return sign === '-' && /[1-9]/.test(digits) ? '-' + digits : digits
}

function integral(value: unknown): string {
  if (typeof value === 'bigint' || Number.isSafeInteger(value)) return String(value)
  throw new ValueError(`wants an exact decimal as text, got ${shown(value)}`)
}

export function numberOf(value: unknown): number {
  if (typeof value !== 'number') throw new ValueError(`wants a number, got ${shown(value)}`)
  return value
}

export function booleanOf(value: unknown): boolean {
  if (typeof value === 'boolean') return value
  if (value === 1 || value === 1n) return true
  if (value === 0 || value === 0n) return false
  throw new ValueError(`wants true or false, got ${shown(value)}`)
}

export function binaryOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value
  if (value instanceof ArrayBuffer) return new Uint8Array(value)
  throw new ValueError(`wants a Uint8Array, got ${shown(value)}`)
}

export function jsonOf(value: unknown): string {
  if (value === null) throw new ValueError(`wants JSON, got ${shown(value)}`)
  try {
    const text: string | undefined = JSON.stringify(value)
    if (text !== undefined) return text
  } catch (cause) {
    throw new ValueError(`wants JSON, got ${cause instanceof Error ? cause.message : shown(value)}`)
  }
  throw new ValueError(`wants JSON, got ${shown(value)}`)
}

/** A value in an error message: short, and with its kind. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing (the row has no such property)'
  if (value === null) return 'null, and the column is not nullable'
  if (value instanceof Date) return 'a Date'
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60))
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return `${typeof value} ${String(value).slice(0, 60)}`
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
