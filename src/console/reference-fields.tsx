import type { Wrongs } from './fit.ts'
import type { StaffVisit } from './visit.ts'

type References = Readonly<Record<string, string>>

/** Free rows below those that are filled in. */
const spare = 2
/** No form has more. */
const most = 100

interface Row {
  readonly system: string
  readonly reference: string
}

/** What other systems call a thing: a row each, with rows to spare. */
export function ReferenceFields({
  visit,
  kept,
  wrongs,
}: {
  readonly visit: StaffVisit
  readonly kept: References
  readonly wrongs: Wrongs
}) {
  const text = visit.words.references
  const rows = rowsOf(visit, kept)
  const wrong = wrongs.at('/external_refs')
  return (
    <fieldset>
      <legend>{text.title}</legend>
      <span class="hint">{text.hint}</span>
      <div class="rows-in">
        {rows.map(({ system, reference }, n) => (
          <div class="two">
            <input
              name={`ref_${n}_system`}
              value={system}
              placeholder={n === 0 ? text.systemExample : ''}
              aria-label={text.system}
            />
            <input
              name={`ref_${n}_reference`}
              value={reference}
              placeholder={n === 0 ? text.referenceExample : ''}
              aria-label={text.reference}
            />
          </div>
        ))}
      </div>
      {wrong !== undefined && <span class="wrong">{wrong}</span>}
    </fieldset>
  )
}

/** The references as they were filled in: a row without a system or a reference is none. */
export function referencesIn({ form }: Pick<StaffVisit, 'form'>): References {
  return Object.fromEntries(
    typedRows(form)
      .filter(({ system, reference }) => system !== '' && reference !== '')
      .map(({ system, reference }) => [system, reference]),
  )
}

/** The same as an edit of what is kept: what was emptied goes. */
export function referenceEdits(
  visit: Pick<StaffVisit, 'form'>,
  kept: References,
): Readonly<Record<string, string | null>> {
  const gone = Object.keys(kept).map((system) => [system, null] as const)
  return { ...Object.fromEntries(gone), ...referencesIn(visit) }
}

function rowsOf({ form, sends }: StaffVisit, kept: References): readonly Row[] {
  const rows = sends
    ? typedRows(form).filter(({ system, reference }) => system !== '' || reference !== '')
    : Object.entries(kept).map(([system, reference]) => ({ system, reference }))
  return [...rows, ...Array.from({ length: spare }, () => ({ system: '', reference: '' }))]
}

function typedRows(form: Readonly<Record<string, string>>): readonly Row[] {
  const rows: Row[] = []
  for (let n = 0; n < most; n++) {
    const [system, reference] = [form[`ref_${n}_system`], form[`ref_${n}_reference`]]
    if (system === undefined || reference === undefined) break
    rows.push({ system, reference })
  }
  return rows
}
