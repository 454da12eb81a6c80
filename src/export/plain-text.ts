import { base64 } from './base64.ts'
import type { Encoders } from './value.ts'

/** The lexical forms that Table Schema and XML Schema agree on. */
export const plainText: Encoders<string> = {
  text: (value) => value,
  integer: String,
  decimal: (value) => value,
  number: numberText,
  boolean: (value) => (value ? 'true' : 'false'),
  date: (value) => value,
  instant: (value) => value,
  time: (value) => value,
  duration: (value) => value,
  binary: base64,
  json: (value) => value,
}

/** The shortest digits that read back as the same number; `INF`, `-INF`, `NaN`; minus zero keeps its sign. */
export function numberText(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0.0' : String(value)
  return Number.isNaN(value) ? 'NaN' : value > 0 ? 'INF' : '-INF'
}
