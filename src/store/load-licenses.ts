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
import { planned, prepared } from './prepared.ts'
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
  if (ids.length === 0) return []
  return ids.length < many ? byIds(db, ids) : byManyIds(db, ids)
}

/** From so many on each table is read once for all of them, which takes another plan than one license does. */
const many = 20

/** What stands about a license in another table, with what stands for none. */
interface Part {
  readonly table: string
  /** The column that holds the license's id. */
  readonly owner: string
  /** An aggregate over its rows `i`. */
  readonly value: RawBuilder<unknown>
  readonly none: RawBuilder<unknown>
  readonly where?: RawBuilder<unknown>
}

const parts = {
  terms: listOf(termRows),
  objections: listOf(objectionRows),
  suspensions: listOf(suspensionRows),
  terminations: listOf(terminationRows),
  agreements: listOf(agreementRows),
  proposals: {
    table: 'proposals',
    owner: 'license',
    value: sql`json_agg(json_build_object(
      'id', i.id, 'side', i.side,
      'lapsesAt', (date_part('epoch', i.lapses_at) * 1000)::bigint,
      'answeredAt', (date_part('epoch', i.answered_at) * 1000)::bigint
    ) order by i.id)`,
    none: sql`'[]'`,
  },
  externalRefs: {
    table: 'external_references',
    owner: 'owner',
    value: sql`json_object_agg(i.system, i.reference)`,
    none: sql`'{}'`,
  },
  seats: {
    table: 'activations',
    owner: 'license',
    value: sql`count(*)`,
    none: sql`0`,
    where: sql`and i.freed_at is null`,
  },
} as const satisfies Readonly<Record<string, Part>>

function listOf<T extends { readonly license: LicenseId; readonly n: number }>(
  table: RecordTable<T>,
): Part {
  const value = sql`json_agg(${recordFrom(table, 'i', 'license', 'n')} order by i.n)`
  return { table: table.name, owner: 'license', value, none: sql`'[]'` }
}

/** How a statement comes to a part of the license `l`. */
type Find = (part: Part) => RawBuilder<unknown>

/** By itself: for a license or a few. */
const alone: Find = ({ table, owner, value, none, where = sql`` }) => sql`coalesce((
  select ${value} from ${sql.table(table)} i where i.${sql.id(owner)} = l.id ${where}
), ${none})`

/** From what {@link gathered} has joined. */
const joined: Find = ({ table, none }) => sql`coalesce(${sql.ref(`of_${table}.value`)}, ${none})`

/** A part of all licenses with the ids that are asked for. */
const gathered: Find = ({ table, owner, value, where = sql`` }) => sql`
  left join (
    select i.${sql.id(owner)} as owner, ${value} as value
    from ${sql.table(table)} i where i.${sql.id(owner)} = any($1::text[]) ${where}
    group by i.${sql.id(owner)}
  ) ${sql.table(`of_${table}`)} on ${sql.ref(`of_${table}.owner`)} = l.id`

/** A {@link License} from `licenses l`, its product `p` and its plan `t`. */
export function licenseJson(find: Find = alone): RawBuilder<License> {
  return sql<License>`json_build_object(
    ${membersFrom(licenseRows, 'l', 'settlesAt', 'renewsAfter', 'endsAfter', 'retryAt', 'setAsideError', 'headHash', 'eventCount', 'revision')},
    'productCode', p.code,
    'planCode', t.code,
    'exportFormats', p.export_formats,
    'terms', ${find(parts.terms)},
    'objections', ${find(parts.objections)},
    'suspensions', ${find(parts.suspensions)},
    'terminations', ${find(parts.terminations)},
    'agreements', ${find(parts.agreements)},
    'proposals', ${find(parts.proposals)},
    'externalRefs', ${find(parts.externalRefs)}
  )`
}

function kept(find: Find): RawBuilder<KeptLicense> {
  return sql<KeptLicense>`
    select
      ${licenseJson(find)} as license, l.head_hash as "headHash", l.event_count as "eventCount",
      l.revision, l.settles_at as "settlesAt", ${find(parts.seats)} as "seatsUsed"
    from licenses l join products p on p.id = l.product join plans t on t.id = l.plan`
}

const these = sql`where l.id = any($1::text[]) order by l.id`

const byIds = prepared<KeptLicense>('load_licenses', sql`${kept(alone)} ${these}`)

const byManyIds = planned<KeptLicense>(
  sql`${kept(joined)} ${sql.join(Object.values(parts).map(gathered), sql` `)} ${these}`,
)
