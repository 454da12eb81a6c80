import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activate, free } from '../../src/license/activation.ts'
import { system } from '../../src/license/actor.ts'
import type { ActivationId, License } from '../../src/license/license.ts'
import { findActivation, liveActivations, touchActivation } from '../../src/store/activation.ts'
import { licenseByKey } from '../../src/store/by-key.ts'
import { newId } from '../../src/store/id.ts'
import { keepKeyFacts, listKeys, licenseOfKey } from '../../src/store/key.ts'
import { changeLicense } from '../../src/store/license.ts'
import { readLicense } from '../../src/store/read-license.ts'
import { saltedFingerprintSync } from '../../src/token/fingerprint-sync.ts'
import { openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'
import { openBakery, start } from './bakery.ts'
import type { Bakery } from './bakery.ts'

let database: TestDatabase
let bakery: Bakery

beforeAll(async () => {
  database = await openTestDatabase()
  bakery = await openBakery(database.db)
})

afterAll(() => database.close())

const now = start + 86_400_000

function seat({ id }: License, fingerprint: string, at = now) {
  return changeLicense(database.db, id, at, system, async (license, instant, trx) => {
    const machine = {
      id: newId('act', instant),
      fingerprint: saltedFingerprintSync(id, fingerprint),
      machine: `Kasse ${fingerprint}`,
    }
    return activate(license, await liveActivations(trx, id), machine, instant)
  })
}

test('one statement finds by key the license, its product, and the machine with its rank', async () => {
  const { license, keyHash } = await bakery.sell()
  for (const [n, name] of ['a', 'b', 'c'].entries()) await seat(license, name, now + n)
  const found = await licenseByKey(database.db, keyHash, 'b', now + 10)
  expect(found).toMatchObject({
    algorithm: 'Ed25519',
    rank: 1,
    activation: {
      fingerprint: saltedFingerprintSync(license.id, 'b'),
      machine: 'Kasse b',
      createdAt: now + 1,
      freedAt: null,
    },
  })
  expect(found?.license).toEqual((await readLicense(database.db, license.id, now + 10)).license)
  expect(found?.license.exportFormats).toEqual(['csv', 'jsonl'])
})

test('a machine without a seat, or without a fingerprint, finds the license alone', async () => {
  const { license, keyHash } = await bakery.sell()
  await seat(license, 'a')
  for (const fingerprint of ['b', null])
    expect(await licenseByKey(database.db, keyHash, fingerprint, now)).toMatchObject({
      activation: null,
      rank: null,
    })
})

test('a license that was found before is found as it stands, whoever has changed it since', async () => {
  const { license, keyHash } = await bakery.sell()
  const find = () => licenseByKey(database.db, keyHash, 'a', now)
  expect((await find())?.activation).toBeNull()
  await seat(license, 'a')
  expect(await find()).toMatchObject({ rank: 0, activation: { machine: 'Kasse a' } })
  await changeLicense(database.replica(), license.id, now, system, (it, at) => ({
    license: { ...it, metadata: { note: 'moved' } },
    events: [{ type: 'license.started', at, data: { starts_on: '2025-10-01' } }],
  }))
  expect((await find())?.license.metadata).toEqual({ note: 'moved' })
  await sql`update products set export_formats = '["xlsx"]'`.execute(database.db)
  expect((await find())?.license.exportFormats).toEqual(['xlsx'])
  expect(await find()).toEqual(await licenseByKey(database.replica(), keyHash, 'a', now))
})

test('an unknown key finds nothing', async () => {
  expect(await licenseByKey(database.db, 'no such hash', 'a', now)).toBeNull()
})

test('a replaced key opens the license until its time and not at it', async () => {
  const { license, keyHash } = await bakery.sell()
  const [key] = await listKeys(database.db, license.id)
  await keepKeyFacts(database.db, { ...key!, keepUntil: now + 1 })
  expect(await licenseByKey(database.db, keyHash, null, now)).not.toBeNull()
  expect(await licenseByKey(database.db, keyHash, null, now + 1)).toBeNull()
  expect(await licenseOfKey(database.db, keyHash, now + 1)).toBeNull()
})

test('thirty machines at once take three seats and no more', async () => {
  const { license } = await bakery.sell()
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, n) => seat(license, `machine ${n}`)),
  )
  expect(answers.filter(({ activation }) => activation !== null)).toHaveLength(3)
  expect(await liveActivations(database.db, license.id)).toHaveLength(3)
  expect(answers.at(-1)?.seatsUsed).toBe(3)
})

test('one machine that asks ten times at once gets one activation', async () => {
  const { license } = await bakery.sell()
  const answers = await Promise.all(Array.from({ length: 10 }, () => seat(license, 'same')))
  expect(new Set(answers.map(({ activation }) => activation?.id)).size).toBe(1)
})

test('a freed seat is history, and its machine can take one again', async () => {
  const { license } = await bakery.sell()
  const { activation } = await seat(license, 'a')
  const id: ActivationId = activation!.id
  const freed = await changeLicense(
    database.db,
    license.id,
    now + 1,
    system,
    async (it, instant, trx) => free(it, (await findActivation(trx, id))!, instant),
  )
  expect(freed.seatsUsed).toBe(0)
  expect(await findActivation(database.db, id)).toMatchObject({ freedAt: now + 1 })
  expect((await seat(license, 'a', now + 2)).activation?.id).not.toBe(id)
})

test('that a machine was seen is noted once in a while', async () => {
  const { license } = await bakery.sell()
  const activation = (await seat(license, 'a')).activation!
  await touchActivation(database.db, activation, now + 999, 1000)
  expect(await findActivation(database.db, activation.id)).toMatchObject({ lastSeenAt: now })
  await touchActivation(database.db, activation, now + 1000, 1000)
  expect(await findActivation(database.db, activation.id)).toMatchObject({ lastSeenAt: now + 1000 })
})
