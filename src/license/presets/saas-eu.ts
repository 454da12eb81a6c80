import { custom } from './custom.ts'
import type { Preset } from './preset.ts'

/** Hosted services in the European Union under the Data Act. */
export const saasEu: Preset = {
  ...custom,
  code: 'saas-eu',
  sources: ['Regulation (EU) 2023/2854 art. 25, 26, 29, 30(5)'],
}
