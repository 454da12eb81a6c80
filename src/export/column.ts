/** What a column may hold. Every format says what becomes of each: see `Format.fidelity`. */
export type TypeName =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'number'
  | 'boolean'
  | 'date'
  | 'instant'
  | 'time'
  | 'duration'
  | 'binary'
  | 'json'

/** A column's declaration, without its name. */
export interface ColumnType {
  readonly type: TypeName
  readonly isNullable: boolean
  /** For people: the heading in a README; the name stays the name in every file. */
  readonly title: string
  /** All digits of a decimal; 0 for every other type. */
  readonly precision: number
  /** The digits of a decimal after its point; 0 for every other type. */
  readonly scale: number
  nullable(): ColumnType
  titled(title: string): ColumnType
}

export interface Column extends Omit<ColumnType, 'nullable' | 'titled'> {
  readonly name: string
}

/** Any script, any length. Half a surrogate pair is refused, since no UTF-8 can hold it. */
export function text(): ColumnType {
  return columnType({ type: 'text' })
}

/** A signed integer of 64 bits, given as bigint, safe number or digits. Larger ones are a `decimal(n, 0)`. */
export function integer(): ColumnType {
  return columnType({ type: 'integer' })
}

/**
 * An exact decimal, given as text, bigint or safe integer; it is written with exactly `scale` digits after the point.
 *
 * @param precision all digits, 1 to 1000; Parquet holds up to 38.
 * @throws RangeError if the digits do not fit each other.
 */
export function decimal(precision: number, scale: number): ColumnType {
  const fits = Number.isInteger(precision) && Number.isInteger(scale)
  if (!fits || precision < 1 || precision > 1000 || scale < 0 || scale > precision)
    throw new RangeError(`decimal(${precision}, ${scale}): want 1 <= precision <= 1000, 0 <= scale`)
  return columnType({ type: 'decimal', precision, scale })
}

/** A binary floating point number of 64 bits; NaN and the infinities are kept. */
export function number(): ColumnType {
  return columnType({ type: 'number' })
}

/** True or false, or 1 or 0 as SQLite has it. */
export function boolean(): ColumnType {
  return columnType({ type: 'boolean' })
}

/** A calendar day without a zone, `YYYY-MM-DD` or a `Temporal.PlainDate`. A `Date` is an instant and is refused. */
export function date(): ColumnType {
  return columnType({ type: 'date' })
}

/** A point in time: a `Date`, a `Temporal.Instant`, or RFC 3339 text, whose offset is kept. To the microsecond. */
export function instant(): ColumnType {
  return columnType({ type: 'instant' })
}

/** A time of day without a zone, `HH:MM:SS` with up to six digits of a fraction. */
export function time(): ColumnType {
  return columnType({ type: 'time' })
}

/** An ISO 8601 length such as `P1Y2M3DT4H5M6.7S`. */
export function duration(): ColumnType {
  return columnType({ type: 'duration' })
}

/** Bytes: a `Uint8Array` (a `Buffer` is one) or an `ArrayBuffer`. Text formats write Base64. */
export function binary(): ColumnType {
  return columnType({ type: 'binary' })
}

/** Any JSON value, not its text: a string is a JSON string. JSON's own null counts as null. */
export function json(): ColumnType {
  return columnType({ type: 'json' })
}

type Parts = Pick<ColumnType, 'type'> & Partial<Omit<ColumnType, 'nullable' | 'titled'>>

function columnType(parts: Parts): ColumnType {
  const whole = { isNullable: false, title: '', precision: 0, scale: 0, ...parts }
  return {
    ...whole,
    nullable: () => columnType({ ...whole, isNullable: true }),
    titled: (title) => columnType({ ...whole, title }),
  }
}
