import { sql } from 'kysely'
import type { Activation, Instant, License } from '../license/license.ts'
import { settle } from '../license/settle.ts'
import type { SigningAlgorithm } from '../token/public-key.ts'
import type { Database } from './database.ts'
import { activationRows } from './license-tables.ts'
import { keptColumns } from './load-licenses.ts'
import { prepared } from './prepared.ts'
import { recordFrom } from './record-table.ts'

/** What a license key opens, as if the clock had just ticked, seen from one machine. */
export interface KeyedLicense {
  readonly license: License
  /** What the product's tokens are signed with. */
  readonly algorithm: SigningAlgorithm
  /** The machine's own activation, if it has one that is not freed. */
  readonly activation: Activation | null
  /** How many of the live activations were created before it; null without one. */
  readonly rank: number | null
  /** How many machines use the license. */
  readonly seatsUsed: number
}

/**
 * The one statement of the token's path.
 *
 * @param keyHash of the key's canonical spelling.
 * @param fingerprint as the machine gives it; null if it does not.
 */
export async function licenseByKey(
  db: Database,
  keyHash: string,
  fingerprint: string | null,
  now: Instant,
): Promise<KeyedLicense | null> {
  const [found] = await byKey(db, keyHash, fingerprint, new Date(now).toISOString())
  return found === undefined ? null : { ...found, license: settle(found.license, now).license }
}

/** The same as `saltedFingerprintSync`. */
const salted = sql`translate(
  rtrim(encode(sha256(convert_to(l.id || ':' || $2::text, 'UTF8')), 'base64'), '='), '+/', '-_'
)`

const byKey = prepared<KeyedLicense>(
  'license_by_key',
  sql`
    select
      ${keptColumns}, p.algorithm,
      case when m.id is not null then ${recordFrom(activationRows, 'm', 'license')} end as activation,
      case when m.id is not null then (
        select count(*) from activations a
        where a.license = l.id and a.freed_at is null and (a.created_at, a.id) < (m.created_at, m.id)
      ) end as rank
    from license_keys k
      join licenses l on l.id = k.license
      join products p on p.id = l.product
      join plans t on t.id = l.plan
      left join activations m
        on m.license = l.id and m.freed_at is null and m.fingerprint = ${salted}
    where k.hash = $1 and (k.keep_until is null or k.keep_until > $3::timestamptz)`,
)
