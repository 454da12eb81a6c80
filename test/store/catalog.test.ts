import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '../../src/license/actor.ts'
import {
  actorByToken,
  insertApiToken,
  listApiTokens,
  makeApiToken,
  revokeApiToken,
} from '../../src/store/access.ts'
import { findCustomer, insertCustomer, listCustomers } from '../../src/store/customer.ts'
import { newId } from '../../src/store/id.ts'
import { findPlan, insertPlan, listPlans } from '../../src/store/plan.ts'
import { findProduct, insertProduct, listProducts } from '../../src/store/product.ts'
import { insertSettlement, listSettlements } from '../../src/store/settlement.ts'
import {
  activeSigningKey,
  insertSigningKey,
  listSigningKeys,
  setKeyState,
} from '../../src/store/signing-key.ts'
import { newSigningKey } from '../../src/token/signing-key.ts'
import { openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'
import { before, openBakery, start } from './bakery.ts'
import type { Bakery } from './bakery.ts'

let database: TestDatabase
let bakery: Bakery

beforeAll(async () => {
  database = await openTestDatabase()
  bakery = await openBakery(database.db)
})

afterAll(() => database.close())

describe('what is sold', () => {
  test('is found by id and by code, as it was given', async () => {
    const { product, plan } = bakery
    for (const name of [product.id, product.code])
      expect(await findProduct(database.db, name)).toEqual(product)
    for (const name of [plan.id, plan.code]) expect(await findPlan(database.db, name)).toEqual(plan)
    expect(await findProduct(database.db, 'none')).toBeNull()
    expect(await findPlan(database.db, 'none')).toBeNull()
  })

  test('keeps every member of a plan', async () => {
    const terms = {
      capabilities: ['orders:read'],
      limits: { branches: 3 },
      term: 'P1Y',
      renewalTerm: 'P1M',
      notice: 'P1M',
      renewalNotice: 'P0D',
      renewal: 'automatic',
      seats: 3,
      tokenLifetime: 'PT48H',
      renewalLeeway: 'P2D',
      preset: 'b2c-de',
      support: {
        level: 'standard',
        channels: ['phone', 'email'],
        scope: 'Questions about the product.',
        fairUse: { inquiries: 5, window: 'P30D' },
      },
    } as const
    const plan = { ...bakery.plan, id: newId('pln', start), code: 'full', terms }
    await insertPlan(database.db, plan)
    expect(await findPlan(database.db, 'full')).toEqual(plan)
    const listed = await listPlans(database.db, { product: bakery.product.code, limit: 10 })
    expect(listed.data).toContainEqual(plan)
    expect((await listPlans(database.db, { product: 'none', limit: 10 })).data).toEqual([])
  })

  test('has no code twice', async () => {
    const product = { ...bakery.product, id: newId('prd', start) }
    await expect(insertProduct(database.db, product)).rejects.toMatchObject({
      code: 'code-taken',
      facts: { code: product.code },
    })
    const plan = { ...bakery.plan, id: newId('pln', start) }
    await expect(insertPlan(database.db, plan)).rejects.toMatchObject({ code: 'code-taken' })
  })

  test('is listed page by page', async () => {
    await insertProduct(database.db, { ...bakery.product, id: newId('prd', start), code: 'second' })
    const first = await listProducts(database.db, { limit: 1 })
    const rest = await listProducts(database.db, { after: first.next ?? '', limit: 1 })
    expect([...first.data, ...rest.data].map(({ code }) => code)).toEqual([
      bakery.product.code,
      'second',
    ])
    expect(rest.next).toBeNull()
  })
})

describe('a customer', () => {
  test('is found as it was given, by id and by what another system calls it', async () => {
    const customer = {
      ...bakery.customer,
      id: newId('cus', start),
      contacts: bakery.customer.contacts.map((it) => ({ ...it, id: newId('con', start) })),
      externalRefs: { stripe: 'cus_123', datev: '10001' },
    }
    await insertCustomer(database.db, customer)
    const known = { ...customer, endedRelation: null }
    expect(await findCustomer(database.db, customer.id)).toEqual(known)
    const called = await listCustomers(database.db, {
      externalRef: { system: 'stripe', reference: 'cus_123' },
      limit: 10,
    })
    expect(called.data).toEqual([known])
    expect(await findCustomer(database.db, 'cus_none')).toBeNull()
  })

  test('whose reference is taken is not kept at all', async () => {
    const id = newId('cus', start)
    const customer = { ...bakery.customer, id, contacts: [], externalRefs: { stripe: 'cus_123' } }
    await expect(insertCustomer(database.db, customer)).rejects.toMatchObject({
      code: 'reference-taken',
    })
    expect(await findCustomer(database.db, id)).toBeNull()
  })
})

describe('an API token', () => {
  test('stands for its role until it expires or is revoked', async () => {
    const token = makeApiToken()
    const kept = await insertApiToken(
      database.db,
      { token, name: 'Shop', role: 'billing', expiresAt: start + 10 },
      system,
      start,
    )
    const actor = { id: kept.id, role: 'billing' }
    expect(await actorByToken(database.db, token, start + 9)).toEqual(actor)
    expect(await actorByToken(database.db, token, start + 10)).toBeNull()
    expect(await actorByToken(database.db, `${token}x`, start)).toBeNull()
    expect(await revokeApiToken(database.db, kept.id, system, start + 5)).toBe(true)
    expect(await actorByToken(database.db, token, start + 6)).toBeNull()
    expect(await revokeApiToken(database.db, 'tok_none', system, start)).toBe(false)
  })

  test('is not kept, and notes its use at most once an hour', async () => {
    const token = makeApiToken()
    const { id } = await insertApiToken(
      database.db,
      { token, name: 'ERP', role: 'viewer' },
      system,
      start,
    )
    for (const at of [start, start + 3_599_999, start + 3_600_000])
      await actorByToken(database.db, token, at)
    const listed = (await listApiTokens(database.db, { limit: 100 })).data.find(
      (it) => it.id === id,
    )
    expect(listed).toMatchObject({
      lastUsedAt: start + 3_600_000,
      revokedAt: null,
    })
    const rows = await database.db.selectFrom('api_tokens').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})

test('of the active keys of an algorithm the one of the product signs, else the one for all', async () => {
  const { product } = bakery
  const keys = await Promise.all([newSigningKey('Ed25519'), newSigningKey('Ed25519')])
  const [forAll, own] = keys.map(({ publicKey }, n) => ({
    publicKey,
    product: n === 0 ? null : product.id,
    state: 'next' as const,
    sealed: 'sealed',
    createdAt: start + n,
    activatedAt: null,
    retiredAt: null,
    revokedAt: null,
    revokedWhy: null,
  }))
  for (const key of [forAll!, own!]) await insertSigningKey(database.db, key)
  expect(await listSigningKeys(database.db)).toEqual([forAll, own])
  const active = async () =>
    (await activeSigningKey(database.db, 'Ed25519', product.id))?.publicKey.kid
  expect(await active()).toBeUndefined()
  await setKeyState(database.db, forAll!.publicKey.kid, 'active', start)
  expect(await active()).toBe(forAll!.publicKey.kid)
  await setKeyState(database.db, own!.publicKey.kid, 'active', start)
  expect(await active()).toBe(own!.publicKey.kid)
  expect(await activeSigningKey(database.db, 'ES256', product.id)).toBeNull()
})

test('settlements are listed with the newest first', async () => {
  const settlements = [1, 2, 3].map((n) => ({
    id: newId('stl', before + n),
    at: before + n,
    renewed: n,
    ended: 0,
    failed: 0,
    transitions: [{ license: 'lic_1', kind: 'renewed', on: '2026-09-30' }] as const,
  }))
  for (const settlement of settlements) await insertSettlement(database.db, settlement)
  const page = await listSettlements(database.db, { limit: 2 })
  const rest = await listSettlements(database.db, { after: page.next ?? '', limit: 2 })
  expect([...page.data, ...rest.data]).toEqual(settlements.toReversed())
})
