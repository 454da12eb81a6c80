import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose'
import type { JSONWebKeySet } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseClaims } from '../../src/token/claims.ts'
import { statusesIn } from '../../src/token/status-list.ts'
import { publicUrl } from '../api/house.ts'
import type { Json } from '../api/house.ts'
import { askToken } from '../api/start-up.ts'
import { onPostgres } from '../database.ts'
import { ok } from '../stories/bakery.ts'
import { openBusyHouse } from './busy-house.ts'
import type { BusyHouse } from './busy-house.ts'
import { bringBack, openEmptyHouse, packageOf, secretOfTests } from './empty-house.ts'
import type { EmptyHouse } from './empty-house.ts'
import { everythingAbout } from './look.ts'

let house: BusyHouse
let archive: Uint8Array<ArrayBuffer>
let before: Json
beforeAll(async () => {
  house = await openBusyHouse()
  archive = await packageOf(house)
  before = await everythingAbout(house)
})
afterAll(() => house.close())

const secrets = [
  ['under the same secret', secretOfTests, {}],
  ['under another secret', 'quite another one', { 'auszug-old-secret': secretOfTests }],
] as const

describe.each(secrets)('brought back into an empty server %s', (_, secret, headers) => {
  let empty: EmptyHouse
  let reply: Awaited<ReturnType<typeof bringBack>>
  beforeAll(async () => {
    // From PostgreSQL into PGlite, where this run has both.
    empty = await openEmptyHouse({ now: house.clock.now, secret, onPglite: onPostgres })
    reply = await bringBack(empty, archive, headers)
  })
  afterAll(() => empty.close())

  test('it says what was brought back', () => {
    expect(reply.status).toBe(200)
    expect(reply.body).toMatchObject({
      issuer: publicUrl,
      rows: expect.objectContaining({ licenses: house.licenses.length + house.others.length }),
    })
    expect(Number(reply.body.sealed_anew) > 0).toBe(secret !== secretOfTests)
  })

  test('everything reads as it did: lists, histories, and decisions at every instant', async () => {
    expect(await everythingAbout(empty)).toEqual(before)
  })

  test('the keys still open their licenses, on the machines that had a seat', async () => {
    for (const { id, key, product } of house.licenses) {
      const asked = { license_key: key, product, fingerprint: `till of ${id}` }
      const [before, after] = [await askToken(house, asked), await askToken(empty, asked)]
      expect(ok(after).decision).toEqual(ok(before).decision)
    }
  })

  test('tokens from before verify by the keys that are published now, and new ones by those from before', async () => {
    const keysOf = async ({ call }: Pick<EmptyHouse, 'call'>) =>
      createLocalJWKSet(
        (await call<JSONWebKeySet>('GET', '/.well-known/jwks.json', { role: null })).body,
      )
    const [keysBefore, keysNow] = [await keysOf(house), await keysOf(empty)]
    const options = { issuer: publicUrl, currentDate: new Date('2025-10-01T08:00:00Z') }
    for (const token of house.given.values())
      expect((await jwtVerify(token, keysNow, options)).payload.iss).toBe(publicUrl)
    const [, , , , last] = house.licenses
    const asked = { license_key: last?.key, product: last?.product, fingerprint: 'till' }
    const { token } = ok(await askToken(empty, asked))
    const currentDate = new Date(house.clock.now)
    expect((await jwtVerify(token, keysBefore, { ...options, currentDate })).payload.sub).toBe(
      last?.id,
    )
  })

  test('the status lists say of the tokens from before what they said', async () => {
    const places = [...house.given.values()].map((token) => parseClaims(decodeJwt(token)).status)
    const saidBy = async ({ call }: Pick<EmptyHouse, 'call'>) => {
      const said = places.map(async (place) => {
        const { idx = -1, uri = '' } = place?.status_list ?? {}
        const { text } = await call('GET', new URL(uri).pathname, { role: null })
        return (await statusesIn(decodeJwt(text)['status_list']))(idx)
      })
      return Promise.all(said)
    }
    const said = await saidBy(empty)
    expect(said).toEqual(await saidBy(house))
    expect(new Set(said).size).toBeGreaterThan(1)
  })

  test('an admin sees the keys again, and the history goes on where it stopped', async () => {
    const [{ id, key } = { id: '', key: '' }] = house.licenses
    const { body } = await empty.call<{ data: { key: string }[] }>('GET', `/v1/licenses/${id}/keys`)
    expect(body.data.map((each) => each.key)).toContain(key)
    const events = await empty.call<{ data: { type: string }[] }>('GET', `/v1/events?limit=200`)
    expect(events.body.data.at(-1)?.type).toBe('key.seen')
  })

  test('it is not empty any more, so a second package is refused', async () => {
    const { status, body } = await bringBack(empty, archive, headers)
    expect([status, body.type]).toEqual([409, `${publicUrl}/problems#not-empty`])
  })
})

test('the same records give the same package, but for when it was made', async () => {
  expect(Buffer.compare(await packageOf(house), await packageOf(house))).toBe(0)
})
