import { custom } from './custom.ts'
import type { Preset } from './preset.ts'

/** With consumers under German law. */
export const b2cDe: Preset = {
  ...custom,
  code: 'b2c-de',
  sources: ['§ 309 Nr. 9 BGB', '§ 312k BGB', '§ 356a BGB', '§ 193 BGB'],
  country: 'DE',
}
