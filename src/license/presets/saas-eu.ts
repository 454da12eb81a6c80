import { custom } from './custom.ts'
import type { Preset } from './preset.ts'

/** Hosted services in the European Union under the Data Act. */
export const saasEu: Preset = {
  ...custom,
  code: 'saas-eu',
  checkedOn: '2026-11-27',
  sources: [
    'Regulation (EU) 2023/2854 art. 25, 26, 29, 30(5), in force since 12 September 2025',
    'GDPR art. 5(1)(e), 17, 20, 28(3)(g)',
  ],
  // Who may leave for another service at two months' notice is not to be held to an earlier day by the renewal.
  limits: [
    {
      member: 'notice',
      most: 'P2M',
      of: 'every_plan',
      article: 'Regulation (EU) 2023/2854 art. 25(2)(d)',
    },
    {
      member: 'renewalNotice',
      most: 'P2M',
      of: 'every_plan',
      article: 'Regulation (EU) 2023/2854 art. 25(2)(d)',
    },
  ],
  switching: { notice: 'P2M', transition: 'P30D', retrieval: 'P30D' },
}
