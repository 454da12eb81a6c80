import { lengthOf } from '../license/calendar.ts'
import type { Wrongs } from './fit.ts'
import type { StaffVisit } from './visit.ts'

/** What a length is counted in, as ISO 8601 writes it: `H` and `min` are of a clock, the others of a calendar. */
export type LengthUnit = 'min' | 'H' | 'D' | 'W' | 'M' | 'Y'

interface Counted {
  readonly count: string
  readonly unit: LengthUnit
}

/** A length by a number and what it counts; left empty it is none. */
export function LengthField({
  visit,
  name,
  label,
  hint,
  units,
  kept,
  wrong,
}: {
  readonly visit: StaffVisit
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly units: readonly LengthUnit[]
  /** As it is kept: an ISO 8601 length. */
  readonly kept: string | null | undefined
  readonly wrong: ReturnType<Wrongs['at']>
}) {
  const { words, form, sends } = visit
  const known = kept == null ? null : countedIn(kept)
  const count = sends ? (form[`${name}_count`] ?? '') : (known?.count ?? '')
  const chosen = sends ? form[`${name}_unit`] : known?.unit
  return (
    <fieldset class="field">
      <legend>{label}</legend>
      <div class="length">
        <input
          id={`${name}_count`}
          name={`${name}_count`}
          value={count}
          inputmode="numeric"
          aria-label={`${label}: ${words.lengths.count}`}
          {...(wrong !== undefined && { 'aria-invalid': 'true' as const })}
        />
        <select name={`${name}_unit`} aria-label={`${label}: ${words.lengths.unit}`}>
          {units.map((unit) => (
            <option value={unit} selected={unit === (chosen ?? units[0])}>
              {words.lengths.units[unit]}
            </option>
          ))}
        </select>
      </div>
      <span class="hint">{hint}</span>
      {wrong !== undefined && <span class="wrong">{wrong}</span>}
    </fieldset>
  )
}

/** The length as ISO 8601 writes it; null where the field was left empty. What is no number does not fit. */
export function lengthIn({ form }: Pick<StaffVisit, 'form'>, name: string): string | null {
  const count = form[`${name}_count`] ?? ''
  const unit = form[`${name}_unit`] ?? 'D'
  if (count === '') return null
  return unit === 'min' || unit === 'H'
    ? `PT${count}${unit === 'min' ? 'M' : 'H'}`
    : `P${count}${unit}`
}

/** The number and the unit that say a length best: twelve months are a year. */
export function countedIn(length: string): Counted {
  const [, hours, unit] = /^PT(\d+)([MH])$/.exec(length) ?? []
  if (hours !== undefined) return { count: hours, unit: unit === 'M' ? 'min' : 'H' }
  const { unit: counted, count } = lengthOf(length)
  if (counted === 'months')
    return count % 12 === 0 && count > 0
      ? { count: String(count / 12), unit: 'Y' }
      : { count: String(count), unit: 'M' }
  return length.includes('W') && count % 7 === 0
    ? { count: String(count / 7), unit: 'W' }
    : { count: String(count), unit: 'D' }
}

/** A length in words: `1 year`, `14 Tage`. */
export function lengthInWords({ words }: Pick<StaffVisit, 'words'>, length: string): string {
  const { count, unit } = countedIn(length)
  return words.lengths.counted[unit](Number(count))
}
