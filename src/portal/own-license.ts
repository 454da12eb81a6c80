import type { License } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { loadLicenses } from '../store/load-licenses.ts'
import { asOfNow, readLicense } from '../store/read-license.ts'
import type { LicenseNow } from '../store/read-license.ts'
import { licensesOfCustomer } from '../store/licenses-of-customer.ts'
import { named } from './visit.ts'
import type { GuestVisit } from './visit.ts'

/**
 * The license of the address, where it is the customer's own. Somebody else's answers as one that there is not.
 *
 * @throws Problem not-found
 */
export async function ownLicense(visit: GuestVisit): Promise<LicenseNow> {
  const found = await readLicense(visit.deps.db, named(visit, 'license'), visit.now)
  checkOwn(visit, found.license)
  return found
}

/**
 * The same where the license is locked: it may have gone to somebody else since it was shown.
 *
 * @throws Problem not-found
 */
export function checkOwn({ guest }: Pick<GuestVisit, 'guest'>, license: License): void {
  if (license.customer !== guest.customer) throw new Problem('not-found', { license: license.id })
}

/** All of the customer's licenses, the newest first. */
export async function ownLicenses({
  deps,
  guest,
  now,
}: GuestVisit): Promise<readonly LicenseNow[]> {
  const ids = await licensesOfCustomer(deps.db, guest.customer, 200)
  const kept = await loadLicenses(deps.db, ids)
  return kept.map((each) => asOfNow(each, now)).toReversed()
}
