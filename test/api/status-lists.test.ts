import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import type { JSONWebKeySet } from 'jose'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beat } from '../../src/clock/beat.ts'
import { parseClaims } from '../../src/token/claims.ts'
import type { Claims, StatusClaim } from '../../src/token/claims.ts'
import { statusesIn } from '../../src/token/status-list.ts'
import { openHouse, publicUrl } from './house.ts'
import type { House, List, Reply } from './house.ts'
import { openShop } from './shop.ts'
import type { Shop, Sold } from './shop.ts'
import { askToken, claimsIn } from './start-up.ts'

let house: House
let shop: Shop
beforeAll(async () => {
  house = await openHouse()
  shop = await openShop(house)
})
afterAll(() => house.close())

const start = async ({ key, product }: Sold, fingerprint?: string): Promise<Claims> => {
  const reply = await askToken(house, { license_key: key, product, fingerprint })
  return parseClaims(await claimsIn(house, reply.body.token))
}
const placeOf = ({ status }: Claims): StatusClaim => status?.status_list ?? { idx: -1, uri: '' }
const get = (uri: string, headers = {}): Promise<Reply<object>> =>
  house.call('GET', uri.slice(publicUrl.length), { role: null, headers })
/** What a library that knows nothing of us makes of a list, by the published keys. */
const listAt = async (uri: string) => {
  const keys = await house.call<JSONWebKeySet>('GET', '/.well-known/jwks.json', { role: null })
  const { payload } = await jwtVerify((await get(uri)).text, createLocalJWKSet(keys.body), {
    typ: 'statuslist+jwt',
    issuer: publicUrl,
    subject: uri,
    currentDate: new Date(house.clock.now),
  })
  return { ...payload, ttl: payload['ttl'], at: await statusesIn(payload['status_list']) }
}
/** As if five seconds had passed: they are reckoned by the database's own clock. */
const rest = (): Promise<unknown> =>
  sql`update status_lists set signed_at = signed_at - interval '5 seconds'`.execute(house.deps.db)
const said = async (claims: Claims): Promise<number | null> => {
  await rest()
  const { idx, uri } = placeOf(claims)
  return (await listAt(uri)).at(idx)
}
const put = (path: string, body: object) => house.call('PUT', path, { body })

describe('a place in a list', () => {
  test('is one for a machine and one for a license’s unbound tokens, and stays the same', async () => {
    const sold = await shop.sell()
    const [one, two, none] = [await start(sold, 'a'), await start(sold, 'b'), await start(sold)]
    const again = [await start(sold, 'a'), await start(sold, 'b'), await start(sold)]
    expect(again.map(placeOf)).toEqual([one, two, none].map(placeOf))
    expect(new Set([one, two, none].map((each) => placeOf(each).idx)).size).toBe(3)
    expect(placeOf(one).uri).toBe(`${publicUrl}/status-lists/1`)
  })

  test('of a machine that has freed its seat is void for ever, and the machine gets another', async () => {
    const sold = await shop.sell()
    const before = await start(sold, 'a')
    const headers = { authorization: `License ${sold.key}` }
    const path = `/v1/activations/${before.activation?.id}`
    expect((await house.call('DELETE', path, { role: null, headers })).status).toBe(204)
    const after = await start(sold, 'a')
    expect(placeOf(after).idx).not.toBe(placeOf(before).idx)
    expect([await said(before), await said(after)]).toEqual([1, 0])
    await put(`/v1/licenses/${sold.id}/suspension`, { reason: 'unpaid' })
    expect([await said(before), await said(after)]).toEqual([1, 2])
  })

  test('is in a list that is signed as the product’s tokens are', async () => {
    const theirs = await openShop(house, {}, { code: 'elsewhere', algorithm: 'ES256' })
    const { uri } = placeOf(await start(await theirs.sell(), 'a'))
    expect(uri).not.toBe(placeOf(await start(await shop.sell(), 'a')).uri)
    expect(decodeProtectedHeader((await get(uri)).text)).toMatchObject({ alg: 'ES256' })
  })

  test('is never given twice, however many ask at once', async () => {
    const wide = await openShop(house, { seats: null }, { code: 'wide' })
    const sold = [await wide.sell(), await wide.sell()]
    const asked = Array.from({ length: 20 }, (_, n) => start(sold[n % 2] ?? sold[0]!, `${n >> 2}`))
    const places = (await Promise.all(asked)).map(
      (claims) => [claims.activation?.id, JSON.stringify(placeOf(claims))] as const,
    )
    expect(new Set(places.map(([, place]) => place)).size).toBe(new Map(places).size)
    expect(new Map(places).size).toBe(10)
  })

  test('is looked for in the next list where a list is as good as full', async () => {
    const { uri } = placeOf(await start(await shop.sell(), 'a'))
    const n = Number(uri.split('/').at(-1))
    const { id } = await shop.sell()
    await house.deps.db.transaction().execute(async (trx) => {
      // Without looking after what each row refers to.
      await sql`set local session_replication_role = replica`.execute(trx)
      await sql`
        insert into status_entries (list, idx, license, status)
        select ${n}, idx, ${id}, 1 from generate_series(0, 131071) idx
        on conflict do nothing`.execute(trx)
    })
    const next = placeOf(await start(await shop.sell(), 'a'))
    expect(next.uri).not.toBe(uri)
    expect((await listAt(next.uri)).at(131_071)).toBe(0)
  })
})

