import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { resume, suspend } from '../../src/license/suspension.ts'
import type { License } from '../../src/license/license.ts'
import type { Database } from '../../src/store/database.ts'
import { newId } from '../../src/store/id.ts'
import { changeLicense } from '../../src/store/license.ts'
import { servedList } from '../../src/store/status-list.ts'
import { statusPlace } from '../../src/store/status-entry.ts'
import type { StatusPlace } from '../../src/store/status-entry.ts'
import { signer } from '../../src/token/sign.ts'
import type { Signer } from '../../src/token/sign.ts'
import { newSigningKey } from '../../src/token/signing-key.ts'
import type { SigningKey } from '../../src/token/signing-key.ts'
import { readSigned } from '../../src/token/signed.ts'
import { statusListIn } from '../../src/token/status-list.ts'
import { openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'
import { admin, openBakery, start } from './bakery.ts'

const issuer = 'https://license.example'
let database: TestDatabase
let key: SigningKey
let sold: License
let place: StatusPlace
let now = start

beforeAll(async () => {
  database = await openTestDatabase()
  key = await newSigningKey('Ed25519')
  sold = (await (await openBakery(database.db)).sell()).license
  const owner = { license: sold, activation: null, algorithm: 'Ed25519' } as const
  place = await statusPlace(database.db, owner, start)
})
beforeEach(() => (now += 60_000))
afterAll(() => database.close())

/** A replica of the server. */
const replica = (db: Database, sign: () => Promise<Signer> = async () => signer(key)) => ({
  db,
  issuer,
  publicUrl: issuer,
  signers: { forAlgorithm: sign, reread: () => {} },
})
/** A replica that has read what it is to sign, and is held up before it signs. */
const heldUp = async () => {
  const reached = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<Signer>()
  const slow = replica(database.db, () => (reached.resolve(), gate.promise))
  const list = servedList(slow, place.list, now)
  await reached.promise
  return {
    goOn: () => {
      gate.resolve(signer(key))
      return list
    },
  }
}
/** Without a key in the database every signature counts as by one that signs no more, and none as recent. */
const forget = () => database.db.updateTable('status_lists').set({ signed_at: null }).execute()
const saidIn = async (jwt: string | null) => {
  const uri = `${issuer}/status-lists/${place.list}`
  const claims = await readSigned(jwt, 'statuslist+jwt', [key.publicKey])
  const { iat, at } = await statusListIn(claims, { uri, issuer })
  return { iat, status: at(place.index) }
}
const published = async () => {
  const found = await database.db
    .selectFrom('status_lists')
    .select('jwt')
    .where('n', '=', place.list)
    .executeTakeFirstOrThrow()
  return saidIn(found.jwt)
}
const pause = (db: Database) =>
  changeLicense(db, sold.id, now, admin, (license) =>
    suspend(license, { id: newId('sus', now), reason: 'unpaid', effectiveAt: null }, now),
  )
const lift = (db: Database) =>
  changeLicense(db, sold.id, now, admin, (license) => resume(license, now))

test('a replica that has read before another published never publishes what it read', async () => {
  const late = await heldUp()
  await pause(database.replica())
  const sooner = await servedList(replica(database.replica()), place.list, now)
  expect(await saidIn(sooner)).toMatchObject({ status: 2 })
  const newest = await published()
  expect(await saidIn(await late.goOn())).toEqual(newest)
  expect(await published()).toEqual(newest)
})

test('what changes while a list is signed is in the next one', async () => {
  await lift(database.db)
  await forget()
  await servedList(replica(database.db), place.list, now)
  await pause(database.db)
  await forget()
  const signing = await heldUp()
  await lift(database.replica())
  expect(await saidIn(await signing.goOn())).toMatchObject({ status: 2 })
  await forget()
  const next = await servedList(replica(database.db), place.list, now)
  expect(await saidIn(next)).toMatchObject({ status: 0 })
})

test('however many sign while it changes, the last list says what is so, and each was newer than the one before', async () => {
  const seen: number[] = []
  for (let round = 0; round < 4; round += 1) {
    const signing = Array.from({ length: 6 }, async () => {
      await forget()
      return saidIn(await servedList(replica(database.replica()), place.list, now))
    })
    await (round % 2 === 0 ? pause : lift)(database.db)
    await Promise.all(signing)
    await forget()
    const last = await saidIn(await servedList(replica(database.db), place.list, now))
    expect(last.status).toBe(round % 2 === 0 ? 2 : 0)
    seen.push(last.iat)
  }
  expect(seen.toSorted((a, b) => a - b)).toEqual(seen)
  expect(new Set(seen).size).toBe(seen.length)
})
