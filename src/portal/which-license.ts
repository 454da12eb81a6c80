import type { License } from '../license/license.ts'
import type { Deps } from '../deps.ts'
import type { Instant } from '../license/license.ts'
import { findCustomer } from '../store/customer.ts'
import { licensesOfCustomer } from '../store/licenses-of-customer.ts'
import { licenseOfKey } from '../store/key.ts'
import { loadLicenses } from '../store/load-licenses.ts'
import { customersAt } from '../store/portal-access.ts'
import { asOfNow } from '../store/read-license.ts'
import { anyLicenseKey } from '../token/brought-key.ts'
import { hashLicenseKey } from '../token/new-license-key.ts'

/** The license that somebody who has not signed in may mean. */
export interface Meant {
  readonly license: License | null
  readonly customer: License['customer'] | null
  /** Whether it is theirs beyond doubt: they have its key, or know its number and have an address that we know. */
  readonly isCertain: boolean
}

const nobody: Meant = { license: null, customer: null, isCertain: false }

/** Finds it by what is typed: a key, a number, or the address alone. What cannot be found is received all the same. */
export async function whichLicense(
  { db }: Pick<Deps, 'db'>,
  { contract, email }: { readonly contract: string; readonly email: string },
  now: Instant,
): Promise<Meant> {
  const key = anyLicenseKey(contract)
  const keyed = key === null ? null : await licenseOfKey(db, hashLicenseKey(key), now)
  if (keyed !== null) return meant(await licenseNow(db, keyed, now), true)
  const [number] = /lic_[0-9a-z]{26}/.exec(contract.toLowerCase()) ?? []
  const numbered = number === undefined ? null : await licenseNow(db, number, now)
  if (numbered !== null) return meant(numbered, await knows(db, numbered, email))
  const [customer, ...others] = await customersAt(db, email)
  if (customer === undefined || others.length > 0) return nobody
  const [only, ...more] = await licensesOfCustomer(db, customer, 2)
  const license = only === undefined || more.length > 0 ? null : await licenseNow(db, only, now)
  return { license, customer, isCertain: false }
}

function meant(license: License | null, isCertain: boolean): Meant {
  return license === null ? nobody : { license, customer: license.customer, isCertain }
}

async function licenseNow(db: Deps['db'], id: string, now: Instant): Promise<License | null> {
  const [kept] = await loadLicenses(db, [id])
  return kept === undefined ? null : asOfNow(kept, now).license
}

async function knows(db: Deps['db'], { customer }: License, email: string): Promise<boolean> {
  const known = await findCustomer(db, customer)
  const typed = email.toLowerCase()
  return (
    known?.contacts.some(({ emails }) => emails.some((each) => each.toLowerCase() === typed)) ===
    true
  )
}
