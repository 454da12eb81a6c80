import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/license/event.ts'
import type { Instant, License } from '../../src/license/license.ts'
import { erasePersonal, listEvents, readFeed } from '../../src/store/event.ts'
import type { HistoryEvent } from '../../src/store/event.ts'
import { changeLicense } from '../../src/store/license.ts'
import { commitment, eventHash } from '../../src/token/chain.ts'
import { onPostgres, openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'
import { admin, before, openBakery, start } from './bakery.ts'
import type { Bakery, Sold } from './bakery.ts'

let database: TestDatabase
let bakery: Bakery

beforeAll(async () => {
  database = await openTestDatabase()
  bakery = await openBakery(database.db)
})

afterAll(() => database.close())

const asked = (license: License, now: Instant): Outcome => ({
  license,
  events: [
    {
      type: 'inquiry.logged',
      at: now,
      data: {
        inquiry: 'inq_0',
        topic: 'repeat',
        repeats: null,
        channel: 'phone',
        minutes: 3,
        entitled: true,
      },
      personal: { contact: 'N. Beispiel', subject: 'Wie drucke ich „Brötchen“?' },
    },
  ],
})

async function history({ license }: Sold): Promise<readonly HistoryEvent[]> {
  return (await listEvents(database.db, license.id, { limit: 1000 })).data
}

function checks(events: readonly HistoryEvent[]): boolean {
  return events.every((event, n) => {
    const link = {
      license: event.license,
      type: event.type,
      occurred_at: new Date(event.occurredAt).toISOString(),
      recorded_at: new Date(event.recordedAt).toISOString(),
      actor: event.actor,
      data: event.data,
      previous_hash: event.previousHash,
    }
    return (
      event.n === n &&
      event.previousHash === (events[n - 1]?.hash ?? null) &&
      event.hash === eventHash(link)
    )
  })
}

describe('a history', () => {
  test('checks from the first event to the last, over many changes and years', async () => {
    const sold = await bakery.sell()
    for (const year of [2025, 2026, 2028, 2031])
      await changeLicense(
        database.db,
        sold.license.id,
        Date.parse(`${year}-12-24T17:00:00.001Z`),
        admin,
        asked,
      )
    const events = await history(sold)
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['license.issued', 'key.issued', 'license.renewed', 'inquiry.logged']),
    )
    expect(checks(events)).toBe(true)
    expect(checks(events.with(1, { ...events[1]!, actor: 'tok_other' }))).toBe(false)
  })

  test('shows personal values beside the chain, each with the salt of its commitment', async () => {
    const sold = await bakery.sell()
    await changeLicense(database.db, sold.license.id, start, admin, asked)
    const { data, personal } = (await history(sold)).at(-1)!
    expect(personal).toMatchObject({
      contact: { value: 'N. Beispiel' },
      subject: { value: 'Wie drucke ich „Brötchen“?' },
    })
    expect(JSON.stringify(data)).not.toContain('Beispiel')
    for (const [field, known] of Object.entries(personal))
      expect(data.personal?.[field]).toBe(commitment(known!.salt, known!.value))
  })

  test('still checks when its personal values are erased, and nothing proves them any more', async () => {
    const sold = await bakery.sell()
    await changeLicense(database.db, sold.license.id, start, admin, asked)
    await erasePersonal(database.db, sold.license.id)
    const events = await history(sold)
    expect(checks(events)).toBe(true)
    expect(events.at(-1)?.personal).toEqual({ contact: null, subject: null })
    const { rows } = await sql`
      select * from event_personal
      where event = ${events.at(-1)?.id} and (salt is not null or value is not null)`.execute(
      database.db,
    )
    expect(rows).toEqual([])
  })

  test.each(['update events set actor = actor', 'delete from events', 'truncate events cascade'])(
    'is not changed: the database refuses "%s"',
    async (statement) => {
      await bakery.sell()
      await expect(sql.raw(statement).execute(database.db)).rejects.toThrow(
        'what has happened is not changed',
      )
    },
  )

  test('is listed page by page', async () => {
    const sold = await bakery.sell()
    for (let n = 0; n < 5; n++)
      await changeLicense(database.db, sold.license.id, start, admin, asked)
    const whole = await history(sold)
    const first = await listEvents(database.db, sold.license.id, { limit: 5 })
    const rest = await listEvents(database.db, sold.license.id, {
      after: first.next ?? '',
      limit: 5,
    })
    expect([...first.data, ...rest.data]).toEqual(whole)
    expect(rest.next).toBeNull()
  })
})

describe('the feed', () => {
  test('refuses a cursor that it never gave', async () => {
    await expect(readFeed(database.db, { after: 'evt_1', limit: 1 })).rejects.toMatchObject({
      code: 'malformed',
    })
  })

  test.runIf(onPostgres)('goes no further than a transaction that still runs', async () => {
    const [slow, quick] = [await bakery.sell(), await bakery.sell()]
    const end = await everything()
    const written = Promise.withResolvers<void>()
    const finish = Promise.withResolvers<void>()
    const running = database.db.transaction().execute(async (trx) => {
      await changeLicense(trx, slow.license.id, start, admin, asked)
      written.resolve()
      await finish.promise
    })
    await written.promise
    await changeLicense(database.replica(), quick.license.id, start, admin, asked)
    expect(await everything()).toEqual(end)
    finish.resolve()
    await running
    const all = (await everything()).slice(end.length)
    expect(new Set(all.map(({ license }) => license))).toEqual(
      new Set([slow.license.id, quick.license.id]),
    )
    expect(all.at(0)?.license).toBe(slow.license.id)
  })

  test('read while many write gives every event once, in order', async () => {
    const replicas = [database.db, database.replica(), database.replica()]
    const sold = await Promise.all(Array.from({ length: 12 }, () => bakery.sell()))
    const from = (await everything()).at(-1)?.position
    let writing = true
    const writers = Promise.all(
      sold.flatMap(({ license }, n) =>
        Array.from({ length: 8 }, () =>
          changeLicense(replicas[n % 3] ?? database.db, license.id, start, admin, asked),
        ),
      ),
    ).finally(() => (writing = false))
    const seen: HistoryEvent[] = []
    let last = false
    while (!last) {
      last = !writing
      const after = String(seen.at(-1)?.position ?? from)
      seen.push(...(await readFeed(database.db, { after, limit: 1000 })).data)
    }
    await writers
    expect(seen.filter(({ type }) => type === 'inquiry.logged')).toHaveLength(96)
    expect(seen).toEqual((await everything()).filter(({ position }) => position > (from ?? 0)))
  })
})

async function everything(): Promise<readonly HistoryEvent[]> {
  return (await readFeed(database.db, { limit: 10_000 })).data
}

test('events of before the record are quiet', async () => {
  const sold = await bakery.sell({ startsOn: '2021-01-01' }, before)
  const events = await history(sold)
  expect(events.filter(({ quiet }) => quiet).map(({ type }) => type)).toEqual(
    Array.from({ length: 4 }, () => 'license.renewed'),
  )
})
