import { sql } from 'kysely'
import { getCountries, getExampleNumber, parsePhoneNumber } from 'libphonenumber-js'
import examples from 'libphonenumber-js/mobile/examples'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../src/license/actor.ts'
import { digitsOf, matchOf } from '../../src/web/phone-number.ts'
import { openHouse } from './house.ts'
import type { House, Json, Refusal } from './house.ts'
import { openShop } from './shop.ts'
import type { LicenseWire, Shop, Sold } from './shop.ts'

interface Card {
  readonly match: 'exact' | 'likely'
  readonly customer: { readonly id: string; readonly name: string; readonly contacts: Json[] }
  readonly contact: string | null
  readonly license: string | null
  readonly licenses: readonly {
    readonly license: LicenseWire
    readonly support: Json
    readonly recent_inquiries: readonly Json[]
    readonly warnings: Json
  }[]
}

let house: House
let shop: Shop
let bakery: string
let sold: Sold
beforeAll(async () => {
  house = await openHouse({ now: '2026-05-05T12:00:00+02:00' })
  shop = await openShop(house)
  bakery = await customer('Bäckerei Sonne & Söhne GmbH', 'de', [
    { name: 'Jürgen Weiß', phones: ['030 / 123 45-67', '+49 171 5550100'], may: ['sign'] },
    { name: 'Ines Öztürk', emails: ['Ines.Oeztuerk@Example.com'] },
  ])
  await customer('Café Wien', 'de-AT', [{ name: 'A. Huber', phones: ['030 1234567'] }])
  await customer('Panetteria Roma', 'it', [{ name: 'C. Rossi', phones: ['06 1234 5678'] }])
  await customer('Acme Bread', 'en-US', [{ name: 'J. Doe', phones: ['(415) 555-2671 ext. 12'] }])
  await customer('Nord', 'en', [
    { name: 'K.', phones: ['0151 2345678', '+47 22 12 34 56'], emails: ['k@nord.example'] },
  ])
  sold = await shop.sell({ customer: bakery, external_refs: { datev: 'K-10023' } })
})
afterAll(() => house.close())

async function customer(name: string, language: string, contacts: Json[]): Promise<string> {
  const body = { name, language, contacts, external_refs: { erp: `ERP ${name}` } }
  return (await house.call<{ id: string }>('POST', '/v1/customers', { body })).body.id
}

async function lookUp(body: Json, role: Role = 'phone'): Promise<readonly Card[]> {
  const reply = await house.call<{ data: Card[] }>('POST', '/v1/lookup', { body, role })
  if (reply.status !== 200) throw new Error(reply.text)
  return reply.body.data
}

const found = async (body: Json): Promise<string[]> =>
  (await lookUp(body)).map(({ match, customer: { name } }) => `${match}: ${name}`)

