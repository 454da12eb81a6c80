import type { Standing } from './standing.ts'
import { sentenceFor } from './words.ts'

/** The license does not allow it now. `message` is a sentence for the user. */
export class RestrictedError extends Error {
  /** What was asked for; null where everything but the export was. */
  readonly capability: string | null
  readonly mode: Standing['mode']
  readonly reason: Standing['reason']
  /** In which formats the user can still take the data along. */
  readonly exportFormats: readonly string[]

  constructor(capability: string | null, standing: Standing, locale?: string) {
    super(sentenceFor(standing, locale))
    this.name = 'RestrictedError'
    this.capability = capability
    this.mode = standing.mode
    this.reason = standing.reason
    this.exportFormats = standing.exportFormats
  }
}
