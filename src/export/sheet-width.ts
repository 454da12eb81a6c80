import type { Column, TypeName } from './column.ts'

const widths: Readonly<Record<TypeName, number>> = {
  text: 24,
  integer: 12,
  decimal: 14,
  number: 14,
  boolean: 9,
  date: 12,
  instant: 29,
  time: 14,
  duration: 14,
  binary: 24,
  json: 24,
}

/** A column's width in characters: known before its first row, since a stream does not wait for its longest cell. */
export function headingWidth({ type, name }: Column): number {
  return Math.min(60, Math.max(widths[type], name.length + 2))
}
