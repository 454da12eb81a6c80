import { presetCodes, presetOf } from '../license/presets/catalog.ts'
import type { PresetCode } from '../license/presets/catalog.ts'
import type { Plan } from '../store/plan.ts'
import { shortDay } from '../web/day.ts'
import { lengthInWords } from './length-field.tsx'
import type { StaffVisit } from './visit.ts'

/** Under which law the contract stands, with what that limits and where it is written. */
export function PresetChoice({
  visit,
  kept,
  wrong,
}: {
  readonly visit: StaffVisit
  readonly kept: Plan | null
  readonly wrong: string | undefined
}) {
  const { words, form } = visit
  const text = words.catalog
  const chosen = form['preset'] ?? kept?.terms.preset ?? 'custom'
  return (
    <fieldset>
      <legend>{text.preset}</legend>
      <span class="hint">{text.presetHint}</span>
      <div class="options">
        {presetCodes.map((code) => (
          <label class="option">
            <input type="radio" name="preset" value={code} checked={code === chosen} />
            <span>
              <strong>{text.presets[code].name}</strong>
              <span class="quiet small">{text.presets[code].for}</span>
              <PresetLimits visit={visit} code={code} />
            </span>
          </label>
        ))}
      </div>
      {wrong !== undefined && <span class="wrong">{wrong}</span>}
    </fieldset>
  )
}

function PresetLimits({ visit, code }: { readonly visit: StaffVisit; readonly code: PresetCode }) {
  const { words, language } = visit
  const text = words.catalog
  const { limits, checkedOn } = presetOf(code)
  return (
    <>
      {limits.map(({ member, most, article }) => (
        <span class="small">
          {text.limit(
            text.limited[member],
            most === 'P0D' ? null : lengthInWords(visit, most),
            article,
          )}
        </span>
      ))}
      {code !== 'custom' && (
        <span class="quiet small">{text.checkedOn(shortDay(checkedOn, language))}</span>
      )}
    </>
  )
}
