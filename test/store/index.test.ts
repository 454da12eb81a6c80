import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activate } from '../../src/license/activation.ts'
import { system } from '../../src/license/actor.ts'
import { actorByToken, listApiTokens } from '../../src/store/access.ts'
import {
  findActivation,
  listActivations,
  liveActivations,
  seatHistory,
  pageOfActivations,
} from '../../src/store/activation.ts'
import { listAudit } from '../../src/store/audit.ts'
import { licenseByKey } from '../../src/store/by-key.ts'
import { cursorOf } from '../../src/store/by-name.ts'
import { findCustomer, listCustomers, listCustomersByName } from '../../src/store/customer.ts'
import type { Database } from '../../src/store/database.ts'
import { listSetAside, nextDueAt, takeDue } from '../../src/store/due.ts'
import { erasePersonal, listEvents, readFeed } from '../../src/store/event.ts'
import { forgetRepeatables } from '../../src/store/idempotency.ts'
import { licenseOfKey, listKeys } from '../../src/store/key.ts'
import { changeLicense } from '../../src/store/license.ts'
import { licenseHolders } from '../../src/store/license-holder.ts'
import { listLicenses } from '../../src/store/list-licenses.ts'
import { findCard, findLicenseCard } from '../../src/store/lookup.ts'
import { findPlan, listPlans } from '../../src/store/plan.ts'
import { findProduct, listProducts } from '../../src/store/product.ts'
import { readLicense } from '../../src/store/read-license.ts'
import { objectionsReadOut } from '../../src/store/reference-read-out.ts'
import { listSettlements } from '../../src/store/settlement.ts'
import type { Signers } from '../../src/store/signers.ts'
import {
  keepStatuses,
  statusPlace,
  voidActivations,
  voidLicense,
} from '../../src/store/status-entry.ts'
import type { StatusOwner } from '../../src/store/status-entry.ts'
import { servedList } from '../../src/store/status-list.ts'
import { objectionsOnTheirWay, objectionsToReview } from '../../src/store/waiting-objections.ts'
import type { License } from '../../src/license/license.ts'
import { signer } from '../../src/token/sign.ts'
import { newSigningKey } from '../../src/token/signing-key.ts'
import { openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'
import { openBakery, start } from './bakery.ts'

let database: TestDatabase
let sold: License
let signers: Signers

beforeAll(async () => {
  database = await openTestDatabase()
  const { db } = database
  sold = (await (await openBakery(db)).sell()).license
  await changeLicense(db, sold.id, start, system, (license) =>
    activate(license, [], { id: 'act_1', fingerprint: 'x', machine: null }, start),
  )
  const sign = signer(await newSigningKey('Ed25519'))
  signers = { forAlgorithm: async () => sign, reread: () => {} }
})

afterAll(() => database.close())

const placeOwner = (activation: StatusOwner['activation']): StatusOwner => ({
  license: sold,
  activation,
  algorithm: 'Ed25519',
})
const page = { after: '1', limit: 10 }
const id = 'lic_1'

const questions: Readonly<Record<string, (db: Database) => Promise<unknown>>> = {
  actorByToken: (db) => actorByToken(db, 'x', start),
  listApiTokens: (db) => listApiTokens(db, page),
  findActivation: (db) => findActivation(db, 'act_1'),
  pageOfActivations: (db) => pageOfActivations(db, id, page),
  listActivations: (db) => listActivations(db, id),
  liveActivations: (db) => liveActivations(db, id),
  seatHistory: (db) => seatHistory(db, id),
  licenseByKey: (db) => licenseByKey(db, 'x', 'y', start),
  findCustomer: (db) => findCustomer(db, 'cus_1'),
  listCustomers: (db) => listCustomers(db, page),
  'listCustomers by reference': (db) =>
    listCustomers(db, { ...page, externalRef: { system: 'a', reference: 'b' } }),
  'listCustomers the newest first': (db) => listCustomers(db, { ...page, newestFirst: true }),
  listCustomersByName: (db) => listCustomersByName(db, { limit: 10, descending: false }),
  'listCustomersByName from a name on': (db) =>
    listCustomersByName(db, {
      after: cursorOf({ nameKey: 'a', id: 'cus_1' }),
      limit: 10,
      descending: true,
    }),
  listSetAside: (db) => listSetAside(db, page),
  nextDueAt,
  takeDue: (db) => takeDue(db, start, 10),
  listEvents: (db) => listEvents(db, id, page),
  readFeed: (db) => readFeed(db, page),
  'readFeed of a type': (db) => readFeed(db, { ...page, type: 'license.issued' }),
  'readFeed from an event on': (db) => readFeed(db, { limit: 1, after: 'evt_1' }).catch(() => null),
  listAudit: (db) => listAudit(db, { limit: 10 }),
  'listAudit of a kind, from a day on': (db) =>
    listAudit(db, { group: 'ending', from: start, limit: 10 }),
  'listAudit of a license': (db) => listAudit(db, { license: id, limit: 10 }),
  'listAudit of a customer': (db) => listAudit(db, { customer: 'cus_1', limit: 10 }),
  erasePersonal: (db) => erasePersonal(db, id),
  forgetRepeatables,
  licenseOfKey: (db) => licenseOfKey(db, 'x', start),
  listKeys: (db) => listKeys(db, id),
  'statusPlace of a machine': (db) => statusPlace(db, placeOwner('act_1'), start),
  'statusPlace of a license': (db) => statusPlace(db, placeOwner(null), start),
  keepStatuses: (db) => keepStatuses(db, [sold], start),
  voidActivations: (db) => voidActivations(db, ['act_1']),
  voidLicense: (db) => voidLicense(db, id),
  servedList: (db) => servedList({ db, signers, issuer: '', publicUrl: '' }, 1, start),
  findPlan: (db) => findPlan(db, 'p'),
  listPlans: (db) => listPlans(db, page),
  'listPlans of a product': (db) => listPlans(db, { ...page, product: 'p' }),
  findProduct: (db) => findProduct(db, 'p'),
  listProducts: (db) => listProducts(db, page),
  listLicenses: (db) => listLicenses(db, page, start),
  'listLicenses by their customers': (db) =>
    listLicenses(db, { limit: 10, order: { by: 'customer', descending: false } }, start),
  'listLicenses of a customer': (db) => listLicenses(db, { ...page, customer: 'cus_1' }, start),
  'listLicenses of a product': (db) => listLicenses(db, { ...page, product: 'p' }, start),
  'listLicenses of a plan': (db) => listLicenses(db, { ...page, plan: 'p' }, start),
  'listLicenses by when they end': (db) =>
    listLicenses(db, { ...page, endsBy: '2026-01-01' }, start),
  'listLicenses by reference': (db) =>
    listLicenses(db, { ...page, externalRef: { system: 'a', reference: 'b' } }, start),
  findCard: (db) => findCard(db, 'cus_1'),
  findLicenseCard: (db) => findLicenseCard(db, id),
  licenseHolders: (db) => licenseHolders(db, [id]),
  objectionsOnTheirWay: (db) => objectionsOnTheirWay(db, start, 10),
  objectionsToReview: (db) => objectionsToReview(db, start, 10),
  objectionsReadOut: (db) => objectionsReadOut(db, '0123456789ab'),
  readLicense: (db) => readLicense(db, id, start).catch(() => null),
  listSettlements: (db) => listSettlements(db, page),
}

test.each(Object.keys(questions))('%s reads no table from end to end', async (name) => {
  await database.db.transaction().execute(async (trx) => {
    await sql`set local enable_seqscan = off`.execute(trx)
    const before = await scans(trx)
    await questions[name]?.(trx)
    const after = await scans(trx)
    expect(after.byIndex).toBeGreaterThan(before.byIndex)
    expect(after.endToEnd).toEqual(before.endToEnd)
  })
})

async function scans(trx: Database) {
  const { rows } = await sql<{ table: string; endToEnd: number; byIndex: number }>`
    select relname as table, seq_scan as "endToEnd", idx_scan as "byIndex"
    from pg_stat_xact_user_tables order by relname`.execute(trx)
  return {
    endToEnd: rows.filter((it) => it.endToEnd > 0).map((it) => [it.table, it.endToEnd]),
    byIndex: rows.reduce((sum, it) => sum + it.byIndex, 0),
  }
}
