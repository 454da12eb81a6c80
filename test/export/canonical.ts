import type { Column } from '../../src/export/index.ts'
import { check } from '../../src/export/check.ts'

/** A value as the tests compare it: the same text for the same value, whatever a reader makes of it. */
export type Canonical = string | null

/** What a reader gave, and whether it was a value of the type or text that says it. */
export interface Found {
  readonly value: Canonical
  readonly isNative: boolean
}

/** The value of the source. */
export function expected(column: Column, value: unknown): Canonical {
  if (value === null) return null
  const checked = check[column.type](value, column)
  return canonical(column, checked)
}

/** @param value text in the kit's plain form, or a value of the type. */
export function canonical(column: Column, value: unknown): Canonical {
  if (value === null || value === undefined) return null
  switch (column.type) {
    case 'instant':
      return typeof value === 'bigint' ? String(value) : String(micros(said(value)))
    case 'time':
      return typeof value === 'bigint'
        ? String(value)
        : String(micros(`1970-01-01T${said(value)}Z`))
    case 'number':
      return numeric(value)
    case 'binary':
      return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : said(value)
    case 'json':
      return JSON.stringify(JSON.parse(said(value)))
    case 'duration':
      return said(value).replace('P14D', 'P2W')
    case 'text':
    case 'integer':
    case 'decimal':
    case 'boolean':
    case 'date':
      return said(value)
  }
}

export function native(column: Column, value: unknown): Found {
  return { value: canonical(column, value), isNative: true }
}

export function textual(column: Column, value: unknown): Found {
  return { value: canonical(column, value), isNative: false }
}

function numeric(value: unknown): string {
  const given =
    typeof value === 'number' ? value : Number(said(value).replace(/^(-?)INF$/, '$1Infinity'))
  return Object.is(given, -0) ? '-0' : String(given)
}

function micros(instant: string): bigint {
  const [, below = ''] = /\.\d{3}(\d{1,3})/.exec(instant) ?? []
  return BigInt(Date.parse(instant)) * 1000n + BigInt(below.padEnd(3, '0'))
}

function said(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value)
  throw new TypeError(`a reader gave a ${typeof value}`)
}
