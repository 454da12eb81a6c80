import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Instant } from '../license/license.ts'
import type { SigningAlgorithm } from '../token/public-key.ts'
import { signStatusList } from '../token/sign-status-list.ts'
import type { SignedList } from '../token/sign-status-list.ts'
import { listSize } from '../token/status-list.ts'
import { timestamp } from './column.ts'
import type { Database } from './database.ts'
import type { Signers } from './signers.ts'

/** What lists are kept in, signed with and named by. */
export interface ListHouse {
  readonly db: Database
  readonly signers: Signers
  readonly issuer: string
  /** Where the server is reached, without a slash at the end. */
  readonly publicUrl: string
}

/** Where a list is served. */
export function listUri({ publicUrl }: Pick<ListHouse, 'publicUrl'>, n: number): string {
  return `${publicUrl}/status-lists/${n}`
}

/** A list as it is to be served, signed anew where it is due; null if there is none of that number. */
export async function servedList(
  house: ListHouse,
  n: number,
  now: Instant,
): Promise<string | null> {
  const [kept] = await keptLists(house.db, sql`l.n = ${n}`)
  if (kept === undefined) return null
  if (!isDue(house, kept, now)) return publishedList(house.db, n)
  return (await publish(house, kept, now)) ?? publishedList(house.db, n)
}

/** Signs every list that is due, so that nobody who asks for one waits for it. */
export async function signDueLists(house: ListHouse, now: Instant): Promise<void> {
  for (const kept of await keptLists(house.db, sql`true`))
    if (isDue(house, kept, now)) await publish(house, kept, now)
}

/** Every list, and when it was signed last; null for one that nobody has asked for yet. */
export async function listLists(
  db: Database,
): Promise<readonly { readonly n: number; readonly issuedAt: Instant | null }[]> {
  return db.selectFrom('status_lists').select(['n', 'issued_at as issuedAt']).orderBy('n').execute()
}

interface KeptList {
  readonly n: number
  readonly algorithm: SigningAlgorithm
  readonly uri: string | null
  readonly issuedAt: Instant | null
  /** Whether its key is the one that signs. */
  readonly isSigner: boolean
  /** Whether something has changed that it does not bear. */
  readonly hasNews: boolean
  /** Whether it was signed within the last five seconds: what has changed since then shares the next signature. */
  readonly isRecent: boolean
}

const longestMs = 86_400_000

function isDue(house: ListHouse, { n, uri, issuedAt, ...list }: KeptList, now: Instant): boolean {
  if (issuedAt === null || uri !== listUri(house, n)) return true
  return !list.isRecent && (list.hasNews || !list.isSigner || now - issuedAt >= longestMs)
}

async function keptLists(db: Database, where: RawBuilder<unknown>): Promise<readonly KeptList[]> {
  const { rows } = await sql<KeptList>`
    select
      l.n, l.algorithm, l.uri, l.issued_at as "issuedAt",
      exists (select from signing_keys k where k.kid = l.kid and k.state = 'active') as "isSigner",
      exists (select from status_news c where c.list = l.n) as "hasNews",
      coalesce(l.signed_at > now() - interval '5 seconds', false) as "isRecent"
    from status_lists l where ${where} order by l.n`.execute(db)
  return rows
}

async function publishedList(db: Database, n: number): Promise<string | null> {
  const found = await db
    .selectFrom('status_lists')
    .select('jwt')
    .where('n', '=', n)
    .executeTakeFirst()
  return found?.jwt ?? null
}

/** Signs a list as it stands. Null if another has published it meanwhile: what this one knew may be older. */
async function publish(
  house: ListHouse,
  { n, algorithm }: KeptList,
  now: Instant,
): Promise<string | null> {
  const { db, signers, issuer } = house
  const standing = await standingOf(db, n)
  const statuses = new Uint8Array(listSize)
  for (const [index, status] of standing.said) statuses[index] = status
  // Each is newer than the one before, also where the clock stands still.
  const at = Math.max(now, (standing.issuedAt ?? -Infinity) + 1000)
  const uri = listUri(house, n)
  const signed = await signStatusList(
    await signers.forAlgorithm(algorithm),
    { uri, issuer },
    statuses,
    at,
  )
  return (await replace(db, { ...standing, ...signed, n, uri, at })) ? signed.jwt : null
}

/** All that a list is to say, by one statement: what is read together was true together. */
interface Standing {
  readonly revision: number
  readonly issuedAt: Instant | null
  /** What is not valid. */
  readonly said: readonly (readonly [index: number, status: number])[]
  /** The ids of the changes that it bears and the published one does not. */
  readonly news: readonly string[]
}

async function standingOf(db: Database, n: number): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select
      l.revision, l.issued_at as "issuedAt",
      coalesce((
        select json_agg(json_build_array(e.idx, e.status)) from status_entries e
        where e.list = l.n and e.status <> 0
      ), '[]') as said,
      coalesce((select json_agg(c.id) from status_news c where c.list = l.n), '[]') as news
    from status_lists l where l.n = ${n}`.execute(db)
  const [standing] = rows
  if (standing === undefined) throw new TypeError(`there is no status list ${n}`)
  return standing
}

/** Publishes what was signed of a revision, if that is the newest still: then what it bears is no news any more. */
async function replace(
  db: Database,
  list: Standing & SignedList & { readonly n: number; readonly uri: string; readonly at: Instant },
): Promise<boolean> {
  const { n, revision, uri, jwt, kid, at, news } = list
  const { rows } = await sql<{ won: number }>`
    with won as (
      update status_lists
      set revision = revision + 1, uri = ${uri}, jwt = ${jwt}, kid = ${kid},
        issued_at = ${timestamp(at)}, signed_at = clock_timestamp()
      where n = ${n} and revision = ${revision}
      returning n
    ), told as (
      delete from status_news where id = any(${news}::text[]) and exists (select from won)
    )
    select count(*) as won from won`.execute(db)
  return rows[0]?.won === 1
}
