import { sql } from 'kysely'
import type { Instant, License, LicenseId } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { settle } from '../license/settle.ts'
import type { Database } from './database.ts'
import { loadLicenses } from './load-licenses.ts'
import type { KeptLicense } from './load-licenses.ts'
import { pageOf } from './page.ts'
import type { Page, PageQuery } from './page.ts'
import { ownersCalled } from './reference.ts'
import type { ExternalRef } from './reference.ts'

/** A license as if the clock had just ticked, and how many machines use it. */
export interface LicenseNow {
  readonly license: License
  readonly seatsUsed: number
}

export interface LicenseFilter extends PageQuery {
  readonly customer?: string | undefined
  /** Its id or code. */
  readonly product?: string | undefined
  /** Its id or code. */
  readonly plan?: string | undefined
  readonly externalRef?: ExternalRef | undefined
}

/** @throws Problem not-found */
export async function readLicense(db: Database, id: string, now: Instant): Promise<LicenseNow> {
  const [kept] = await loadLicenses(db, [id])
  if (kept === undefined) throw new Problem('not-found', { license: id })
  return asOfNow(kept, now)
}

/** Licenses in the order of their making. */
export async function listLicenses(
  db: Database,
  { customer, product, plan, externalRef, after, limit }: LicenseFilter,
  now: Instant,
): Promise<Page<LicenseNow>> {
  const { rows } = await sql<{ id: LicenseId }>`
    select id from licenses
    where id > ${after ?? ''}
      ${customer === undefined ? sql`` : sql`and customer = ${customer}`}
      ${product === undefined ? sql`` : sql`and product = (select id from products where ${product} in (id, code))`}
      ${plan === undefined ? sql`` : sql`and plan = (select id from plans where ${plan} in (id, code))`}
      ${externalRef === undefined ? sql`` : sql`and id in ${ownersCalled('license', externalRef)}`}
    order by id limit ${limit + 1}`.execute(db)
  const page = pageOf(rows, limit)
  const kept = await loadLicenses(
    db,
    page.data.map(({ id }) => id),
  )
  return { data: kept.map((each) => asOfNow(each, now)), next: page.next }
}

function asOfNow({ license, seatsUsed }: KeptLicense, now: Instant): LicenseNow {
  return { license: settle(license, now).license, seatsUsed }
}