describe('a phone number is found', () => {
  test.each([
    ['+49301234567', 'exact: Bäckerei Sonne & Söhne GmbH'],
    ['+49 30 1234567', 'exact: Bäckerei Sonne & Söhne GmbH'],
    ['+49 (0)30 123-4567', 'exact: Bäckerei Sonne & Söhne GmbH'],
    ['0049301234567', 'exact: Bäckerei Sonne & Söhne GmbH'],
    ['00 49 30 / 1234567', 'exact: Bäckerei Sonne & Söhne GmbH'],
    ['+43 30 1234567', 'exact: Café Wien'],
    ['0171 5550100', 'exact: Bäckerei Sonne & Söhne GmbH'],
    ['+491715550100', 'exact: Bäckerei Sonne & Söhne GmbH'],
    ['+39 06 12345678', 'exact: Panetteria Roma'],
    ['0612345678', 'exact: Panetteria Roma'],
    ['+14155552671', 'exact: Acme Bread'],
    ['415.555.2671', 'exact: Acme Bread'],
    ['(415) 555-2671', 'exact: Acme Bread'],
    ['+4722123456', 'exact: Nord'],
  ])('%s', async (phone, who) => {
    expect(await found({ phone })).toEqual([who])
  })

  test('where the caller’s country is not said, at every customer whose country makes it that', async () => {
    expect((await found({ phone: '030 1234567' })).sort()).toEqual([
      'exact: Bäckerei Sonne & Söhne GmbH',
      'exact: Café Wien',
    ])
    expect(await found({ phone: '030 1234567', country: 'AT' })).toEqual(['exact: Café Wien'])
  })

  test('as likely where a customer’s own country can only be guessed', async () => {
    expect(await found({ phone: '+49 151 2345678' })).toEqual(['likely: Nord'])
  })

  test.each(['+49301234568', '+1 415 555 2672', '110', 'anonymous', '+', '0'.repeat(40)])(
    '%j is nobody’s, and no error',
    async (phone) => {
      expect(await found({ phone })).toEqual([])
    },
  )

  test('as soon as it is a contact’s, and not once it is nobody’s', async () => {
    expect(await found({ phone: '+33 1 23 45 67 89' })).toEqual([])
    const id = await customer('Boulangerie', 'fr', [{ name: 'P.', phones: ['01.23.45.67.89'] }])
    expect(await found({ phone: '+33 1 23 45 67 89' })).toEqual(['exact: Boulangerie'])
    await sql`update contacts set phones = '["+33 1 23 45 67 00"]' where customer = ${id}`.execute(
      house.deps.db,
    )
    expect(await found({ phone: '+33 1 23 45 67 89' })).toEqual([])
    expect(await found({ phone: '0123456700', country: 'FR' })).toEqual(['exact: Boulangerie'])
  })
})

describe('and by other clues', () => {
  test('an e-mail address, however it is capitalized', async () => {
    const [card] = await lookUp({ email: ' ines.oeztuerk@EXAMPLE.com' })
    expect(card?.customer.id).toBe(bakery)
    const { id } = card?.customer.contacts.find(({ name }) => name === 'Ines Öztürk') ?? {}
    expect(card?.contact).toBe(id)
    expect(await found({ email: 'oeztuerk@example.com' })).toEqual([])
  })

  test('a license key as it is typed, a replaced one too, and says which license it opens', async () => {
    const [card] = await lookUp({ key: sold.key.toLowerCase().replaceAll('-', ' ') })
    expect(card).toMatchObject({ license: sold.id, customer: { id: bakery }, contact: null })
    const path = `/v1/licenses/${sold.id}/keys`
    await house.call('POST', path, { body: { reason: 'lost' } })
    expect((await lookUp({ key: sold.key }))[0]?.license).toBe(sold.id)
    for (const key of ['AUSZUG-1234', `${sold.key.slice(0, -1)}#`, 'x'.repeat(40)])
      expect(await found({ key })).toEqual([])
  })

  test.each([
    'sonne',
    'Baeckerei So',
    'BÄCK soehne',
    'backerei sohne gmbh',
    'Weiss',
    'weiß sonne',
    'Öz',
    'K-10023',
    'ERP Bäckerei Sonne & Söhne GmbH',
  ])('words: %s', async (words) => {
    expect(await found({ words })).toEqual(['exact: Bäckerei Sonne & Söhne GmbH'])
  })

  test.each(['weiß wien', 'onne', 'a', '&', "'; drop table customers --", '\\', ':*', '!', '🥐'])(
    'no words of anybody: %j',
    async (words) => {
      expect(await found({ words })).toEqual([])
    },
  )

  test('an id of the customer or of the license', async () => {
    expect((await lookUp({ words: bakery }))[0]?.customer.id).toBe(bakery)
    expect((await lookUp({ words: sold.id }))[0]?.license).toBe(sold.id)
  })
})

