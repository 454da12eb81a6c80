import { isRecord } from './record.ts'

/**
 * What a machine without a network is given, a `.lic` file: a token that is bound to it, and the key set that vouches for the key
 * which signed it. Each is signed; the file around them is not.
 *
 * @see docs/token.md#license-files
 */
export interface LicenseFile {
  readonly token: string
  /** The signed key set of that time. */
  readonly keys: string
}

/** The file's text: JSON of one object, `version` 1. */
export function writeLicenseFile({ token, keys }: LicenseFile): string {
  return `${JSON.stringify({ version: 1, token, keys })}\n`
}

/** What a file holds, still to be checked; null if it is none of ours. A newer server may put more into it. */
export function readLicenseFile(text: string): LicenseFile | null {
  try {
    const file: unknown = JSON.parse(text)
    if (!isRecord(file) || typeof file.token !== 'string' || typeof file.keys !== 'string')
      return null
    return { token: file.token, keys: file.keys }
  } catch {
    return null
  }
}
