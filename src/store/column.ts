import { sql } from 'kysely'
import type { ColumnType, RawBuilder } from 'kysely'
import type { CalendarDate, Instant } from '../license/license.ts'

/** A `timestamptz`: read as milliseconds, written (and compared with) by {@link timestamp}. */
export type Timestamp<T extends Instant | null = Instant> = ColumnType<
  T,
  RawBuilder<T> | Extract<T, null>,
  RawBuilder<T> | Extract<T, null>
>

/** A `jsonb`, written by {@link json}. */
export type Json<T> = ColumnType<
  T,
  RawBuilder<T> | Extract<T, null>,
  RawBuilder<T> | Extract<T, null>
>

/** An instant as a parameter. PostgreSQL takes no numbers for one. */
export function timestamp<T extends Instant | null>(instant: T): RawBuilder<T> {
  const text = instant === null ? null : new Date(instant).toISOString()
  return sql<T>`${text}::timestamptz`
}

/** A value as a `jsonb` parameter. Without it pg would write a list as an array of PostgreSQL's. */
export function json<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`
}

/** How both drivers read what JavaScript has no exact type for, by the type's OID: instants, days and counts. */
export const columnParsers = {
  20: (bigint: string): number => Number(bigint),
  1082: (date: string): CalendarDate => date,
  1184: instantOf,
} as const

/** PostgreSQL writes `2026-10-01 00:00:00.5+00`. */
function instantOf(text: string): Instant {
  return Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
}
