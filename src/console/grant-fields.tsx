import type { Grant } from '../license/license.ts'
import { Field } from '../web/form.tsx'
import type { Wrongs } from './fit.ts'
import { Tick } from './tick.tsx'
import type { StaffVisit } from './visit.ts'

/** What a license gives, as a form shows it. */
export type Granted = Pick<Grant, 'capabilities' | 'limits' | 'seats'>

interface Parts {
  readonly visit: StaffVisit
  readonly granted: Granted
  /** What the product defines. */
  readonly catalog: readonly string[]
  readonly wrongs: Wrongs
  /** Where the members stand in what is asked for; at its top if left out. */
  readonly pointer?: string
}

/** Seats, capabilities and limits. */
export function GrantFields(parts: Parts) {
  return (
    <>
      <CapabilityFields {...parts} />
      <SeatsField {...parts} />
      <LimitFields {...parts} />
    </>
  )
}

export function grantPointers(pointer = ''): readonly string[] {
  return ['capabilities', 'seats', 'limits'].map((member) => `${pointer}/${member}`)
}

function SeatsField({ visit: { words, form, sends }, granted, wrongs, pointer = '' }: Parts) {
  const { seats } = granted
  return (
    <Field
      name="seats"
      label={words.license.seats}
      hint={words.grant.seatsHint}
      inputmode="numeric"
      value={sends ? form['seats'] : seats === null ? '' : String(seats)}
      wrong={wrongs.at(`${pointer}/seats`)}
    />
  )
}

function CapabilityFields({ visit, granted, catalog, wrongs, pointer = '' }: Parts) {
  const { words, form, sends } = visit
  const wrong = wrongs.at(`${pointer}/capabilities`)
  return (
    <fieldset>
      <legend>{words.license.capabilities}</legend>
      <span class="hint">
        {catalog.length === 0 ? words.grant.noCapabilities : words.grant.capabilitiesHint}
      </span>
      <div class="ticks">
        {catalog.map((each) => (
          <Tick
            name={`cap_${each}`}
            label={each}
            isCode
            checked={
              sends ? form[`cap_${each}`] !== undefined : granted.capabilities.includes(each)
            }
          />
        ))}
      </div>
      {wrong !== undefined && <span class="wrong">{wrong}</span>}
    </fieldset>
  )
}

/** Free rows below those that are filled in. */
const spare = 2

function LimitFields({ visit, granted, wrongs, pointer = '' }: Parts) {
  const { words, form, sends } = visit
  const text = words.grant
  const kept = Object.entries(granted.limits).map(([name, value]) => [name, String(value)] as const)
  const rows = [
    ...(sends ? limitRows(form) : kept),
    ...Array.from({ length: spare }, () => ['', ''] as const),
  ]
  const wrong = wrongs.at(`${pointer}/limits`)
  return (
    <fieldset>
      <legend>{text.limits}</legend>
      <span class="hint">{text.limitsHint}</span>
      <div class="rows-in">
        {rows.map(([name, value], n) => (
          <div class="two">
            <input
              name={`limit_${n}_name`}
              value={name}
              placeholder={n === 0 ? text.limitExample : ''}
              aria-label={text.limitName}
            />
            <input
              name={`limit_${n}_value`}
              value={value}
              inputmode="numeric"
              placeholder={n === 0 ? '3' : ''}
              aria-label={text.limitValue}
            />
          </div>
        ))}
      </div>
      {wrong !== undefined && <span class="wrong">{wrong}</span>}
    </fieldset>
  )
}

/** What was filled in, as a body of the API says it. */
export function grantedIn({ form }: Pick<StaffVisit, 'form'>, catalog: readonly string[]) {
  return {
    capabilities: catalog.filter((each) => form[`cap_${each}`] !== undefined),
    seats: form['seats'] === undefined || form['seats'] === '' ? null : numberOf(form['seats']),
    limits: Object.fromEntries(limitRows(form).map(([name, value]) => [name, numberOf(value)])),
  }
}

/** What of it is otherwise than a license or a plan gives it. */
export function otherThan(granted: Granted, said: ReturnType<typeof grantedIn>) {
  const isSame = (one: unknown, other: unknown): boolean =>
    JSON.stringify(one) === JSON.stringify(other)
  const { capabilities, seats, limits } = said
  return {
    ...(!isSame([...capabilities].sort(), [...granted.capabilities].sort()) && { capabilities }),
    ...(!isSame(byName(limits), byName(granted.limits)) && { limits }),
    ...(seats !== granted.seats && { seats }),
  }
}

function byName(limits: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Object.entries(limits).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** A number; what is none stays text, and does not fit. */
export function numberOf(text: string): number | string {
  return /^\d{1,15}$/.test(text) ? Number(text) : text
}

function limitRows(
  form: Readonly<Record<string, string>>,
): readonly (readonly [name: string, value: string])[] {
  const rows: (readonly [string, string])[] = []
  for (let n = 0; n < 250; n++) {
    const [name, value] = [form[`limit_${n}_name`], form[`limit_${n}_value`]]
    if (name === undefined || value === undefined) break
    if (name !== '' || value !== '') rows.push([name, value])
  }
  return rows
}
