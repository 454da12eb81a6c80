import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../src/license/actor.ts'
import { eraseDocuments } from '../../src/store/document.ts'
import { openHouse } from './house.ts'
import type { House, Json, List, Refusal } from './house.ts'
import { openShop } from './shop.ts'
import type { Shop, Sold } from './shop.ts'

interface DocumentWire {
  readonly id: string
  readonly name: string
  readonly sha256: string
}

let house: House
let shop: Shop
let sold: Sold
beforeAll(async () => {
  house = await openHouse()
  shop = await openShop(house)
  sold = await shop.sell()
})
afterAll(() => house.close())

interface Sent {
  readonly type?: string
  readonly disposition?: string
  readonly role?: Role
}

async function send(
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  { type = 'application/pdf', disposition, role = 'admin' }: Sent = {},
) {
  const response = await house.app.request(path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${house.tokens[role]}`,
      'content-type': type,
      ...(disposition !== undefined && { 'content-disposition': disposition }),
    },
    body: bytes,
  })
  const body: DocumentWire & Refusal = JSON.parse(await response.text())
  return { status: response.status, headers: response.headers, body }
}

async function get(path: string, role: Role = 'viewer') {
  const response = await house.app.request(path, {
    headers: { authorization: `Bearer ${house.tokens[role]}` },
  })
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, bytes }
}

const at = (license: Sold, what = 'documents'): string => `/v1/licenses/${license.id}/${what}`
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const slip = new Uint8Array(Buffer.from('%PDF-1.7 a slip'))

test.each([0, 1, 23_999, 24_000, 24_001, 960_000, 960_001, 3_000_000])(
  'a document of %i bytes more comes out as it went in',
  async (more) => {
    const bytes = new Uint8Array([...slip, ...randomBytes(more)])
    const sent = await send(at(sold), bytes, { role: 'support' })
    expect(sent.status).toBe(201)
    expect(sent.body).toMatchObject({ size: bytes.length, sha256: hashOf(bytes) })
    const read = await get(sent.headers.get('location') ?? '')
    expect([read.status, hashOf(read.bytes)]).toEqual([200, hashOf(bytes)])
    expect(read.headers.get('content-length')).toBe(String(bytes.length))
  },
)

test('no browser opens it in place, whatever it says that it is', async () => {
  const page = new Uint8Array(Buffer.from('<script>alert(1)</script>'))
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent('K"ündigung\'; x.html')}`
  const { headers, body } = await send(at(sold), page, { type: 'text/plain', disposition })
  expect(body.name).toBe('K"ündigung\'; x.html')
  const read = await get(headers.get('location') ?? '')
  expect(Object.fromEntries(read.headers)).toMatchObject({
    'content-type': 'text/plain',
    'x-content-type-options': 'nosniff',
    'content-disposition':
      "attachment; filename=\"K__ndigung'; x.html\"; filename*=UTF-8''K%22%C3%BCndigung%27%3B%20x.html",
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'cache-control': 'no-store',
  })
})

test.each([
  ['attachment; filename="C:\\\\Scans\\\\slip.pdf"', 'slip.pdf'],
  ['attachment; filename=slip.pdf', 'slip.pdf'],
  ['inline; filename="x"; filename*=utf-8\'\'..%2F..%2Fetc%2Fpasswd', 'passwd'],
  ['attachment', 'document'],
  ['', 'document'],
])('sent as %s it is called %s', async (disposition, name) => {
  expect((await send(at(sold), slip, { disposition })).body.name).toBe(name)
})

describe('a document is refused', () => {
  test.each([
    ['that is a page', slip, { type: 'text/html' }, 415],
    ['that is a picture with script in it', slip, { type: 'image/svg+xml' }, 415],
    ['that does not say what it is', slip, { type: '' }, 415],
    ['that is empty', new Uint8Array(), {}, 422],
    ['of more than ten megabytes', new Uint8Array(10_000_001), {}, 413],
    ['with a name that cannot be kept', slip, { disposition: "a; filename*=UTF-8''%00" }, 422],
    ['with a name that is no UTF-8', slip, { disposition: "a; filename*=UTF-8''%FF" }, 422],
  ])('%s', async (_, bytes, how, status) => {
    expect((await send(at(sold), bytes, how)).status).toBe(status)
  })

  test('that is to belong to what this license does not have', async () => {
    const other = await shop.sell()
    const made = await house.call<{ id: string }>('POST', at(other, 'warnings'), {
      body: { form: 'spoken', text: 'Stop' },
    })
    for (const of of [made.body.id, 'obj_00000000000000000000000000'])
      expect((await send(`${at(sold)}?of=${of}`, slip)).status).toBe(422)
    for (const of of ['lic_00000000000000000000000000', 'nonsense'])
      expect((await send(`${at(sold)}?of=${of}`, slip)).status).toBe(400)
    expect((await send(`/v1/licenses/lic_00000000000000000000000000/documents`, slip)).status).toBe(
      404,
    )
  })
})