describe('what a list says', () => {
  test('follows suspension and resumption, for every machine and for unbound tokens', async () => {
    const sold = await shop.sell()
    const tokens = [await start(sold, 'a'), await start(sold, 'b'), await start(sold)]
    const all = async () => [await said(tokens[0]!), await said(tokens[1]!), await said(tokens[2]!)]
    expect(await all()).toEqual([0, 0, 0])
    await put(`/v1/licenses/${sold.id}/suspension`, { reason: 'unpaid' })
    expect(await all()).toEqual([2, 2, 2])
    await house.call('DELETE', `/v1/licenses/${sold.id}/suspension`)
    expect(await all()).toEqual([0, 0, 0])
  })

  test('turns by the clock, where nobody asks', async () => {
    const sold = await shop.sell({ ends_on: '2025-10-20', overrides: { renewal: 'none' } })
    const other = await shop.sell()
    const [ends, pauses] = [await start(sold, 'a'), await start(other, 'a')]
    await put(`/v1/licenses/${other.id}/suspension`, {
      reason: 'unpaid',
      effective_at: '2025-10-15T00:00:00+02:00',
    })
    house.clock.set('2025-10-14T23:59:59+02:00')
    await beat(house.deps)
    expect([await said(ends), await said(pauses)]).toEqual([0, 0])
    house.clock.set('2025-10-21T00:00:00+02:00')
    await beat(house.deps)
    expect([await said(ends), await said(pauses)]).toEqual([3, 2])
  })

  test('is of a license that has ended when its first token is asked for, that it has', async () => {
    const sold = await shop.sell({
      starts_on: '2025-01-01',
      ends_on: '2025-09-30',
      overrides: { renewal: 'none' },
    })
    expect(await said(await start(sold, 'a'))).toBe(3)
  })

  test('is void for all of a license whose key has leaked, and who asks with a good one has a good place', async () => {
    const sold = await shop.sell()
    const before = [await start(sold, 'a'), await start(sold)]
    const path = `/v1/licenses/${sold.id}/keys`
    const [old] = (await house.call<List<{ id: string }>>('GET', path)).body.data
    const replaced = await house.call<{ key: string }>('POST', `${path}/${old?.id}/replacement`, {
      body: { leaked: true },
    })
    const renewed = { ...sold, key: replaced.body.key }
    const after = [await start(renewed, 'a'), await start(renewed)]
    expect([await said(before[0]!), await said(before[1]!)]).toEqual([1, 1])
    expect([await said(after[0]!), await said(after[1]!)]).toEqual([0, 0])
    expect(after[0]?.activation?.id).toBe(before[0]?.activation?.id)
  })
})

