import { custom } from './custom.ts'
import type { Preset } from './preset.ts'

/** With consumers under German law. */
export const b2cDe: Preset = {
  ...custom,
  code: 'b2c-de',
  checkedOn: '2026-11-27',
  sources: [
    '§ 309 Nr. 9 BGB',
    '§ 309 Nr. 13 BGB',
    '§ 312k BGB',
    '§ 356a BGB (in force since 19 June 2026); Directive (EU) 2023/2673',
    '§ 327p BGB; Directive (EU) 2019/770 art. 16',
    '§ 193 BGB',
  ],
  country: 'DE',
  // A tacit renewal is for an indefinite time that the customer can end at any time, at a month's notice at most. Months that renew
  // without a notice are that: none is begun that was objected to on the day before.
  limits: [
    { member: 'term', most: 'P2Y', of: 'automatic', article: '§ 309 Nr. 9 a BGB' },
    { member: 'renewalTerm', most: 'P1M', of: 'automatic', article: '§ 309 Nr. 9 b BGB' },
    { member: 'renewalNotice', most: 'P0D', of: 'automatic', article: '§ 309 Nr. 9 b BGB' },
    { member: 'notice', most: 'P1M', of: 'automatic', article: '§ 309 Nr. 9 c BGB' },
  ],
  openDeclarations: ['cancellation', 'withdrawal'],
}
