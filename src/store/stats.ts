import { sql } from 'kysely'
import { dateAfter, dateAt } from '../license/calendar.ts'
import { decideAt } from '../license/facts.ts'
import type { Instant, License, LicenseId, Period } from '../license/license.ts'
import { comingTurns } from './coming-turns.ts'
import type { DayTurns } from './coming-turns.ts'
import type { Database } from './database.ts'
import { loadLicenses } from './load-licenses.ts'
import { asOfNow } from './read-license.ts'

/** What a product's licenses are worth now, and what becomes of them, as they stand. */
export interface ProductStats {
  /** Its code. */
  readonly product: string
  readonly licenses: number
  readonly full: number
  readonly exportOnly: number
  readonly renewsIn90Days: number
  readonly endsIn90Days: number
  readonly renewsIn12Months: number
  readonly endsIn12Months: number
}

export interface Stats {
  readonly products: readonly ProductStats[]
  /** How many licenses the law has looked at. */
  readonly lookedAt: number
  /** Whether those were all of them; else how many are full and export-only is reckoned from a sample. */
  readonly isExact: boolean
  readonly activations: number
  /** Objections that were received, and neither withdrawn nor closed. */
  readonly objections: number
}

type Worth = Pick<ProductStats, 'product' | 'licenses' | 'full' | 'exportOnly'>

/** So many licenses are judged one by one; of more, a sample of about as many. */
const mostJudged = 5000
const atOnce = 500

/** The server at a glance, as if the clock had just ticked. What it costs does not grow with the licenses, but for counting them. */
export async function readStats(db: Database, now: Instant): Promise<Stats> {
  const counts = await countLicenses(db)
  const total = counts.reduce((sum, { licenses }) => sum + licenses, 0)
  const ids = await sampled(db, total)
  const judged = new Map<string, Worth>()
  for (let at = 0; at < ids.length; at += atOnce)
    for (const kept of await loadLicenses(db, ids.slice(at, at + atOnce))) {
      const { license } = asOfNow(kept, now)
      const sum = judged.get(license.productCode) ?? nothing(license.productCode)
      judged.set(license.productCode, added(sum, license, now))
    }
  const { turns } = await comingTurns(db, dateAfter(dateAt(now, 'UTC'), 'P13M'), now)
  const products = counts.map(({ product, licenses }) => ({
    ...scaled(judged.get(product) ?? nothing(product), licenses),
    ...comingOf(
      turns.filter((each) => each.product === product),
      now,
    ),
  }))
  const isExact = ids.length === total
  return { products, lookedAt: ids.length, isExact, ...(await countUse(db)) }
}

async function countLicenses(db: Database) {
  const { rows } = await sql<{ product: string; licenses: number }>`
    select p.code as product, (select count(*) from licenses l where l.product = p.id) as licenses
    from products p order by p.id`.execute(db)
  return rows
}

/** The last characters of an id are dice: as many of them as it takes make a sample that nothing else decides. */
async function sampled(db: Database, total: number): Promise<readonly LicenseId[]> {
  let digits = 0
  while (total / 32 ** digits > mostJudged) digits += 1
  const { rows } = await sql<{ id: LicenseId }>`
    select id from licenses
    where right(id, ${sql.lit(digits)}) = ${'0'.repeat(digits)} order by id`.execute(db)
  return rows.map(({ id }) => id)
}

function nothing(product: string): Worth {
  return { product, licenses: 0, full: 0, exportOnly: 0 }
}

function added(sum: Worth, license: License, now: Instant): Worth {
  const isFull = decideAt(license, now).mode === 'full'
  return {
    product: sum.product,
    licenses: sum.licenses + 1,
    full: sum.full + Number(isFull),
    exportOnly: sum.exportOnly + Number(!isFull),
  }
}

/** What comes within 90 days and a year of today, in each license's time zone. */
function comingOf(turns: readonly DayTurns[], now: Instant): Omit<ProductStats, keyof Worth> {
  const sum = (of: 'renews' | 'ends', within: Period): number =>
    turns
      .filter(({ day, timeZone }) => day <= dateAfter(dateAt(now, timeZone), within))
      .reduce((total, each) => total + each[of], 0)
  return {
    renewsIn90Days: sum('renews', 'P90D'),
    endsIn90Days: sum('ends', 'P90D'),
    renewsIn12Months: sum('renews', 'P1Y'),
    endsIn12Months: sum('ends', 'P1Y'),
  }
}

/** What was found of a sample, for all licenses of the product. */
function scaled(found: Worth, licenses: number): Worth {
  const all = (part: number) =>
    found.licenses === 0 ? 0 : Math.round((part * licenses) / found.licenses)
  const full = all(found.full)
  return {
    product: found.product,
    licenses,
    full,
    exportOnly: found.licenses === 0 ? 0 : licenses - full,
  }
}

async function countUse(db: Database) {
  const { rows } = await sql<{ activations: number; objections: number }>`
    select
      (select count(*) from activations where freed_at is null) as activations,
      (
        select count(*) from objections
        where received_at is not null and withdrawn_at is null and closed_at is null
      ) as objections`.execute(db)
  return rows[0] ?? { activations: 0, objections: 0 }
}
