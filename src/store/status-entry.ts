import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { decideAt } from '../license/facts.ts'
import type { ActivationId, Instant, License, LicenseId } from '../license/license.ts'
import type { SigningAlgorithm } from '../token/public-key.ts'
import { listSize } from '../token/status-list.ts'
import { status, statusOf } from '../token/status.ts'
import type { Database } from './database.ts'
import { prepared } from './prepared.ts'

/** Where late news of a token stands. */
export interface StatusPlace {
  readonly list: number
  readonly index: number
}

/** Whose tokens share a place: those of an activation, or the unbound ones of a license. */
export interface StatusOwner {
  readonly license: License
  /** Its row may come later in the same transaction. */
  readonly activation: ActivationId | null
  /** What its tokens are signed with, and so their list. */
  readonly algorithm: SigningAlgorithm
}

/** The owner's place; its first one is random, and nobody had it before. The license is locked. */
export async function statusPlace(
  trx: Database,
  owner: StatusOwner,
  now: Instant,
): Promise<StatusPlace> {
  const known = await placeOf(trx, owner)
  if (known !== null) return known
  let list = (await newestList(trx, owner.algorithm)) ?? (await openList(trx, owner.algorithm))
  for (;;) {
    const taken = await takePlace(trx, owner, list, now)
    if (taken !== null) return taken
    list = await openList(trx, owner.algorithm)
  }
}

async function placeOf(
  trx: Database,
  { license, activation }: StatusOwner,
): Promise<StatusPlace | null> {
  const whose =
    activation === null
      ? sql`license = ${license.id} and activation is null`
      : sql`activation = ${activation}`
  const { rows } = await sql<StatusPlace>`
    select list, idx as index from status_entries
    where ${whose} and status <> ${sql.lit(status.void)}`.execute(trx)
  return rows[0] ?? null
}

async function newestList(trx: Database, algorithm: SigningAlgorithm): Promise<number | null> {
  const { rows } = await sql<{ n: number | null }>`
    select max(n) as n from status_lists where algorithm = ${algorithm}`.execute(trx)
  return rows[0]?.n ?? null
}

/** The next list; where another opens it at the same moment, that one's. */
async function openList(trx: Database, algorithm: SigningAlgorithm): Promise<number> {
  for (;;) {
    const { rows } = await sql<{ n: number }>`
      insert into status_lists (n, algorithm, revision)
      select coalesce(max(n), 0) + 1, ${algorithm}, 0 from status_lists
      on conflict do nothing
      returning n`.execute(trx)
    const n = rows[0]?.n ?? (await newestList(trx, algorithm))
    if (n !== null) return n
  }
}

/** A list is full where so many random places in it are taken: it is four fifths full then, or more. */
const mostTries = 16

async function takePlace(
  trx: Database,
  { license, activation }: StatusOwner,
  list: number,
  now: Instant,
): Promise<StatusPlace | null> {
  const tries = Array.from({ length: mostTries }, () => randomInt(listSize))
  const said = sayingOf(license, now)
  const { rows } = await sql<StatusPlace>`
    insert into status_entries (list, idx, license, activation, status)
    select ${list}::integer, tried::integer, ${license.id}, ${activation}, ${said}::integer
    from jsonb_array_elements(${JSON.stringify(tries)}::jsonb) tried
    where not exists (select from status_entries e where e.list = ${list} and e.idx = tried::integer)
    limit 1
    on conflict do nothing
    returning list, idx as index`.execute(trx)
  const [place] = rows
  // A list that has never heard of a place says that it is valid.
  if (place !== undefined && said !== status.valid)
    await trx.insertInto('status_news').values({ list }).execute()
  return place ?? null
}

/** What a license says of its tokens, as it is kept now. */
function sayingOf(license: License, now: Instant) {
  return statusOf(decideAt(license, Math.max(now, license.recordedAt)))
}

/** Says of all tokens of these licenses what the licenses decide now. What is void stays void. */
export async function keepStatuses(
  trx: Database,
  licenses: readonly License[],
  now: Instant,
): Promise<void> {
  if (licenses.length === 0) return
  const said = licenses.map((license) => ({ license: license.id, status: sayingOf(license, now) }))
  await keepSaid(trx, JSON.stringify(said))
}

const keepSaid = prepared(
  'keep_statuses',
  asNews(sql`
    update status_entries e set status = x.status
    from json_to_recordset(${sql.raw('$1')}::json) as x (license text, status integer)
    where e.license = x.license and e.status not in (x.status, ${sql.lit(status.void)})`),
)

/** The change of statuses, and that there is news in their lists. */
function asNews(change: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    with changed as (${change} returning list)
    insert into status_news (list) select distinct list from changed`
}

function toVoid(where: RawBuilder<unknown>): RawBuilder<unknown> {
  return asNews(sql`
    update status_entries set status = ${sql.lit(status.void)}
    where ${where} and status <> ${sql.lit(status.void)}`)
}

/** Makes the tokens of freed activations void. */
export async function voidActivations(
  trx: Database,
  activations: readonly ActivationId[],
): Promise<void> {
  if (activations.length === 0) return
  await toVoid(sql`activation = any(${activations}::text[])`).execute(trx)
}

/** Makes every token of a license void: whoever has a good key gets another at once. The license is locked. */
export async function voidLicense(trx: Database, license: LicenseId): Promise<void> {
  await toVoid(sql`license = ${license}`).execute(trx)
}
