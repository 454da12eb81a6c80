import type { Support } from '../license/license.ts'
import { Field } from '../web/form.tsx'
import type { Wrongs } from './fit.ts'
import { numberOf } from './grant-fields.tsx'
import { LengthField, lengthIn } from './length-field.tsx'
import { Tick } from './tick.tsx'
import { filled } from './visit.ts'
import type { StaffVisit } from './visit.ts'

interface Parts {
  readonly visit: StaffVisit
  readonly kept: Support | null
  readonly wrongs: Wrongs
  /** What ticking it means; for a plan if left out. */
  readonly label?: string
}

/** The support contract that is coupled to the license. */
export function SupportFields({ visit, kept, wrongs, label }: Parts) {
  const { words, form, sends } = visit
  const text = words.catalog.support
  const isOn = sends ? form['support'] !== undefined : kept !== null
  return (
    <fieldset class="part">
      <legend>{words.license.support}</legend>
      <Tick name="support" label={label ?? text.has} checked={isOn} />
      <div class="two">
        <Field
          name="support_level"
          label={text.level}
          hint={text.levelHint}
          value={form['support_level'] ?? kept?.level}
          wrong={wrongs.at('/support/level')}
        />
        <Field
          name="support_channels"
          label={text.channels}
          hint={text.channelsHint}
          value={form['support_channels'] ?? kept?.channels.join(', ')}
          wrong={wrongs.at('/support/channels')}
        />
      </div>
      <Field
        name="support_scope"
        label={text.scope}
        hint={text.scopeHint}
        value={form['support_scope'] ?? kept?.scope}
        wrong={wrongs.at('/support/scope')}
        lines
      />
      <FairUse visit={visit} kept={kept} wrongs={wrongs} />
    </fieldset>
  )
}

function FairUse({ visit, kept, wrongs }: Parts) {
  const { words, form } = visit
  const text = words.catalog.support
  const fairUse = kept?.fairUse ?? null
  return (
    <div class="two">
      <Field
        name="fair_use_inquiries"
        label={text.inquiries}
        hint={text.inquiriesHint}
        inputmode="numeric"
        value={form['fair_use_inquiries'] ?? (fairUse === null ? '' : String(fairUse.inquiries))}
        wrong={wrongs.at('/support/fair_use/inquiries')}
      />
      <LengthField
        visit={visit}
        name="fair_use_window"
        label={text.window}
        hint={text.windowHint}
        units={['D', 'W', 'M', 'Y']}
        kept={fairUse?.window}
        wrong={wrongs.at('/support/fair_use/window')}
      />
    </div>
  )
}

/** The support contract as it was filled in, as a body of the API says it; null without one. */
export function supportIn(visit: StaffVisit) {
  if (visit.form['support'] === undefined) return null
  const inquiries = filled(visit, 'fair_use_inquiries')
  const window = lengthIn(visit, 'fair_use_window')
  const hasRule = inquiries !== '' || window !== null
  return {
    level: filled(visit, 'support_level'),
    channels: filled(visit, 'support_channels')
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
    scope: filled(visit, 'support_scope'),
    fair_use: hasRule ? { inquiries: numberOf(inquiries), window: window ?? '' } : null,
  }
}
