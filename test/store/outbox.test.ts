import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { object } from '../../src/license/objection.ts'
import type { Outcome } from '../../src/license/event.ts'
import type { Instant, License } from '../../src/license/license.ts'
import { changeLicense } from '../../src/store/license.ts'
import { newId } from '../../src/store/id.ts'
import { inTransaction } from '../../src/store/database.ts'
import { forgetTold, takeEntries, tell } from '../../src/store/outbox.ts'
import type { Entry } from '../../src/store/outbox.ts'
import { onPostgres, openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'
import { addWebhook, deliver } from '../outbox/post.ts'
import { admin, before, openBakery, start } from './bakery.ts'
import type { Bakery } from './bakery.ts'

let database: TestDatabase
let bakery: Bakery
beforeAll(async () => {
  database = await openTestDatabase()
  bakery = await openBakery(database.db)
})
afterAll(() => database.close())
beforeEach(async () => {
  await sql`delete from webhooks`.execute(database.db)
  await sql`delete from outbox`.execute(database.db)
})

const minute = 60_000

const declared = (license: License, now: Instant): Outcome =>
  object(
    license,
    {
      id: newId('obj', now),
      side: 'vendor',
      channel: 'phone',
      declaredBy: null,
      reason: null,
      receivedAt: null,
      by: admin,
    },
    now,
  )

/** Ends the renewal of a new license: `license.issued`, `key.issued`, and then `license.objected`. */
async function objected(now: Instant = start): Promise<string> {
  const { license } = await bakery.sell()
  await changeLicense(database.db, license.id, now, admin, declared)
  return license.id
}

async function waiting(): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    select type as line from outbox
    where due_at is not null and target <> 'letters' order by position`.execute(database.db)
  return rows.map(({ line }) => line)
}

async function nextDue(): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant | null }>`
    select min(due_at) as at from outbox o
    where target <> 'letters' and not exists (
      select from outbox e
      where e.target = o.target and e.license = o.license and e.position < o.position
        and e.due_at is not null
    )`.execute(database.db)
  return rows[0]?.at ?? null
}

describe('what has happened', () => {
  test('is told nobody where nobody listens', async () => {
    await objected()
    expect(await waiting()).toEqual([])
  })

  test('is told each webhook, of the types that it asks for', async () => {
    await addWebhook(database.db, before)
    await addWebhook(database.db, before, ['license.objected', 'license.renewed'])
    await objected()
    expect(await waiting()).toEqual([
      'license.issued',
      'key.issued',
      'license.started',
      'license.objected',
      'license.objected',
    ])
  })

  test('is told nobody if its transaction comes to nothing', async () => {
    const { license } = await bakery.sell()
    await addWebhook(database.db, before)
    const failing = inTransaction(database.db, async (trx) => {
      await changeLicense(trx, license.id, start, admin, declared)
      throw new Error('too late')
    })
    await expect(failing).rejects.toThrow('too late')
    expect(await waiting()).toEqual([])
  })

  test('is told nobody where it lies before the record', async () => {
    await addWebhook(database.db, before)
    await bakery.sell({ startsOn: '2020-10-01' })
    expect(await waiting()).toEqual(['license.issued', 'key.issued'])
  })
})

describe('a delivery', () => {
  test('tells what happened to a license in the order in which it happened', async () => {
    await addWebhook(database.db, before)
    const [one, other] = [await objected(), await objected()]
    const told: Entry[] = []
    expect(
      await deliver(database.db, start, (entry) => {
        told.push(entry)
        return {}
      }),
    ).toEqual({ delivered: 8, failed: 0, givenUp: 0 })
    for (const license of [one, other])
      expect(told.filter((entry) => entry.license === license).map(({ type }) => type)).toEqual([
        'license.issued',
        'key.issued',
        'license.started',
        'license.objected',
      ])
  })

  test('that fails holds up what happened later to that license, and nothing else', async () => {
    await addWebhook(database.db, before)
    const [one, other] = [await objected(), await objected()]
    const told: Entry[] = []
    const failing = (entry: Entry) => {
      told.push(entry)
      return entry.license === one ? { error: 'It answered 500.' } : {}
    }
    await deliver(database.db, start, failing)
    await deliver(database.db, start, failing)
    expect(told.filter(({ license }) => license === one)).toHaveLength(1)
    expect(told.filter(({ license }) => license === other)).toHaveLength(4)
    await deliver(database.db, start + minute, () => ({}))
    expect(await waiting()).toEqual([])
  })

  test('to a webhook that is down asks it once, and holds up no other', async () => {
    const down = await addWebhook(database.db, before, ['license.issued'])
    const up = await addWebhook(database.db, before, ['license.issued'])
    for (let n = 0; n < 12; n++) await bakery.sell()
    const told: Entry[] = []
    await deliver(database.db, start, (entry) => {
      told.push(entry)
      return entry.target === down ? { error: 'Nobody answered.' } : {}
    })
    expect(told.filter(({ target }) => target === down)).toHaveLength(1)
    expect(told.filter(({ target }) => target === up)).toHaveLength(12)
  })

  test('that fails for three days is given up, and what came after it goes out', async () => {
    await addWebhook(database.db, before)
    await bakery.sell()
    const tried: Instant[] = []
    const told: string[] = []
    for (let now = await nextDue(); now !== null; now = await nextDue()) {
      const at = now
      await deliver(database.db, at, ({ type }) => {
        if (type === 'license.issued') tried.push(at)
        else told.push(type)
        return type === 'license.issued' ? { error: 'It answered 500.' } : {}
      })
    }
    expect(tried).toHaveLength(10)
    expect((Math.max(...tried) - before) / 86_400_000).toBeCloseTo(3, 1)
    expect(told).toEqual(['key.issued'])
    const { rows } = await sql`
      select type from outbox where given_up_at is not null`.execute(database.db)
    expect(rows).toEqual([{ type: 'license.issued' }])
  })

  test('that was begun and never marked is made again', async () => {
    await addWebhook(database.db, before, ['license.issued'])
    await bakery.sell()
    const dying = deliver(database.db, start, () => Promise.reject(new Error('killed')))
    await expect(dying).rejects.toThrow('killed')
    const told: string[] = []
    const note = ({ message }: Entry) => {
      told.push(message)
      return {}
    }
    await deliver(database.db, start, note)
    expect(told).toEqual([])
    await sql`update outbox set leased_until = now()`.execute(database.db)
    await deliver(database.db, start, note)
    expect(told).toHaveLength(1)
  })

  test.runIf(onPostgres)('by two replicas at once tells everything once', async () => {
    const webhook = await addWebhook(database.db, before)
    const sold = Array.from({ length: 20 }, () => objected())
    await Promise.all(sold)
    const told: string[] = []
    const note = async ({ message, target }: Entry) => {
      await new Promise((resolve) => setImmediate(resolve))
      told.push(`${target} ${message}`)
      return {}
    }
    const replicas = [database.db, database.replica(), database.replica()]
    while ((await waiting()).length > 0)
      await Promise.all(replicas.map((db) => deliver(db, start, note)))
    expect(told).toHaveLength(80)
    expect(new Set(told).size).toBe(80)
    expect(await takeEntries(database.db, webhook, start, 10)).toEqual([])
  })
})

test('what is put into the outbox by hand goes out like an event, and what is settled is forgotten in time', async () => {
  const target = await addWebhook(database.db, before)
  await inTransaction(database.db, (trx) =>
    tell(trx, { target, type: 'a.test', license: null, event: null }, start),
  )
  await forgetTold(database.db, start + 1)
  expect(await waiting()).toEqual(['a.test'])
  await deliver(database.db, start, () => ({}))
  await forgetTold(database.db, start)
  expect(await sql`select from outbox`.execute(database.db)).toMatchObject({ rows: [{}] })
  await forgetTold(database.db, start + 1)
  expect(await sql`select from outbox`.execute(database.db)).toMatchObject({ rows: [] })
})
