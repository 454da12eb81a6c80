import { custom } from './custom.ts'
import type { Preset } from './preset.ts'

/** Between businesses under German law. What is usual there is no limit: a longer renewal is a question of the single contract. */
export const b2bDe: Preset = {
  ...custom,
  code: 'b2b-de',
  checkedOn: '2026-11-27',
  sources: [
    '§§ 187, 188, 190 BGB',
    'BGH 25 Oct 2017, XII ZR 1/17',
    '§§ 307, 310(1) BGB',
    '§ 193 BGB; BGH 17 Feb 2005, III ZR 172/04',
    '§ 130(1) BGB; BGH 6 Oct 2022, VII ZR 895/21',
  ],
  country: 'DE',
}
