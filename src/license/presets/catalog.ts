import { b2bDe } from './b2b-de.ts'
import { b2cDe } from './b2c-de.ts'
import { custom } from './custom.ts'
import type { Preset } from './preset.ts'
import { saasEu } from './saas-eu.ts'

/** The presets that a plan can name. */
export const presetCodes = ['custom', 'b2b-de', 'b2c-de', 'saas-eu'] as const
export type PresetCode = (typeof presetCodes)[number]

const presets: Readonly<Record<PresetCode, Preset>> = {
  custom,
  'b2b-de': b2bDe,
  'b2c-de': b2cDe,
  'saas-eu': saasEu,
}

/** The preset of a code that a license carries. */
export function presetOf(code: string): Preset {
  const known = presetCodes.find((each) => each === code)
  if (known === undefined) throw new RangeError(`no law preset: ${code}`)
  return presets[known]
}
