import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiClient } from '../../src/remote/index.ts'
import { openHouse, publicUrl } from '../api/house.ts'
import type { House } from '../api/house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})

afterAll(() => house.close())

function client(token?: string) {
  return apiClient({
    server: publicUrl,
    ...(token !== undefined && { token }),
    fetch: async (request) => house.app.fetch(request),
  })
}

test('a customer is made, found and named by the typed client', async () => {
  const api = client(house.tokens.admin)
  const made = await api.POST('/v1/customers', { body: { name: 'Bäckerei Beispiel' } })
  expect(made.response.status).toBe(201)
  const customer = made.data?.id ?? ''
  const found = await api.GET('/v1/customers/{customer}', { params: { path: { customer } } })
  expect(found.data?.name).toBe('Bäckerei Beispiel')
  const listed = await api.GET('/v1/customers', { params: { query: { limit: '1' } } })
  expect(listed.data?.data).toEqual([found.data])
})

test('a refusal is a problem document, with the members that do not fit', async () => {
  const { data, error } = await client(house.tokens.admin).POST('/v1/customers', {
    body: { name: '' },
  })
  expect(data).toBeUndefined()
  expect(error).toMatchObject({ status: 422, errors: [{ pointer: '/name' }] })
})

test('without a token only public calls are answered', async () => {
  const { error } = await client().GET('/v1/customers')
  expect(error?.status).toBe(401)
  const { data } = await client().GET('/.well-known/license-server')
  expect(data?.issuer).toBe(publicUrl)
})
