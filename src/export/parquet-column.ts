import type { ParquetWriter } from 'hyparquet-writer'
import type { Column } from './column.ts'
import type { Encoders } from './value.ts'

/** Whatever the library takes for the column's type; a JSON value may be anything. */
export type ParquetValue = unknown

type Element = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number]

export function parquetColumn(column: Column): Element {
  const repetition = column.isNullable ? 'OPTIONAL' : 'REQUIRED'
  return { name: column.name, repetition_type: repetition, ...physical(column) }
}

function physical(column: Column): Omit<Element, 'name'> {
  switch (column.type) {
    case 'integer':
      return { type: 'INT64' }
    case 'decimal':
      return decimal(column)
    case 'number':
      return { type: 'DOUBLE' }
    case 'boolean':
      return { type: 'BOOLEAN' }
    case 'date':
      return { type: 'INT32', converted_type: 'DATE' }
    case 'instant':
      return {
        type: 'INT64',
        converted_type: 'TIMESTAMP_MICROS',
        logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' },
      }
    case 'time':
      return {
        type: 'INT64',
        logical_type: { type: 'TIME', isAdjustedToUTC: false, unit: 'MICROS' },
      }
    case 'binary':
      return { type: 'BYTE_ARRAY' }
    case 'json':
      return { type: 'BYTE_ARRAY', converted_type: 'JSON' }
    case 'text':
    case 'duration':
      return { type: 'BYTE_ARRAY', converted_type: 'UTF8' }
  }
}

/** As many digits as Parquet's readers take. */
const maxPrecision = 38

function decimal({ precision, scale }: Column): Omit<Element, 'name'> {
  if (precision > maxPrecision) return { type: 'BYTE_ARRAY', converted_type: 'UTF8' }
  const width = { converted_type: 'DECIMAL', precision, scale } as const
  if (precision <= 18) return { type: 'INT64', ...width }
  return { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, ...width }
}

const dayMs = 86_400_000

export function parquetEncoders(column: Column): Encoders<ParquetValue> {
  const isText = column.precision > maxPrecision
  return {
    text: (value) => value,
    integer: BigInt,
    decimal: (value) => (isText ? value : BigInt(value.replace('.', ''))),
    number: (value) => value,
    boolean: (value) => value,
    date: (value) => Date.parse(value) / dayMs,
    instant: (value) => BigInt(Date.parse(value)) * 1000n + belowMillisecond(value),
    time: (value) => BigInt(Date.parse(`1970-01-01T${value}Z`)) * 1000n + belowMillisecond(value),
    duration: (value) => value,
    binary: (value) => value,
    // The library makes the text of it.
    json: (value) => JSON.parse(value),
  }
}

/** The microseconds that a `Date` drops. */
function belowMillisecond(value: string): bigint {
  const [, digits] = /\.\d{3}(\d{1,3})/.exec(value) ?? []
  return digits === undefined ? 0n : BigInt(digits.padEnd(3, '0'))
}
