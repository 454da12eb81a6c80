import type { Standing } from './standing.ts'
import { sentenceFor } from './words.ts'

/** The license does not allow it now. `message` is a sentence for the user. */
export class RestrictedError extends Error {
  // Declared alone: the constructor sets them, and a field of its own would be weight.
  /** What was asked for; null where everything but the export was. */
  declare readonly capability: string | null
  declare readonly mode: Standing['mode']
  declare readonly reason: Standing['reason']
  /** In which formats the user can still take the data along. */
  declare readonly exportFormats: readonly string[]

  constructor(capability: string | null, standing: Standing, locale?: string) {
    super(sentenceFor(standing, locale))
    this.name = 'RestrictedError'
    this.capability = capability
    this.mode = standing.mode
    this.reason = standing.reason
    this.exportFormats = standing.exportFormats
  }
}
