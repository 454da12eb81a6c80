import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import type { House, Json, List } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const make = (body: Json = {}) =>
  house.call<{ id: string; token: string }>('POST', '/v1/api-tokens', {
    body: { name: 'The shop', role: 'billing', ...body },
  })
const readWith = async (token: string): Promise<number> => {
  const headers = { authorization: `Bearer ${token}` }
  return (await house.call('GET', '/v1/licenses', { role: null, headers })).status
}

test('an API token is shown once, and read about under its Location without it', async () => {
  const made = await make()
  expect(made.status).toBe(201)
  expect(made.headers.get('cache-control')).toBe('no-store')
  const { token, ...rest } = made.body
  expect(token).toMatch(/^auszug_[\w-]{43}$/)
  expect(rest).toEqual({
    id: expect.stringMatching(/^tok_[0-9a-z]{26}$/),
    name: 'The shop',
    role: 'billing',
    created_at: '2025-10-01T07:00:00Z',
    expires_at: null,
    last_used_at: null,
    revoked_at: null,
  })
  const read = await house.call('GET', made.headers.get('location') ?? '')
  expect(read.body).toEqual(rest)
  const list = await house.call<List>('GET', '/v1/api-tokens')
  expect(list.body.data).toContainEqual(rest)
  expect(list.text).not.toContain(token)
})

test('it opens the door until it is revoked, and says when it was last used', async () => {
  const { id, token } = (await make()).body
  expect(await readWith(token)).toBe(200)
  const path = `/v1/api-tokens/${id}`
  expect((await house.call('GET', path)).body.last_used_at).toBe('2025-10-01T07:00:00Z')
  expect((await house.call('DELETE', path)).status).toBe(204)
  expect(await readWith(token)).toBe(401)
  house.clock.set('2025-10-01T10:00:00+02:00')
  expect((await house.call('DELETE', path)).status).toBe(204)
  expect((await house.call('GET', path)).body.revoked_at).toBe('2025-10-01T07:00:00Z')
})

test('it opens the door until it expires, to the instant', async () => {
  const { token } = (await make({ expires_at: '2025-10-02T00:00:00+02:00' })).body
  house.clock.set('2025-10-01T23:59:59+02:00')
  expect(await readWith(token)).toBe(200)
  house.clock.set('2025-10-02T00:00:00+02:00')
  expect(await readWith(token)).toBe(401)
})

test.each([{ role: 'customer' }, { role: 'system' }, { name: '' }, { expires_at: 'never' }])(
  'there is none with %j',
  async (wrong) => {
    expect((await make(wrong)).status).toBe(422)
  },
)
