import type { LicenseId } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { licenseOfKey } from '../store/key.ts'
import { anyLicenseKey } from '../token/brought-key.ts'
import { hashLicenseKey } from '../token/new-license-key.ts'
import type { Ask } from './route.ts'

/**
 * The license whose key a product calls with: `Authorization: License …`.
 *
 * @throws Problem unauthenticated without one; not-found for an unknown or malformed key; rate-limited after too many of them.
 */
export async function licenseCalling({
  deps,
  now,
  headers,
  address,
}: Pick<Ask, 'deps' | 'now' | 'headers' | 'address'>): Promise<LicenseId> {
  const typed = /^License +(\S{1,1000})$/i.exec(headers.get('authorization') ?? '')?.[1]
  if (typed === undefined) throw new Problem('unauthenticated', { scheme: 'License' })
  const key = anyLicenseKey(typed)
  const license = key === null ? null : await licenseOfKey(deps.db, hashLicenseKey(key), now)
  if (license !== null) return license
  deps.failures.count(address, now)
  throw new Problem('not-found')
}
