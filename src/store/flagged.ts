import { sql } from 'kysely'
import { fairUse } from '../license/fair-use.ts'
import type { FairUse } from '../license/fair-use.ts'
import type { Inquiry } from '../license/inquiry.ts'
import type { Instant, License, LicenseId } from '../license/license.ts'
import { timestamp } from './column.ts'
import type { Database } from './database.ts'
import { loadLicenses } from './load-licenses.ts'
import { asOfNow } from './read-license.ts'

/** A license over its fair-use limit, and by how much. */
export interface Flagged {
  readonly license: License
  readonly use: FairUse
}

/** The same by their ids. */
export async function idsFlagged(db: Database, now: Instant): Promise<readonly LicenseId[]> {
  return (await listFlagged(db, now)).map(({ license }) => license.id)
}

const mostFlagged = 500

type Asked = Pick<Inquiry, 'at' | 'topic' | 'struckAt'>

interface Candidate {
  readonly license: LicenseId
  readonly inquiries: readonly Asked[]
}

/**
 * Licenses over their fair-use limit, those asked for most first. SQL knows which can be: so many inquiries beyond the scope in
 * about so long a window as one of their grants says. Whether they are, the law says.
 *
 * @param limit how many can be meant at most; default 500: nobody looks at more in a day.
 */
export async function listFlagged(
  db: Database,
  now: Instant,
  limit = mostFlagged,
): Promise<readonly Flagged[]> {
  const { rows } = await candidates(now, limit).execute(db)
  const kept = await loadLicenses(
    db,
    rows.map(({ license }) => license),
  )
  const askedOf = new Map(rows.map(({ license, inquiries }) => [license, inquiries]))
  return kept
    .flatMap((each) => {
      const { license } = asOfNow(each, now)
      const use = fairUse(license, askedOf.get(license.id) ?? [], now)
      return use === null || !use.flagged ? [] : [{ license, use }]
    })
    .sort((a, b) => b.use.used - b.use.inquiries - (a.use.used - a.use.inquiries))
}

// A window counts days of the license's zone, which may begin a day earlier than it looks from here. No plan has a longer one than the
// longest of them, but a license can have agreed on one: up to a year those are found too.
const candidates = (now: Instant, limit: number) => sql<Candidate>`
  with widest as (
    select greatest(
      interval '1 year', max((support -> 'fairUse' ->> 'window')::interval)
    ) + interval '2 days' as span
    from plans
  ), beyond as (
    select license, count(*) as n, array_agg(at) as instants
    from inquiries
    where struck_at is null and topic <> 'in_scope' and at <= ${timestamp(now)}
      and at > ${timestamp(now)} - (select span from widest)
    group by license
  )
  select
    b.license,
    (
      select json_agg(json_build_object(
        'at', (date_part('epoch', i.at) * 1000)::bigint, 'topic', 'out_of_scope', 'struckAt', null
      ))
      from unnest(b.instants) as i (at)
    ) as inquiries
  from beyond b join licenses l on l.id = b.license
  where exists (
    select from jsonb_array_elements(l.grants) g,
      lateral (select g -> 'support' -> 'fairUse' as rule) r
    where (
      select count(*) from unnest(b.instants) as i (at)
      where i.at > ${timestamp(now)} - (r.rule ->> 'window')::interval - interval '2 days'
    ) >= (r.rule ->> 'inquiries')::integer
  )
  order by b.n desc, b.license limit ${limit}`
