import { sql } from 'kysely'
import type { Instant } from '../license/license.ts'
import type { NamedPlan, PlanTerms } from '../license/plan.ts'
import { unfit } from '../license/problem.ts'
import type { Problem } from '../license/problem.ts'
import { json, timestamp } from './column.ts'
import type { Database } from './database.ts'
import { pageOf } from './page.ts'
import type { Page, PageQuery } from './page.ts'
import type { Product } from './product.ts'
import { orTaken } from './violation.ts'

/** The template of a license. Its terms are as given: the law has the defaults. */
export interface Plan extends NamedPlan {
  readonly product: Omit<Product, 'exportTables'>
  readonly name: string
  /** Whether anybody may try the product under it, a machine once. */
  readonly trial: boolean
  readonly createdAt: Instant
  /** Counts its edits, from 1 on. */
  readonly revision: number
}

/** @throws Problem code-taken */
export async function insertPlan(db: Database, plan: Plan): Promise<void> {
  const { id, code, product, name, terms, trial, presetOverride, createdAt } = plan
  const kept = { id, code, product: product.id, name, trial, created_at: timestamp(createdAt) }
  const insert = db
    .insertInto('plans')
    .values({ ...kept, ...columnsOf(terms), preset_override: overrideColumn(presetOverride) })
    .execute()
  await orTaken(insert, 'plans_code', 'code-taken', { code })
}

/** Keeps a plan as it was edited, whose row is locked. Licenses carry what was agreed: theirs does not change. */
export async function updatePlan(trx: Database, edited: Plan): Promise<Plan> {
  const { id, name, terms, trial, presetOverride } = edited
  const revision = edited.revision + 1
  await trx
    .updateTable('plans')
    .set({
      name,
      trial,
      revision,
      ...columnsOf(terms),
      preset_override: overrideColumn(presetOverride),
    })
    .where('id', '=', id)
    .execute()
  return { ...edited, revision }
}

/** The plan with this id or code, locked until the transaction is over. */
export async function lockPlan(trx: Database, idOrCode: string): Promise<Plan | null> {
  await sql`select from plans where ${idOrCode} in (id, code) for update`.execute(trx)
  return findPlan(trx, idOrCode)
}

function columnsOf(terms: PlanTerms) {
  return {
    capabilities: json(terms.capabilities),
    limits: terms.limits === undefined ? null : json(terms.limits),
    term: terms.term ?? null,
    renewal_term: terms.renewalTerm ?? null,
    notice: terms.notice ?? null,
    renewal_notice: terms.renewalNotice ?? null,
    renewal: terms.renewal,
    seats: terms.seats ?? null,
    seat_changes: terms.seatChanges === undefined ? null : json(terms.seatChanges),
    replace_oldest: terms.replaceOldest ?? null,
    seat_lapse: terms.seatLapse ?? null,
    lease: terms.lease ?? null,
    token_lifetime: terms.tokenLifetime ?? null,
    renewal_leeway: terms.renewalLeeway ?? null,
    preset: terms.preset ?? null,
    support: terms.support ? json(terms.support) : null,
  }
}

function overrideColumn(given: Plan['presetOverride']) {
  return given === null ? null : json(given)
}

/** The plan with this id or code. */
export async function findPlan(db: Database, idOrCode: string): Promise<Plan | null> {
  const found = await plans(db)
    .where(sql<boolean>`${idOrCode} in (plans.id, plans.code)`)
    .executeTakeFirst()
  return found === undefined ? null : planOf(found)
}

/** The plan that a member of a request names by id or code. @throws Problem unfit */
export async function planNamed(db: Database, idOrCodeOfPlan: string): Promise<Plan> {
  const plan = await findPlan(db, idOrCodeOfPlan)
  if (plan === null) throw noSuchPlan()
  return plan
}

export function noSuchPlan(): Problem {
  return unfit('/plan', 'There is no plan with this id or code.')
}

export interface PlanFilter extends PageQuery {
  /** Its id or code. */
  readonly product?: string | undefined
}

/** Plans in the order of their making. */
export async function listPlans(
  db: Database,
  { product, after, limit }: PlanFilter,
): Promise<Page<Plan>> {
  const rows = await plans(db)
    .$if(product !== undefined, (query) =>
      query.where(sql<boolean>`${product ?? ''} in (products.id, products.code)`),
    )
    .where(sql<boolean>`plans.id > ${after ?? ''}`)
    .orderBy('plans.id')
    .limit(limit + 1)
    .execute()
  return pageOf(rows.map(planOf), limit)
}

function plans(db: Database) {
  return db
    .selectFrom('plans')
    .innerJoin('products', 'products.id', 'plans.product')
    .selectAll('plans')
    .select([
      'products.id as productId',
      'products.code as productCode',
      'products.name as productName',
      'products.capabilities as productCapabilities',
      'products.export_formats as exportFormats',
      'products.algorithm as algorithm',
      'products.created_at as productCreatedAt',
      'products.revision as productRevision',
    ])
}

type PlanRow = Awaited<ReturnType<ReturnType<typeof plans>['executeTakeFirstOrThrow']>>

function planOf(row: PlanRow): Plan {
  return {
    id: row.id,
    code: row.code,
    product: {
      id: row.productId,
      code: row.productCode,
      name: row.productName,
      capabilities: row.productCapabilities,
      exportFormats: row.exportFormats,
      algorithm: row.algorithm,
      createdAt: row.productCreatedAt,
      revision: row.productRevision,
    },
    name: row.name,
    terms: {
      capabilities: row.capabilities,
      limits: row.limits ?? undefined,
      term: row.term ?? undefined,
      renewalTerm: row.renewal_term ?? undefined,
      notice: row.notice ?? undefined,
      renewalNotice: row.renewal_notice ?? undefined,
      renewal: row.renewal,
      seats: row.seats ?? undefined,
      seatChanges: row.seat_changes ?? undefined,
      replaceOldest: row.replace_oldest ?? undefined,
      seatLapse: row.seat_lapse ?? undefined,
      lease: row.lease ?? undefined,
      tokenLifetime: row.token_lifetime ?? undefined,
      renewalLeeway: row.renewal_leeway ?? undefined,
      preset: row.preset ?? undefined,
      support: row.support ?? undefined,
    },
    trial: row.trial,
    presetOverride: row.preset_override,
    createdAt: row.created_at,
    revision: row.revision,
  }
}
