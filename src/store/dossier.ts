import { sql } from 'kysely'
import { inUtc } from '../license/calendar.ts'
import { decideAt, grantAt } from '../license/facts.ts'
import type { CustomerId, Instant, License } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { settle } from '../license/settle.ts'
import type { ChainedEvent } from '../token/chained-event.ts'
import { signCheckpoint } from '../token/checkpoint.ts'
import type { Dossier, DossierLicense } from '../token/dossier.ts'
import type { Signer } from '../token/sign.ts'
import type { EvidenceHouse } from './checkpoint.ts'
import { findCustomer } from './customer.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { recordsOf } from './dossier-records.ts'
import { listEvents } from './event.ts'
import type { HistoryEvent } from './event.ts'
import { loadLicenses } from './load-licenses.ts'
import { findPlan } from './plan.ts'
import { findProduct } from './product.ts'

/** What a dossier is made with. */
export interface DossierHouse extends EvidenceHouse {
  readonly sandbox: boolean
}

/**
 * Everything on record about a license that proves something, as it was at one moment.
 *
 * @param about leaves out the texts from the time when the license was another customer's; null shows all.
 * @throws Problem not-found
 */
export async function makeDossier(
  house: DossierHouse,
  id: string,
  about: CustomerId | null,
  now: Instant,
): Promise<Dossier> {
  const sign = await house.evidence.signer(house.db)
  return inTransaction(house.db, async (trx) => {
    if (!house.db.isTransaction)
      await sql`set transaction isolation level repeatable read`.execute(trx)
    return dossierIn(trx, { ...house, db: trx }, sign, { id, about }, now)
  })
}

async function dossierIn(
  trx: Database,
  { issuer, sandbox }: DossierHouse,
  sign: Signer,
  { id, about }: { readonly id: string; readonly about: CustomerId | null },
  now: Instant,
): Promise<Dossier> {
  const [kept] = await loadLicenses(trx, [id])
  if (kept === undefined) throw new Problem('not-found', { license: id })
  const { license, headHash } = kept
  const { data: history } = await listEvents(trx, license.id, { limit: mostEvents })
  const withheldTo = about === null ? null : withheldFor(about, license, history)
  const events = history.map((event) => chained(event, withheldTo ?? 0))
  const numbers = new Map(history.map(({ id: event, n }) => [event, n + 1] as const))
  const head = { issuer, license: license.id, events: events.length, head: headHash ?? '', at: now }
  return {
    iss: issuer,
    sub: license.id,
    iat: Math.floor(now / 1000),
    version: 1,
    made_at: inUtc(now),
    ...(sandbox && { sandbox }),
    license: await licenseIn(trx, license, now),
    customer: await customerIn(trx, license),
    decision: decisionIn(license, now),
    ...(await recordsOf(trx, license, events, { withheldTo: withheldTo ?? 0, about, numbers })),
    events,
    actors: await actorsIn(trx, events),
    withheld_to: withheldTo,
    checkpoint: signCheckpoint(sign, head),
  }
}

/** More than any license has: ten thousand machines, each seated and freed many times. */
const mostEvents = 10_000_000

function chained(event: HistoryEvent, withheldTo: number): ChainedEvent {
  const { license, n, type, occurredAt, recordedAt, actor, data, previousHash, hash } = event
  const isWithheld = n < withheldTo
  const texts = Object.entries(event.personal)
  return {
    n: n + 1,
    license,
    type,
    // As they were hashed.
    occurred_at: new Date(occurredAt).toISOString(),
    recorded_at: new Date(recordedAt).toISOString(),
    actor,
    data,
    previous_hash: previousHash,
    hash,
    personal: isWithheld
      ? Object.fromEntries(texts.map(([field]) => [field, null]))
      : event.personal,
  }
}

/** What lies before the handing over to a customer is nothing of theirs: the number of the last such event, null for none. */
function withheldFor(
  about: CustomerId,
  { customer }: License,
  history: readonly HistoryEvent[],
): number | null {
  const handed = history.findLast(
    ({ type, data }) => type === 'license.transferred' && data.to === about,
  )
  if (customer !== about) throw new Problem('not-found')
  return handed === undefined ? null : handed.n + 1
}

async function licenseIn(trx: Database, license: License, now: Instant): Promise<DossierLicense> {
  const [product, plan] = [
    await findProduct(trx, license.product),
    await findPlan(trx, license.plan),
  ]
  const grant = grantAt(license, now)
  const rules = license.rules.at(-1)
  if (rules === undefined) throw new TypeError('a license has rules')
  const { support } = grant
  return {
    id: license.id,
    product: { code: license.productCode, name: product?.name ?? license.productCode },
    plan: { code: license.planCode, name: plan?.name ?? license.planCode },
    time_zone: license.timeZone,
    created_at: inUtc(license.createdAt),
    rules: {
      term: rules.term,
      renewal_term: rules.renewalTerm,
      notice: rules.notice,
      renewal_notice: rules.renewalNotice,
      renewal: rules.renewal,
      preset: rules.preset,
    },
    capabilities: grant.capabilities,
    limits: grant.limits,
    seats: grant.seats,
    support: support && {
      level: support.level,
      channels: support.channels,
      scope: support.scope,
      fair_use: support.fairUse,
    },
  }
}

/** An erased customer is called by its id, which is no name. */
async function customerIn(trx: Database, { customer: id }: License): Promise<Dossier['customer']> {
  const customer = await findCustomer(trx, id)
  const isErased = customer === null || customer.name === id
  return {
    id,
    name: isErased ? null : customer.name,
    contacts: (customer?.contacts ?? []).map(({ name, may }) => ({ name, may })),
  }
}

/** As if the clock had just ticked, like every answer. */
function decisionIn(license: License, now: Instant): Dossier['decision'] {
  const { mode, reason, validUntil } = decideAt(settle(license, now).license, now)
  return { mode, reason, valid_until: validUntil === null ? null : inUtc(validUntil) }
}

/** The roles of people and programs as they are now; of who is known no more, `unknown`. */
async function actorsIn(
  trx: Database,
  events: readonly ChainedEvent[],
): Promise<Dossier['actors']> {
  const ids = [...new Set(events.map(({ actor }) => actor))].sort()
  const { rows } = await sql<{ id: string; role: string }>`
    select id, role from people where id = any(${ids}::text[])
    union all select id, role from api_tokens where id = any(${ids}::text[])
    union all select id, 'customer' from contacts where id = any(${ids}::text[])`.execute(trx)
  const roles = new Map(rows.map(({ id, role }) => [id, role] as const))
  const named: Readonly<Record<string, string>> = { system: 'system', cli: 'admin' }
  return Object.fromEntries(ids.map((id) => [id, roles.get(id) ?? named[id] ?? 'unknown']))
}
