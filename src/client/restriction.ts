import { markOf } from './marks.ts'
import type { Marks } from './marks.ts'
import type { OpenLicense } from './open-license.ts'
import { sentenceFor } from './words.ts'

/** Which routes answer in export-only mode, and where the user finds the export. */
export interface Routes {
  readonly marks: Marks
  /** The export's address in the product, e.g. `/export`. */
  readonly exportAt: string
}

/** What a guard looks at. */
export type Guarding = Pick<OpenLicense, 'standing' | 'server' | 'locale'>

/** RFC 9457, `application/problem+json`, status 403: why, and where the export is. */
export interface Restriction {
  readonly type: string
  readonly title: string
  readonly status: 403
  /** A sentence for the user. */
  readonly detail: string
  readonly reason: string
  /** Where the export is. */
  readonly export: string
  readonly export_formats: readonly string[]
}

/** Why a request gets no answer but this one; null if it may pass. A preflight always may: it does nothing. */
export function restrictionOf(
  { standing, server, locale }: Guarding,
  { marks, exportAt }: Routes,
  method: string,
  path: string,
): Restriction | null {
  if (standing.mode === 'full' || method === 'OPTIONS' || markOf(marks, method, path) !== null)
    return null
  return {
    type: `${server}/problems#export-only`,
    title: 'Export only',
    status: 403,
    detail: sentenceFor(standing, locale),
    reason: standing.reason,
    export: exportAt,
    export_formats: standing.exportFormats,
  }
}