describe('a list', () => {
  test('is a Status List Token for caches, and 304 for who has it', async () => {
    const { uri } = placeOf(await start(await shop.sell(), 'a'))
    const { status, headers } = await get(uri)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/statuslist+jwt')
    expect(headers.get('cache-control')).toBe('public, max-age=60, stale-if-error=604800')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    const known = await get(uri, { 'if-none-match': headers.get('etag') ?? '' })
    expect([known.status, known.text]).toEqual([304, ''])
    expect(known.headers.get('cache-control')).toBe(headers.get('cache-control'))
    const { iat = 0, exp, ttl } = await listAt(uri)
    expect([exp, ttl]).toEqual([iat + 7 * 86_400, 3600])
  })

  test('is named where the server says what it is', async () => {
    const { uri } = placeOf(await start(await shop.sell(), 'a'))
    const about = await house.call('GET', '/.well-known/license-server', { role: null })
    expect(about.body['status_lists']).toContain(uri)
  })

  test.each(['0', '99', '01', '-1', '1.0', '9999999999', 'x', '%00'])(
    'there is none called %s',
    async (name) => {
      expect((await house.call('GET', `/status-lists/${name}`, { role: null })).status).toBe(404)
    },
  )

  test('has its full size before anybody is on it', async () => {
    const theirs = await openShop(house, {}, { code: 'fresh', algorithm: 'EdDSA' })
    const { at } = await listAt(placeOf(await start(await theirs.sell(), 'a')).uri)
    expect([at(0), at(131_071), at(131_072)]).toEqual([0, 0, null])
  })

  test('is signed at once after a change, and changes within five seconds share the next signature', async () => {
    const [one, two] = [await shop.sell(), await shop.sell()]
    const [first, second] = [await start(one, 'a'), await start(two, 'a')]
    const { uri } = placeOf(first)
    await listAt(uri)
    await rest()
    await put(`/v1/licenses/${one.id}/suspension`, { reason: 'unpaid' })
    const signed = await listAt(uri)
    await put(`/v1/licenses/${two.id}/suspension`, { reason: 'unpaid' })
    const shared = await listAt(uri)
    expect(
      [signed, shared].map(({ at }) => [at(placeOf(first).idx), at(placeOf(second).idx)]),
    ).toEqual([
      [2, 0],
      [2, 0],
    ])
    await rest()
    const next = await listAt(uri)
    expect(next.at(placeOf(second).idx)).toBe(2)
    expect(next.iat).toBeGreaterThan(signed.iat ?? Infinity)
    await rest()
    expect((await listAt(uri)).iat).toBe(next.iat)
  })

  test('that nothing has happened to is signed daily, by whoever comes first, asker or job', async () => {
    const { uri } = placeOf(await start(await shop.sell(), 'a'))
    await rest()
    const { iat = 0 } = await listAt(uri)
    const { now } = house.clock
    house.clock.now = now + 23 * 3_600_000
    await rest()
    expect((await listAt(uri)).iat).toBe(iat)
    house.clock.now = now + 25 * 3_600_000
    await beat(house.deps)
    const { rows } = await sql<{
      jwt: string
    }>`select jwt from status_lists where uri = ${uri}`.execute(house.deps.db)
    expect((await listAt(uri)).iat).toBe((now + 25 * 3_600_000) / 1000)
    expect(rows[0]?.jwt).toBe((await get(uri)).text)
  })

  test('that a revoked key has signed is signed by the next one', async () => {
    const { uri } = placeOf(await start(await shop.sell(), 'a'))
    const { kid } = decodeProtectedHeader((await get(uri)).text)
    await house.call('POST', `/v1/signing-keys/${kid}/revocation`)
    await rest()
    expect(decodeProtectedHeader((await get(uri)).text).kid).not.toBe(kid)
    await listAt(uri)
  })
})
