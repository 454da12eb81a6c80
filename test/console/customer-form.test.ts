import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../api/house.ts'
import type { House, List } from '../api/house.ts'
import { signedIn } from './browser.ts'
import type { Browser, Seen } from './browser.ts'

interface CustomerWire {
  readonly id: string
  readonly name: string
  readonly language: string
  readonly external_refs: Readonly<Record<string, string>>
  readonly contacts: readonly {
    readonly id: string
    readonly name: string
    readonly phones: readonly string[]
    readonly emails: readonly string[]
    readonly may: readonly string[]
  }[]
}

let house: House
let billing: Browser
beforeAll(async () => {
  house = await openHouse({ now: '2026-09-28T11:00:00+02:00' })
  billing = await signedIn(house, 'billing')
})
afterAll(() => house.close())

const read = async (id: string): Promise<CustomerWire> =>
  (await house.call<CustomerWire>('GET', `/v1/customers/${id}`)).body
const hidden = ({ html }: Seen, name: string): string =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? ''

const contact = (n: number, fields: Readonly<Record<string, string>>) => ({
  [`contact_${n}_id`]: '',
  ...Object.fromEntries(Object.entries(fields).map(([name, v]) => [`contact_${n}_${name}`, v])),
})

const add = async (fields: Readonly<Record<string, string>>) => {
  const id = hidden(await billing.get('/console/new-customer'), 'id')
  return { id, seen: await billing.send('/console/new-customer', { id, ...fields }) }
}

test('a customer is added with contacts, and numbers are kept with their country', async () => {
  const { id, seen } = await add({
    name: 'Bäckerei Korn',
    language: 'de',
    ...contact(0, {
      name: 'Änne Korn',
      phones: '030 901820\n+43 1 5132000',
      emails: 'korn@example.com',
      object: 'yes',
      sign: 'yes',
    }),
    ...contact(1, { name: '', phones: '', emails: '', support: 'yes' }),
    ref_0_system: 'erp',
    ref_0_reference: '4711',
  })
  expect(seen.to).toBe(`/console/customers/${id}`)
  expect(await read(id)).toMatchObject({
    name: 'Bäckerei Korn',
    language: 'de',
    external_refs: { erp: '4711' },
    contacts: [
      {
        name: 'Änne Korn',
        phones: ['+49 30 901820', '+43 1 5132000'],
        emails: ['korn@example.com'],
        may: ['object', 'sign'],
      },
    ],
  })
  const card = await billing.get(`/console/customers/${id}`)
  expect(card.html).toContain('030 901820')
  expect(card.html).toContain('tel:+4930901820')
})

test('a form that is sent twice adds one customer', async () => {
  const id = hidden(await billing.get('/console/new-customer'), 'id')
  const fields = { id, name: 'Doppelt & Söhne', language: 'de' }
  const sent = [1, 2, 3].map(() => billing.send('/console/new-customer', fields))
  for (const { to } of await Promise.all(sent)) expect(to).toBe(`/console/customers/${id}`)
  const { body } = await house.call<List<CustomerWire>>('GET', '/v1/customers?limit=200')
  expect(body.data.filter(({ name }) => name === 'Doppelt & Söhne')).toHaveLength(1)
})

test('what does not fit is said at its field, in the language of the desk, and nothing typed is lost', async () => {
  const fields = {
    name: '',
    language: 'de',
    ...contact(0, { name: 'Nur ein Name', phones: '', emails: 'kein at' }),
    ...contact(1, { name: '', phones: '030 1', emails: '' }),
    ref_0_system: 'Groß',
    ref_0_reference: '1',
  }
  const id = hidden(await billing.get('/console/new-customer'), 'id')
  const german = { 'accept-language': 'de' }
  const seen = await billing.send('/console/new-customer', { id, ...fields }, german)
  expect(seen.status).toBe(422)
  expect(seen.html).toMatch(/id="name-wrong">Bitte füllen Sie das aus/)
  expect(seen.html).toMatch(/id="contact_0_emails-wrong">Bitte schreiben Sie E-Mail-Adressen wie/)
  expect(seen.html).toMatch(/id="contact_1_name-wrong">Bitte füllen Sie das aus/)
  expect(seen.html).toContain('Ein System heißt mit Kleinbuchstaben')
  for (const typed of ['Nur ein Name', 'kein at', '030 1', 'Groß'])
    expect(seen.html).toContain(typed)
  expect((await house.call('GET', `/v1/customers/${id}`)).status).toBe(404)
})

