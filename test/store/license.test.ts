import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '../../src/license/actor.ts'
import type { Outcome } from '../../src/license/event.ts'
import type { Agreement, Instant, License } from '../../src/license/license.ts'
import { object } from '../../src/license/objection.ts'
import { Problem } from '../../src/license/problem.ts'
import { settle } from '../../src/license/settle.ts'
import { resume, suspend } from '../../src/license/suspension.ts'
import { terminate } from '../../src/license/termination.ts'
import { newId } from '../../src/store/id.ts'
import { changeLicense } from '../../src/store/license.ts'
import { listLicenses } from '../../src/store/list-licenses.ts'
import { readLicense } from '../../src/store/read-license.ts'
import { openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'
import { admin, before, openBakery, start } from './bakery.ts'
import type { Bakery } from './bakery.ts'

let database: TestDatabase
let bakery: Bakery

beforeAll(async () => {
  database = await openTestDatabase()
  bakery = await openBakery(database.db)
})

afterAll(() => database.close())

const june = Date.parse('2026-06-01T12:00:00.123+02:00')

const declared = (license: License, now: Instant): Outcome =>
  object(
    license,
    {
      id: newId('obj', now),
      side: 'customer',
      channel: 'phone',
      declaredBy: 'N. Beispiel',
      reason: 'zu teuer – “wirklich” 🥐',
      receivedAt: null,
      by: admin,
    },
    now,
  )

const nothing = (license: License): Outcome => ({ license, events: [] })

describe('a license', () => {
  test('is read as it was issued', async () => {
    const agreement: Agreement = {
      id: newId('agr', before),
      title: 'AGB',
      version: '3',
      language: 'de',
      url: null,
      document: null,
      sha256: 'a'.repeat(64),
      acceptedAt: before - 86_400_000,
      acceptedBy: 'N. Beispiel',
      recordedAt: before,
    }
    const { license } = await bakery.sell({
      agreement,
      metadata: { shop: { id: 7, tags: ['a', null] } },
      externalRefs: { stripe: 'sub_1', datev: '10001' },
    })
    expect(await readLicense(database.db, license.id, before)).toEqual({
      license,
      seatsUsed: 0,
      revision: 1,
    })
  })

  test('is read as it was left by every kind of declaration', async () => {
    const { license } = await bakery.sell()
    await changeLicense(database.db, license.id, june, admin, declared)
    await changeLicense(database.db, license.id, june, admin, (it, now) =>
      suspend(it, { id: newId('sus', now), reason: 'unpaid', effectiveAt: null }, now),
    )
    await changeLicense(database.db, license.id, june + 1, admin, (it, now) => resume(it, now))
    const changed = await changeLicense(database.db, license.id, june + 2, admin, (it, now) =>
      terminate(
        it,
        {
          id: newId('trm', now),
          side: 'both',
          kind: 'mutual',
          reason: 'agreed',
          effectiveAt: now + 5,
          by: admin,
        },
        now,
      ),
    )
    const read = await readLicense(database.db, license.id, june + 2)
    expect(read.license).toEqual(changed.license)
    expect(read.license).toMatchObject({
      objections: [{ receivedAt: june, effectiveOn: '2026-09-30' }],
      suspensions: [{ from: june, to: june + 1 }],
      terminations: [{ effectiveAt: june + 7 }],
    })
  })

  test('keeps its instants to the millisecond until the end of the calendar', async () => {
    const { license } = await bakery.sell({ startsOn: '2026-01-01', endsOn: '2199-12-31' })
    const { rows } = await sql<{ ends: string }>`
      select to_char(ends_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as ends
      from terms where license = ${license.id}`.execute(database.db)
    expect(rows).toEqual([{ ends: '2199-12-31 23:00:00.000000' }])
    await changeLicense(database.db, license.id, 7_258_118_399_999, admin, (it) => ({
      license: { ...it, recordedAt: 7_258_118_399_999 },
      events: [],
    }))
    const read = await readLicense(database.db, license.id, before)
    expect(read.license.recordedAt).toBe(7_258_118_399_999)
  })

  test('that a late job has not turned yet reads as renewed', async () => {
    const { license } = await bakery.sell()
    const later = Date.parse('2028-01-01T00:00:00Z')
    const read = await readLicense(database.db, license.id, later)
    expect(read.license.terms).toHaveLength(3)
    expect(read.license).toEqual(settle(license, later).license)
  })

  test('of an unknown id is a problem', async () => {
    await expect(readLicense(database.db, 'lic_none', before)).rejects.toEqual(
      new Problem('not-found', { license: 'lic_none' }),
    )
    await expect(
      changeLicense(database.db, 'lic_none', before, admin, nothing),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a change', () => {
  test('is preceded by what time made true, recorded by the system', async () => {
    const { license } = await bakery.sell()
    const later = Date.parse('2027-01-15T00:00:00Z')
    const { events, recorded } = await changeLicense(
      database.db,
      license.id,
      later,
      admin,
      declared,
    )
    expect(events.map(({ type }) => type)).toEqual(recorded.map(({ type }) => type))
    expect(recorded.map(({ type, actor }) => [type, actor])).toEqual([
      ['license.started', system.id],
      ...recorded.slice(1, -1).map(({ type }) => [type, system.id]),
      ['license.objected', admin.id],
    ])
    expect(recorded.map(({ type }) => type)).toContain('license.renewed')
    expect(new Set(recorded.map(({ recordedAt }) => recordedAt))).toEqual(new Set([later]))
  })

  test('whose command throws keeps nothing, not even what time had made true', async () => {
    const { license } = await bakery.sell()
    const change = changeLicense(database.db, license.id, june, admin, async (it, now, trx) => {
      await trx.updateTable('customers').set({ name: 'changed' }).execute()
      declared(it, now)
      throw new Problem('forbidden')
    })
    await expect(change).rejects.toMatchObject({ code: 'forbidden' })
    expect((await readLicense(database.db, license.id, before)).license).toEqual(license)
    const { name } = await database.db
      .selectFrom('customers')
      .select('name')
      .executeTakeFirstOrThrow()
    expect(name).toBe('Bäckerei Beispiel')
  })

  test('that changes nothing writes nothing', async () => {
    const { license } = await bakery.sell()
    await changeLicense(database.db, license.id, start + 1, admin, nothing)
    const revision = async () =>
      (
        await database.db
          .selectFrom('licenses')
          .select('revision')
          .where('id', '=', license.id)
          .executeTakeFirstOrThrow()
      ).revision
    const settled = await revision()
    await changeLicense(database.db, license.id, start + 2, admin, nothing)
    expect(await revision()).toBe(settled)
  })

  test('is never recorded before the last one, though its request came earlier', async () => {
    const { license } = await bakery.sell()
    await changeLicense(database.db, license.id, june, admin, declared)
    const late = await changeLicense(database.db, license.id, june - 5000, admin, (it, now) =>
      suspend(it, { id: newId('sus', now), reason: 'unpaid', effectiveAt: null }, now),
    )
    expect(late.recorded.map(({ recordedAt }) => recordedAt)).toEqual([june])
    expect(late.license.recordedAt).toBe(june)
  })

  test('waits for the one before it and sees what that one did', async () => {
    const { license } = await bakery.sell()
    const replicas = [database.db, database.replica(), database.replica()]
    const count = (it: License, now: Instant): Outcome => ({
      license: { ...it, metadata: { count: Number(it.metadata.count ?? 0) + 1 } },
      events: [{ type: 'warning.given', at: now, data: { warning: 'wrn_0', form: 'spoken' } }],
    })
    await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        changeLicense(replicas[n % 3] ?? database.db, license.id, june + n, admin, count),
      ),
    )
    const { license: read } = await readLicense(database.db, license.id, june)
    expect(read.metadata).toEqual({ count: 30 })
  })

  test('sees the lists as the one before it left them: of twenty objections at once one stands', async () => {
    const { license } = await bakery.sell()
    const replicas = [database.db, database.replica()]
    const changes = Array.from({ length: 20 }, (_, n) =>
      changeLicense(replicas[n % 2] ?? database.db, license.id, june, admin, declared),
    )
    const objections = (await Promise.all(changes)).map(({ license: it }) => it.objections)
    const [first] = objections[0] ?? []
    expect(objections.map((list) => list.map(({ id }) => id))).toEqual(
      changes.map(() => [first?.id]),
    )
  })
})

describe('a list of licenses', () => {
  test('comes page by page in the order of their making, each license once', async () => {
    const { customer } = bakery
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await listLicenses(
        database.db,
        { customer: customer.id, after, limit: 3 },
        before,
      )
      seen.push(...page.data.map(({ license }) => license.id))
      after = page.next ?? undefined
    } while (after !== undefined)
    const all = await listLicenses(database.db, { limit: 1000 }, before)
    expect(seen).toEqual(all.data.map(({ license }) => license.id))
    expect(seen).toEqual([...seen].sort())
    expect(seen.length).toBeGreaterThan(8)
  })

  test('is filtered by what another system calls a license, by product and by plan', async () => {
    const { license } = await bakery.sell({ externalRefs: { erp: 'A-7' } })
    const found = async (filter: object) =>
      (await listLicenses(database.db, { ...filter, limit: 1000 }, before)).data.map(
        (it) => it.license.id,
      )
    expect(await found({ externalRef: { system: 'erp', reference: 'A-7' } })).toEqual([license.id])
    expect(await found({ externalRef: { system: 'erp', reference: 'A-8' } })).toEqual([])
    expect(await found({ product: 'broetchenbringer', plan: bakery.plan.id })).toContain(license.id)
    expect(await found({ product: 'another' })).toEqual([])
  })

  test('has no two licenses that one system calls the same', async () => {
    await bakery.sell({ externalRefs: { erp: 'B-1' } })
    await expect(bakery.sell({ externalRefs: { erp: 'B-1' } })).rejects.toMatchObject({
      code: 'reference-taken',
    })
  })
})