test.each([
  {},
  { phone: '1', words: 'x' },
  { phone: '+49301234567', country: 'XX' },
  { name: 'x' },
])('%j is no question', async (body) => {
  const reply = await house.call<Refusal>('POST', '/v1/lookup', { body, role: 'phone' })
  expect(reply.status).toBe(422)
})

test('the card has all that has to be known while the telephone rings', async () => {
  const at = `/v1/licenses/${sold.id}`
  for (let n = 1; n <= 6; n++) {
    const body = { channel: 'phone', topic: 'out_of_scope', subject: `Call ${n}` }
    await house.call('POST', `${at}/inquiries`, { body })
  }
  await house.call('POST', `${at}/warnings`, { body: { form: 'spoken', text: 'Please stop' } })
  const other = await shop.sell({ customer: bakery })
  const [card] = await lookUp({ phone: '+49301234567' }, 'support')
  const read = async (path: string) => (await house.call('GET', path)).body
  expect(card?.customer).toEqual(await read(`/v1/customers/${bakery}`))
  expect(card?.licenses.map(({ license }) => license.id)).toEqual([other.id, sold.id])
  const mine = card?.licenses[1]
  expect(mine?.license).toEqual(await read(at))
  expect(mine?.support).toEqual(await read(`${at}/support`))
  expect(mine).toMatchObject({
    license: { objection: { last_day: '2026-09-30' }, decision: { mode: 'full' } },
    support: { days_left: 148, fair_use: { used: 6, flagged: true }, contract: { entitled: true } },
    warnings: { count: 1, last_at: '2026-05-05T12:00:00+02:00' },
  })
  expect(mine?.recent_inquiries).toHaveLength(5)
})

test('a card is as if the clock had just ticked', async () => {
  const before = house.clock.now
  house.clock.set('2026-10-02T12:00:00+02:00')
  const [card] = await lookUp({ phone: '+49301234567' })
  expect(card?.licenses.at(-1)?.license.term).toMatchObject({ starts_on: '2026-10-01' })
  house.clock.now = before
})

test('of very many who are called so the answer names ten, and says that there are more', async () => {
  for (let n = 0; n < 12; n++) await customer(`Konditorei Nummer ${n}`, 'de', [])
  const { body } = await house.call<{ data: Card[]; more: boolean }>('POST', '/v1/lookup', {
    body: { words: 'konditorei' },
  })
  expect([body.data.length, body.more]).toEqual([10, true])
})

test('a mobile number of every country is found as it is dialed there, and from abroad', async () => {
  const numbers = getCountries().flatMap((country) => getExampleNumber(country, examples) ?? [])
  const kept = JSON.stringify(numbers.map((number) => number.formatInternational()))
  const { rows } = await sql<{ phone: string; numbers: readonly string[] }>`
    select phone, phone_numbers(jsonb_build_array(phone)) as numbers
    from jsonb_array_elements_text(${kept}::jsonb) as phone`.execute(house.deps.db)
  const formsOf = new Map(rows.map((row) => [row.phone, new Set(row.numbers)]))
  const lost = numbers.flatMap(({ country = 'DE', number }) => {
    const phone = parsePhoneNumber(number).formatInternational()
    const home = parsePhoneNumber(number).formatNational()
    const asked = [number, `00${number.slice(1)}`, home]
    return asked.filter(
      (each) =>
        !digitsOf(each, country).some((digits) => formsOf.get(phone)?.has(digits)) ||
        matchOf(each, phone, country, null) !== 'exact',
    )
  })
  expect(numbers.length).toBeGreaterThan(200)
  expect(lost).toEqual([])
})

test('no log line and no address carries what was asked', () => {
  const log = JSON.stringify(house.logged)
  expect(log).toContain('/v1/lookup')
  for (const secret of ['301234567', 'oeztuerk', 'OEZTUERK', 'sonne', sold.key, '5552671'])
    expect(log.toLowerCase()).not.toContain(secret.toLowerCase())
})
