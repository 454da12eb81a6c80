import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import type { House, Json, Reply } from './house.ts'
import { openShop } from './shop.ts'
import type { Sold } from './shop.ts'

const phone = '+49 30 7654321'
const email = 'heimlich@example.com'
const person = 'Frau Geheim'
const words = 'Something that only they know'

let house: House
let sold: Sold
let apiToken: string
const replies: Reply<Json>[] = []
beforeAll(async () => {
  house = await openHouse()
  const shop = await openShop(house)
  const call = async (
    method: string,
    path: string,
    body?: Json,
    headers = {},
  ): Promise<Reply<Json>> => {
    const reply = await house.call(method, path, { body, headers })
    replies.push(reply)
    return reply
  }
  const contacts = [{ name: person, phones: [phone], emails: [email], may: ['object'] }]
  const references = { crm: email }
  const customer = await call(
    'POST',
    '/v1/customers',
    { name: person, contacts, external_refs: references },
    { 'idempotency-key': email },
  )
  sold = await shop.sell({ customer: customer.body.id, metadata: { note: words } })
  apiToken = String(
    (await call('POST', '/v1/api-tokens', { name: person, role: 'viewer' })).body.token,
  )
  const at = `/v1/licenses/${sold.id}`
  const asked = {
    license_key: sold.key,
    product: shop.product,
    fingerprint: words,
    machine: person,
  }
  await call('POST', '/v1/tokens', asked)
  await call('POST', '/v1/tokens', { ...asked, product: 'other' })
  await call('POST', '/v1/tokens', { ...asked, nonce: sold.key })
  await call('DELETE', `/v1/activations/${sold.key}`, undefined, {
    authorization: `License ${sold.key}`,
  })
  await call('GET', `${at}/keys`)
  await call('POST', `${at}/inquiries`, {
    topic: 'in_scope',
    channel: 'phone',
    subject: words,
    contact: person,
  })
  await call('POST', `${at}/objections`, {
    side: 'customer',
    channel: 'phone',
    declared_by: person,
    reason: words,
  })
  await call('GET', '/v1/licenses', undefined, { authorization: `Bearer ${apiToken}` })
  await call('GET', '/v1/licenses', undefined, { authorization: `Bearer ${sold.key}` })
  await call('GET', `/v1/licenses/${sold.key}`)
  await call('GET', `/v1/nothing/${sold.key}?phone=${encodeURIComponent(phone)}`)
  await call('GET', `/v1/licenses?email=${email}`)
  await call(apiToken.replaceAll('_', '-'), '/v1/licenses')
  await call('POST', '/v1/customers', { name: person, contacts, external_refs: references })
  await call('POST', '/v1/customers', { name: person, [email]: phone })
  for (const table of ['customers', 'license_keys', 'api_tokens']) {
    await sql`alter table ${sql.table(table)} rename to ${sql.table(`${table}_away`)}`.execute(
      house.deps.db,
    )
    await call('POST', '/v1/customers', { name: person, contacts })
    await call('POST', '/v1/tokens', asked)
    await sql`alter table ${sql.table(`${table}_away`)} rename to ${sql.table(table)}`.execute(
      house.deps.db,
    )
  }
})
afterAll(() => house.close())

test('one line is logged for every request, with its id, and nothing that a person or a key is known by', () => {
  const requests = house.logged.filter(({ event }) => event === 'request')
  const ids = requests.map(({ id }) => id)
  expect(new Set(ids).size).toBe(requests.length)
  for (const { headers } of replies) expect(ids).toContain(headers.get('x-request-id'))
  for (const { route, ...entry } of requests) {
    expect(String(route)).toMatch(/^(null|\/[\w/:.-]*)$/)
    expect(entry).toEqual({
      event: 'request',
      id: expect.stringMatching(/^req_/),
      method: expect.stringMatching(/^([A-Z]+|other)$/),
      status: expect.any(Number),
      ms: expect.any(Number),
    })
  }
})

test('no log line carries a key, a token, a phone number, an e-mail address, a name or a word of theirs', () => {
  expect(house.logged.filter(({ event }) => event === 'fault')).toHaveLength(3)
  const log = JSON.stringify(house.logged)
  const tokens = [apiToken, ...Object.values(house.tokens)]
  for (const secret of [sold.key, sold.key.slice(7), ...tokens, phone, email, person, words])
    expect(log).not.toContain(secret)
  expect(log).not.toMatch(/eyJ[\w-]+\./)
})

test('no address that the server gives carries one either', () => {
  for (const { headers } of replies)
    for (const name of ['location', 'link', 'content-location', 'set-cookie'])
      expect(headers.get(name) ?? '').not.toMatch(/AUSZUG-|auszug_|@|%40|\+49|%2B49/)
})

test('a fault tells the caller no more than where to ask', () => {
  const faults = replies.filter(({ status }) => status >= 500)
  expect(faults).toHaveLength(3)
  for (const { body } of faults)
    expect(body).toEqual({
      type: 'https://licenses.example.com/problems#internal',
      title: 'A fault of ours',
      status: 500,
      detail: 'Try again; if it stays, report the instance of this answer.',
      instance: expect.stringMatching(/^req_/),
    })
})
