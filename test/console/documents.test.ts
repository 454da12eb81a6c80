import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../api/house.ts'
import type { House, List } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { Shop } from '../api/shop.ts'
import { openBrowser, signedIn } from './browser.ts'
import type { Browser } from './browser.ts'

interface Document {
  readonly id: string
  readonly of: string | null
  readonly name: string
  readonly media_type: string
  readonly sha256: string
}

let house: House
let shop: Shop
let support: Browser
beforeAll(async () => {
  house = await openHouse({ now: '2026-09-28T11:00:00+02:00' })
  shop = await openShop(house)
  support = await signedIn(house, 'support')
})
afterAll(() => house.close())

const documentsOf = async (license: string) =>
  (await house.call<List<Document>>('GET', `/v1/licenses/${license}/documents`)).body.data

const letter = new File(['%PDF-1.7 <script>alert(1)</script>'], 'Widerspruch „Mai“.pdf', {
  type: 'application/pdf',
})

test('a scanned letter is attached to the objection whose receipt it proves, and saved as it came', async () => {
  const { id } = await shop.sell()
  const { body: objection } = await house.call<{ id: string }>(
    'POST',
    `/v1/licenses/${id}/objections`,
    { body: { side: 'customer', channel: 'letter' } },
  )
  const at = `/console/licenses/${id}/documents`
  const receipt = await support.get(`/console/licenses/${id}/receipt/customer`)
  expect(receipt.html).toContain(`${at}?of=${objection.id}`)
  const sent = await support.upload(at, { file: letter, of: objection.id })
  const [kept] = await documentsOf(id)
  expect(kept).toMatchObject({
    of: objection.id,
    name: 'Widerspruch „Mai“.pdf',
    media_type: 'application/pdf',
    sha256: createHash('sha256')
      .update(Buffer.from(await letter.arrayBuffer()))
      .digest('hex'),
  })
  expect((await support.get(sent.to ?? '')).html).toContain('is attached')
  const { html, headers } = await support.get(`/console/documents/${kept?.id}`)
  expect(html).toBe('%PDF-1.7 <script>alert(1)</script>')
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename=/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'; sandbox")
  expect(headers.get('cache-control')).toBe('no-store')
})

test('an e-mail is known by its name where the browser knows no type for it', async () => {
  const { id } = await shop.sell()
  const mail = new File(['Subject: x'], 'x.eml')
  await support.upload(`/console/licenses/${id}/documents`, { file: mail, of: '' })
  expect(await documentsOf(id)).toMatchObject([{ media_type: 'message/rfc822', of: null }])
})

test.each([
  ['of another kind', new File(['<p>'], 'page.html', { type: 'text/html' })],
  ['without a byte', new File([], 'empty.pdf', { type: 'application/pdf' })],
  [
    'of more than 10 MB',
    new File([new Uint8Array(10_000_001)], 'a.pdf', { type: 'application/pdf' }),
  ],
])('a file %s is not attached, and the form says why', async (_, file) => {
  const { id } = await shop.sell()
  const { status, html } = await support.upload(`/console/licenses/${id}/documents`, { file })
  expect(status).toBe(422)
  expect(html).toContain('Please choose a file of one of these kinds')
  expect(await documentsOf(id)).toEqual([])
})

test('a form of more than that is not even read, and none of a stranger’s is', async () => {
  const { id } = await shop.sell()
  const at = `/console/licenses/${id}/documents`
  const file = new File([new Uint8Array(11_000_000)], 'a.pdf', { type: 'application/pdf' })
  const { status, html } = await support.upload(at, { file })
  expect([status, html.includes('This is too large')]).toEqual([413, true])
  expect((await openBrowser(house).upload(at, { file: letter })).status).toBe(401)
  expect(await documentsOf(id)).toEqual([])
})

test('what belongs to another license is attached to nothing here', async () => {
  const [mine, theirs] = [await shop.sell(), await shop.sell()]
  const { body } = await house.call<{ id: string }>(
    'POST',
    `/v1/licenses/${theirs.id}/objections`,
    {
      body: { side: 'vendor', channel: 'phone' },
    },
  )
  const at = `/console/licenses/${mine.id}/documents`
  expect((await support.upload(at, { file: letter, of: body.id })).status).toBe(422)
  expect(await documentsOf(mine.id)).toEqual([])
})

test('who may only read takes documents along and attaches none', async () => {
  const { id } = await shop.sell()
  const at = `/console/licenses/${id}/documents`
  await support.upload(at, { file: letter, of: '' })
  const viewer = await signedIn(house, 'viewer')
  const { html } = await viewer.get(at)
  expect(html).toContain('Widerspruch')
  expect(html).not.toContain('type="file"')
  expect((await viewer.upload(at, { file: letter })).status).toBe(403)
  expect(await documentsOf(id)).toHaveLength(1)
})
