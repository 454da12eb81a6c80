import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Activation, Instant, License } from '../license/license.ts'
import { nextDue } from '../license/next-due.ts'
import { settle } from '../license/settle.ts'
import type { SigningAlgorithm } from '../token/public-key.ts'
import { status } from '../token/status.ts'
import type { Database } from './database.ts'
import { activationRows } from './license-tables.ts'
import { gathered, questions } from './gathered.ts'
import { licenseJson } from './load-licenses.ts'
import { recordFrom } from './record-table.ts'
import type { StatusPlace } from './status-entry.ts'

/** What a license key opens, as if the clock had just ticked, seen from one machine. */
export interface KeyedLicense {
  readonly license: License
  /** What the product's tokens are signed with. */
  readonly algorithm: SigningAlgorithm
  /** The machine's own activation, if it has one that is not freed. */
  readonly activation: Activation | null
  /** How many of the live activations were created before it; null without one. */
  readonly rank: number | null
  /** Where late news of its tokens stands: of those that are bound to that activation, and of unbound ones; null before the first. */
  readonly statusPlaces: {
    readonly bound: StatusPlace | null
    readonly unbound: StatusPlace | null
  }
}

/**
 * The token's path: one statement. Of a license that was asked after before, only what may have changed is read; its facts are
 * read again where its history or its revision is another.
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
  const asked = [keyHash, fingerprint, new Date(now).toISOString()] as const
  const known = knownIn(db).get(keyHash)
  if (known !== undefined) {
    const seat = await seatByKey(db, ...asked)
    if (seat === null) return null
    if (isSame(known, seat)) return keyed(known, seat, now)
  }
  const found = await byKey(db, ...asked)
  if (found === null) return null
  const { license, revision, headHash } = found
  const fresh = { license, revision, headHash, due: nextDue(license) }
  keep(knownIn(db), keyHash, fresh)
  return keyed(fresh, found, now)
}

/** Which state of a license its facts are of. */
interface State {
  readonly revision: number
  readonly headHash: string | null
}

interface Known extends State {
  readonly license: License
  /** Until then time makes nothing true of it. */
  readonly due: Instant | null
}

/** What is read at every call: a product's members, and what is the machine's own. */
interface Seat extends State, Omit<KeyedLicense, 'license'> {
  readonly place: number
  readonly exportFormats: License['exportFormats']
}

function isSame(known: State, seat: State): boolean {
  return known.revision === seat.revision && known.headHash === seat.headHash
}

function keyed({ license: facts, due }: Known, seat: Seat, now: Instant): KeyedLicense {
  const { exportFormats, algorithm, activation, rank, statusPlaces } = seat
  const isDue = due !== null && due <= now
  const settledAt = Math.max(facts.settledAt, isDue ? -Infinity : now)
  const license = { ...facts, exportFormats, settledAt }
  const settled = isDue ? settle(license, now).license : license
  return { license: settled, algorithm, activation, rank, statusPlaces }
}

const mostKnown = 5000
const databases = new WeakMap<Database, Map<string, Known>>()

function knownIn(db: Database): Map<string, Known> {
  const known = databases.get(db) ?? new Map<string, Known>()
  databases.set(db, known)
  return known
}

/** The ones longest known make room. */
function keep(known: Map<string, Known>, keyHash: string, found: Known): void {
  known.delete(keyHash)
  const [oldest] = known.keys()
  if (oldest !== undefined && known.size >= mostKnown) known.delete(oldest)
  known.set(keyHash, found)
}

/** The same as `saltedFingerprintSync`. */
const salted = sql`translate(
  rtrim(encode(sha256(convert_to(l.id || ':' || q.fingerprint, 'UTF8')), 'base64'), '='), '+/', '-_'
)`

function placeWhere(whose: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select json_build_object('list', s.list, 'index', s.idx) from status_entries s
    where ${whose} and s.status <> ${sql.lit(status.void)}
  )`
}

const seatColumns = sql`
  q.place::integer, l.revision, l.head_hash as "headHash", p.algorithm, p.export_formats as "exportFormats",
  case when m.id is not null then ${recordFrom(activationRows, 'm', 'license')} end as activation,
  case when m.id is not null then (
    select count(*) from activations a
    where a.license = l.id and a.freed_at is null and (a.created_at, a.id) < (m.created_at, m.id)
  ) end as rank,
  json_build_object(
    'bound', ${placeWhere(sql`s.activation = m.id`)},
    'unbound', ${placeWhere(sql`s.license = l.id and s.activation is null`)}
  ) as "statusPlaces"`

const found = sql`
  ${questions({ hash: 'text', fingerprint: 'text', at: 'timestamptz' })}
    join license_keys k on k.hash = q.hash and (k.keep_until is null or k.keep_until > q.at)
    join licenses l on l.id = k.license
    join products p on p.id = l.product
    left join activations m
      on m.license = l.id and m.freed_at is null and m.fingerprint = ${salted}`

const seatByKey = gathered<Seat>('seat_by_key', sql`select ${seatColumns} from ${found}`)

const byKey = gathered<Seat & { readonly license: License }>(
  'license_by_key',
  sql`select ${seatColumns}, ${licenseJson()} as license from ${found} join plans t on t.id = l.plan`,
)
