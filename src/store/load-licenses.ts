import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Instant, License, LicenseId } from '../license/license.ts'
import type { Database } from './database.ts'
import {
  agreementRows,
  licenseRows,
  objectionRows,
  suspensionRows,
  termRows,
  terminationRows,
} from './license-tables.ts'
import { prepared } from './prepared.ts'
import { membersFrom, recordFrom } from './record-table.ts'
import type { RecordTable } from './record-table.ts'

/** A license as it is kept: not settled since, with the head of its history and how many machines use it. */
export interface KeptLicense {
  readonly license: License
  readonly headHash: string | null
  readonly eventCount: number
  readonly revision: number
  /** When the job is to look at it, as it was kept. */
  readonly settlesAt: Instant | null
  readonly seatsUsed: number
}

/** The licenses with these ids, each with all its lists, by one statement; ids that do not exist are left out. */
export async function loadLicenses(
  db: Database,
  ids: readonly string[],
): Promise<readonly KeptLicense[]> {
  return ids.length === 0 ? [] : byIds(db, ids)
}

/** How many machines use the license `l`. */
export const seatsUsed = sql<number>`(
  select count(*) from activations a where a.license = l.id and a.freed_at is null
)`

/** The members of a {@link KeptLicense}, from `licenses l`, its product `p` and its plan `t`. */
export const keptColumns = sql`
  ${licenseJson()} as license, l.head_hash as "headHash", l.event_count as "eventCount",
  l.revision, l.settles_at as "settlesAt", ${seatsUsed} as "seatsUsed"`

function licenseJson(): RawBuilder<License> {
  return sql<License>`json_build_object(
    ${membersFrom(licenseRows, 'l', 'settlesAt', 'retryAt', 'setAsideError', 'headHash', 'eventCount', 'revision')},
    'productCode', p.code,
    'planCode', t.code,
    'exportFormats', p.export_formats,
    'terms', ${listOf(termRows)},
    'objections', ${listOf(objectionRows)},
    'suspensions', ${listOf(suspensionRows)},
    'terminations', ${listOf(terminationRows)},
    'agreements', ${listOf(agreementRows)},
    'externalRefs', (
      select coalesce(json_object_agg(r.system, r.reference), '{}')
      from external_references r where r.owner = l.id
    )
  )`
}

function listOf<T extends { readonly license: LicenseId; readonly n: number }>(
  table: RecordTable<T>,
): RawBuilder<unknown> {
  return sql`(
    select coalesce(json_agg(${recordFrom(table, 'i', 'license', 'n')} order by i.n), '[]')
    from ${sql.table(table.name)} i where i.license = l.id
  )`
}

const byIds = prepared<KeptLicense>(
  'load_licenses',
  sql`
    select ${keptColumns}
    from licenses l join products p on p.id = l.product join plans t on t.id = l.plan
    where l.id = any($1::text[])
    order by l.id`,
)
