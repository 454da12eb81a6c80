import type { TypeName } from './column.ts'

/** A checked value of each type, as the formats get it. */
export interface Values {
  readonly text: string
  /** A bigint only where a number would not be exact. */
  readonly integer: number | bigint
  /** Exactly as many digits after the point as the column says, no superfluous zero in front. */
  readonly decimal: string
  readonly number: number
  readonly boolean: boolean
  /** `YYYY-MM-DD` */
  readonly date: string
  /** `YYYY-MM-DDTHH:MM:SS[.ffffff]` and `Z` or `±HH:MM` */
  readonly instant: string
  /** `HH:MM:SS[.ffffff]` */
  readonly time: string
  readonly duration: string
  readonly binary: Uint8Array
  /** The JSON text of the value. */
  readonly json: string
}

/** How a format writes a value of each type. */
export type Encoders<Out> = { readonly [T in TypeName]: (value: Values[T]) => Out }
