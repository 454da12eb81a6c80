import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, publicUrl } from './house.ts'
import type { House, Json } from './house.ts'
import { openShop } from './shop.ts'
import type { Shop, Sold } from './shop.ts'
import { askToken } from './start-up.ts'

let house: House
let shop: Shop
let sold: Sold
beforeAll(async () => {
  house = await openHouse()
  shop = await openShop(house)
})
beforeEach(async () => {
  house.clock.set('2026-01-10T10:00:00+01:00')
  sold = await shop.sell()
})
afterAll(() => house.close())

const ask = (body: Json = {}, headers = {}): ReturnType<typeof askToken> =>
  askToken(house, { license_key: sold.key, product: shop.product, ...body }, headers)

describe('a key that opens nothing', () => {
  test.each([
    ['unknown', { license_key: 'AUSZUG-0000-0000-0000-0000-0000-0000-0000' }],
    ['mistyped', { license_key: 'AUSZUG-0000-0000-0000-0000-0000-0000-0001' }],
    ['malformed', { license_key: 'x' }],
    ['empty', { license_key: '' }],
    ['of another product', { product: 'other' }],
    ['with a NUL', { license_key: '\0' }],
    ['of half a character', { license_key: '\ud800' }],
    ['longer than any', { license_key: 'A'.repeat(10_000) }],
  ])('%s is a 404 that says the same', async (name, body) => {
    const reply = await ask(body, { 'x-test-address': `of ${name}` })
    expect(reply.status).toBe(404)
    expect(reply.body).toEqual({
      type: `${publicUrl}/problems#not-found`,
      title: 'Not there',
      status: 404,
      detail: 'Check the address and the id or key in it.',
      instance: expect.stringMatching(/^req_/),
      member: 'license_key',
    })
  })

  test('is found with spaces, small letters and no prefix all the same', async () => {
    const spelled = sold.key.replace('AUSZUG-', '').replaceAll('-', ' ').toLowerCase()
    expect((await ask({ license_key: spelled, fingerprint: 'x' })).status).toBe(200)
  })

  test('frees nothing, and has its address wait after too many', async () => {
    const free = () =>
      house.call('DELETE', '/v1/activations/act_00000000000000000000000000', {
        role: null,
        headers: { 'x-test-address': '198.51.100.9', authorization: 'License nonsense' },
      })
    for (let n = 0; n < 30; n++) expect((await free()).status).toBe(404)
    const last = await free()
    expect([last.status, last.headers.get('retry-after')]).toEqual([429, '60'])
  })

  test('has its address wait after too many, and never refuses a genuine one for it', async () => {
    const headers = { 'x-test-address': '198.51.100.7' }
    const wrong = { license_key: 'AUSZUG-0000-0000-0000-0000-0000-0000-0000' }
    const replies = []
    for (let n = 0; n < 31; n++) replies.push(await ask(wrong, headers))
    expect(replies.map(({ status }) => status)).toEqual([...Array(30).fill(404), 429])
    const last = replies.at(-1)
    expect(last?.headers.get('retry-after')).toBe('60')
    expect(last?.headers.get('access-control-allow-origin')).toBe('*')
    expect(last?.body.type).toBe(`${publicUrl}/problems#rate-limited`)
    expect((await ask({ fingerprint: 'x' }, headers)).status).toBe(200)
    expect((await ask(wrong, { 'x-test-address': '198.51.100.8' })).status).toBe(404)
    house.clock.set('2026-01-10T10:01:00+01:00')
    expect((await ask(wrong, headers)).status).toBe(404)
  })
})