test('it is attached to an objection, a warning or an inquiry, and the history holds its hash', async () => {
  const license = await shop.sell()
  const made = async (what: string, body: Json) =>
    (await house.call<{ id: string }>('POST', at(license, what), { body })).body.id
  const owners = [
    await made('objections', { side: 'customer', channel: 'letter' }),
    await made('warnings', { form: 'letter', text: 'Stop' }),
    await made('inquiries', { channel: 'email', topic: 'in_scope', subject: 'x' }),
  ]
  for (const of of owners) await send(`${at(license)}?of=${of}`, slip)
  await send(at(license), slip)
  const { body } = await house.call<List>('GET', at(license))
  expect(body.data.map(({ of }) => of)).toEqual([...owners, null])
  const { body: history } = await house.call<List<{ type: string; data: Json }>>(
    'GET',
    at(license, 'events'),
  )
  const attached = history.data.filter(({ type }) => type === 'document.attached')
  expect(attached.map(({ data }) => [data.of, data.sha256])).toEqual(
    [...owners, null].map((of) => [of, hashOf(slip)]),
  )
})

describe('an agreement refers to a document', () => {
  const agreement = { title: 'Terms', version: '7', accepted_at: '2025-09-30T12:00:00Z' }
  const agreed = (more: Json) => ({ ...agreement, accepted_by: 'N.', ...more })
  const body = (more: Json): Json => ({
    plan: shop.plan,
    customer: shop.customer,
    time_zone: 'Europe/Berlin',
    agreement: agreed(more),
  })

  test('that belongs to nobody, and bears its hash', async () => {
    const terms = (await send('/v1/documents', slip, { role: 'billing' })).body
    const license = await shop.sell({ agreement: agreed({ document: terms.id }) })
    expect(license.agreements).toMatchObject([{ document: terms.id, sha256: terms.sha256 }])
    const other = await house.call<Refusal>('POST', '/v1/licenses', {
      body: body({ document: terms.id, sha256: 'a'.repeat(64) }),
    })
    expect(other.body.errors).toMatchObject([{ pointer: '/agreement/sha256' }])
  })

  test('or to this very license, never to another', async () => {
    const theirs = (await send(at(sold), slip)).body.id
    const amend = (license: Sold) =>
      house.call<Refusal>('POST', at(license, 'amendments'), {
        body: { from: 'now', seats: 5, agreement: agreed({ document: theirs }) },
      })
    expect((await amend(sold)).status).toBe(201)
    const refused = [
      await amend(await shop.sell()),
      await house.call<Refusal>('POST', '/v1/licenses', { body: body({ document: theirs }) }),
    ]
    for (const { body: problem } of refused)
      expect(problem.errors).toMatchObject([{ pointer: '/agreement/document' }])
  })
})

test('once erased it is gone, and its hash stays', async () => {
  const license = await shop.sell()
  const { headers, body } = await send(at(license), slip)
  await eraseDocuments(house.deps.db, sold.id)
  expect((await get(headers.get('location') ?? '')).status).toBe(200)
  await eraseDocuments(house.deps.db, license.id)
  expect((await get(headers.get('location') ?? '')).status).toBe(404)
  const list = await house.call<List>('GET', at(license))
  expect(list.body.data).toMatchObject([{ id: body.id, name: null, sha256: hashOf(slip) }])
})

test('two that are attached at once are both there', async () => {
  const license = await shop.sell()
  await Promise.all([1, 2, 3, 4].map((n) => send(at(license), new Uint8Array([n]))))
  const { body } = await house.call<List>('GET', at(license))
  expect(new Set(body.data.map(({ sha256 }) => sha256)).size).toBe(4)
})
