import type { Instant, License } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { settle } from '../license/settle.ts'
import type { Database } from './database.ts'
import { loadLicenses } from './load-licenses.ts'
import type { KeptLicense } from './load-licenses.ts'

/** A license as if the clock had just ticked, and how many machines use it. */
export interface LicenseNow {
  readonly license: License
  readonly seatsUsed: number
  /** Counts its changes, from 1 on. */
  readonly revision: number
}

/** @throws Problem not-found */
export async function readLicense(db: Database, id: string, now: Instant): Promise<LicenseNow> {
  const [kept] = await loadLicenses(db, [id])
  if (kept === undefined) throw new Problem('not-found', { license: id })
  return asOfNow(kept, now)
}

/** A license that was kept, as if the clock had just ticked. */
export function asOfNow({ license, seatsUsed, revision }: KeptLicense, now: Instant): LicenseNow {
  return { license: settle(license, now).license, seatsUsed, revision }
}
