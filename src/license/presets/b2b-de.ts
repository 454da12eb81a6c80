import { custom } from './custom.ts'
import type { Preset } from './preset.ts'

/** Between businesses under German law. */
export const b2bDe: Preset = {
  ...custom,
  code: 'b2b-de',
  sources: [
    '§§ 187, 188, 190 BGB',
    'BGH 25 Oct 2017, XII ZR 1/17',
    '§§ 307, 310(1) BGB',
    '§ 193 BGB',
  ],
  country: 'DE',
}