test('a reference that another customer has is refused at its place', async () => {
  await add({ name: 'Erste', language: 'de', ref_0_system: 'shop', ref_0_reference: '1' })
  const { seen } = await add({
    name: 'Zweite',
    language: 'de',
    ref_0_system: 'shop',
    ref_0_reference: '1',
  })
  expect([seen.status, seen.html]).toEqual([
    422,
    expect.stringContaining('Another one is called so by this system already'),
  ])
})

test('an edit keeps who a contact is, takes one away, adds one, and leaves numbers that nobody touched', async () => {
  const { body: made } = await house.call<CustomerWire>('POST', '/v1/customers', {
    body: {
      name: 'Café Wandel',
      language: 'de',
      contacts: [
        { name: 'Alt', phones: ['030 / 90 18 20', 'Durchwahl 12'], may: ['support'] },
        { name: 'Weg', emails: ['weg@example.com'] },
      ],
    },
  })
  const path = `/console/customers/${made.id}/edit`
  const form = await billing.get(path)
  expect(form.html).toContain('030 901820')
  const [old, gone] = made.contacts
  const { to } = await billing.send(path, {
    revision: hidden(form, 'revision'),
    name: 'Café Wandel',
    language: 'de',
    ...contact(0, { id: old?.id ?? '', name: 'Alt', phones: '030 901820\nDurchwahl 12' }),
    contact_0_support: 'yes',
    ...contact(1, { id: gone?.id ?? '', name: 'Weg', emails: 'weg@example.com', gone: 'yes' }),
    ...contact(2, { name: 'Neu', phones: '0171 1234567', support: 'yes' }),
  })
  expect(to).toBe(`/console/customers/${made.id}`)
  const { contacts } = await read(made.id)
  expect(contacts.map(({ id, name, phones }) => [id === old?.id, name, phones])).toEqual([
    [true, 'Alt', ['030 / 90 18 20', 'Durchwahl 12']],
    [false, 'Neu', ['+49 171 1234567']],
  ])
})

test('what somebody changed meanwhile is shown beside what was typed, and not written over unseen', async () => {
  const { id } = await add({ name: 'Vorher', language: 'de' })
  const path = `/console/customers/${id}/edit`
  const form = await billing.get(path)
  await house.call('PATCH', `/v1/customers/${id}`, { body: { name: 'Inzwischen' } })
  const mine = { name: 'Meines', language: 'de' }
  const seen = await billing.send(path, { ...mine, revision: hidden(form, 'revision') })
  expect(seen.status).toBe(412)
  expect(seen.html).toContain('Inzwischen')
  expect(seen.html).toContain('value="Meines"')
  expect((await read(id)).name).toBe('Inzwischen')
  await billing.send(path, { ...mine, revision: hidden(seen, 'revision') })
  expect((await read(id)).name).toBe('Meines')
})

test('room for another contact is made without losing what was typed', async () => {
  const fields = { id: '', name: 'Viele', language: 'de', more: '1' }
  const more = { ...contact(0, { name: 'Eins' }), ...contact(1, { name: 'Zwei' }) }
  const { html } = await billing.send('/console/new-customer', { ...fields, ...more })
  expect(html).toContain('value="Eins"')
  expect(html).toContain('name="contact_2_name"')
})

test('who may only read is offered no form', async () => {
  const { id } = await add({ name: 'Nur lesen', language: 'de' })
  const viewer = await signedIn(house, 'viewer')
  const { html } = await viewer.get(`/console/customers/${id}`)
  expect(html).not.toContain(`${id}/edit`)
  expect((await viewer.get(`/console/customers/${id}/edit`)).status).toBe(403)
})
