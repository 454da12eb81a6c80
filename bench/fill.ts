import { sql } from 'kysely'
import { activate } from '../src/license/activation.ts'
import { system } from '../src/license/actor.ts'
import type { LicenseId } from '../src/license/license.ts'
import { settleDue } from '../src/clock/settle-due.ts'
import type { Database } from '../src/store/database.ts'
import { newId } from '../src/store/id.ts'
import { changeLicense } from '../src/store/license.ts'
import { migrate } from '../src/store/migrate.ts'
import { saltedFingerprintSync } from '../src/token/fingerprint-sync.ts'
import { openBakery, start } from '../test/store/bakery.ts'

/** The turn of a year: the due licenses renew then. */
export const turn = Date.parse('2026-10-01T00:00:00+02:00')

/**
 * Fills an empty database: two licenses as the product issues them, one that is due at the turn and one that is not, each copied
 * by SQL with its lists, a key, an activation and its first event. The due ones are spread evenly.
 */
export async function fill(db: Database, licenses: number, due: number): Promise<void> {
  await migrate(db, { sandbox: false })
  const bakery = await openBakery(db, { notice: 'P3M', renewalNotice: 'P3M' })
  const ids: LicenseId[] = []
  for (const startsOn of ['2025-10-01', '2026-02-01']) {
    const { license } = await bakery.sell({ startsOn, externalRefs: { erp: startsOn } })
    ids.push(license.id)
    await changeLicense(db, license.id, start + 1, system, (locked, now) => {
      const fingerprint = saltedFingerprintSync(locked.id, 'machine')
      const machine = { id: newId('act', now), fingerprint, machine: null }
      return activate(locked, [], machine, now)
    })
  }
  await settleDue(db, turn - 1)
  const [dueId = '', otherId = ''] = ids
  await sql`
    create temporary table copies as
    select
      lpad(n::text, 26, '0') as name,
      case when n % ${licenses} * ${due}::bigint % ${licenses} < ${due} then ${dueId} else ${otherId} end as source
    from generate_series(1, ${licenses}::int) n`.execute(db)
  for (const [table, members] of copied) await copy(db, table, members)
  await sql`update licenses set settles_at = null where id in (${dueId}, ${otherId})`.execute(db)
  await sql`vacuum analyze`.execute(db)
}

/** What is another in each copy; everything else stays. */
const copied = [
  ['licenses', `jsonb_build_object('id', 'lic_' || c.name)`],
  ['terms', `jsonb_build_object('license', 'lic_' || c.name)`],
  ['activations', `jsonb_build_object('id', 'act_' || c.name, 'license', 'lic_' || c.name)`],
  [
    'license_keys',
    `jsonb_build_object('id', 'key_' || c.name, 'license', 'lic_' || c.name, 'hash', 'hash ' || c.name)`,
  ],
  ['external_references', `jsonb_build_object('owner', 'lic_' || c.name, 'reference', c.name)`],
  [
    'events',
    `jsonb_build_object('position', nextval('events_position_seq'), 'id', 'evt_' || c.name, 'license', 'lic_' || c.name)`,
  ],
] as const

async function copy(db: Database, table: string, members: string): Promise<void> {
  const owner = table === 'licenses' ? 'id' : table === 'external_references' ? 'owner' : 'license'
  const first = table === 'events' ? sql`and model.n = 0` : sql``
  await sql`
    insert into ${sql.table(table)}
    select made.*
    from copies c
      join ${sql.table(table)} model on model.${sql.id(owner)} = c.source ${first}
      cross join lateral jsonb_populate_record(model, ${sql.raw(members)}) made`.execute(db)
}
