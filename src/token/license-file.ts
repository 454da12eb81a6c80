import { isRecord } from './record.ts'

/**
 * What a machine without a network is given, as JSON in a `.lic` file: a token that is bound to it, and the key set that vouches for
 * the key which signed it. Each is signed; the file around them is not.
 *
 * @see docs/token.md#license-files
 */
export interface LicenseFile {
  readonly version: 1
  readonly token: string
  /** The signed key set of that time. */
  readonly keys: string
}

/** What a file's text holds, still to be checked; null if it is none of ours. A newer server may put more into it. */
export function readLicenseFile(text: string): LicenseFile | null {
  try {
    const file: unknown = JSON.parse(text)
    if (!isRecord(file)) return null
    const { version, token, keys } = file
    return version === 1 && typeof token === 'string' && typeof keys === 'string'
      ? { version, token, keys }
      : null
  } catch {
    return null
  }
}
