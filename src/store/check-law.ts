import { sql } from 'kysely'
import { decideAt } from '../license/facts.ts'
import type { Instant, LicenseId } from '../license/license.ts'
import { nextDue } from '../license/next-due.ts'
import { Problem } from '../license/problem.ts'
import { settle } from '../license/settle.ts'
import { turnsOf } from '../license/turns.ts'
import type { Turns } from '../license/turns.ts'
import type { Database } from './database.ts'
import { loadLicenses } from './load-licenses.ts'
import type { KeptLicense } from './load-licenses.ts'

const atOnce = 500

/**
 * Lets the law read every license, and see when each is due and what comes of it: that follows from its facts, whatever was brought along.
 *
 * @throws Problem broken-package that names the first license that the law cannot read.
 */
export async function checkLaw(trx: Database, now: Instant): Promise<void> {
  let after = ''
  for (;;) {
    const { rows } = await sql<{ id: LicenseId }>`
      select id from licenses where id > ${after} order by id limit ${sql.lit(atOnce)}`.execute(trx)
    const kept = await loadLicenses(
      trx,
      rows.map(({ id }) => id),
    )
    await keepDue(
      trx,
      kept.map((each) => dueAnew(each, now)),
    )
    const last = rows.at(-1)
    if (last === undefined || rows.length < atOnce) return
    after = last.id
  }
}

interface Due extends Turns {
  readonly id: LicenseId
  readonly at: string | null
}

function dueAnew({ license }: KeptLicense, now: Instant): Due {
  try {
    const due = nextDue(license)
    decideAt(settle(license, now).license, now)
    const at = due === null ? null : new Date(due).toISOString()
    return { id: license.id, at, ...turnsOf(license) }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Problem('broken-package', { table: 'licenses', license: license.id, why })
  }
}

async function keepDue(trx: Database, due: readonly Due[]): Promise<void> {
  if (due.length === 0) return
  await sql`
    update licenses l
    set settles_at = x.at, renews_after = x."renewsAfter", ends_after = x."endsAfter"
    from json_to_recordset(${JSON.stringify(due)}::json)
      as x (id text, at timestamptz, "renewsAfter" date, "endsAfter" date)
    where l.id = x.id
      and (l.settles_at, l.renews_after, l.ends_after)
        is distinct from (x.at, x."renewsAfter", x."endsAfter")`.execute(trx)
}
