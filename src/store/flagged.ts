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
// longest of them, but a license can have agreed on one: up to a year those are found too. Counting comes first and reads an index
// alone; the instants are read for the few licenses that have enough.
const candidates = (now: Instant, limit: number) => sql<Candidate>`
  with widest as (
    select greatest(
      interval '1 year', max((support -> 'fairUse' ->> 'window')::interval)
    ) + interval '2 days' as span
    from plans
  ), beyond as materialized (
    select license, count(*) as n
    from inquiries
    where struck_at is null and topic <> 'in_scope' and at <= ${timestamp(now)}
      and at > ${timestamp(now)} - (select span from widest)
    group by license
  ), many as materialized (
    select b.license, b.n, rule.value as rule
    from beyond b join licenses l on l.id = b.license
      cross join lateral jsonb_path_query(l.grants, '$[*].support.fairUse') as rule (value)
    where b.n >= (rule.value ->> 'inquiries')::integer
  )
  select license, inquiries
  from (
    select distinct on (m.license) m.license, m.n, window_of.inquiries
    from many m cross join lateral (
      select count(*) as n, json_agg(json_build_object(
        'at', (date_part('epoch', i.at) * 1000)::bigint, 'topic', i.topic, 'struckAt', null
      ) order by i.at) as inquiries
      from inquiries i
      where i.license = m.license and i.struck_at is null and i.topic <> 'in_scope'
        and i.at <= ${timestamp(now)}
        and i.at > ${timestamp(now)} - (m.rule ->> 'window')::interval - interval '2 days'
    ) window_of
    where window_of.n >= (m.rule ->> 'inquiries')::integer
    -- A license has a rule for each of its grants: the one that sees most shows the law all that it may count.
    order by m.license, window_of.n desc
  ) found
  order by n desc, license limit ${limit}`
