import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse } from '../api/house.ts'
import type { House, List } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { Shop } from '../api/shop.ts'
import { signedIn } from './browser.ts'
import type { Browser } from './browser.ts'

interface Inquiry {
  readonly id: string
  readonly topic: string
  readonly subject: string
  readonly minutes: number | null
  readonly contact: string | null
  readonly channel: string
  readonly repeats: string | null
  readonly entitled: boolean
}

let house: House
let shop: Shop
let support: Browser
let billing: Browser
beforeAll(async () => {
  house = await openHouse({ now: '2026-09-28T11:00:00+02:00' })
  shop = await openShop(house)
  support = await signedIn(house, 'support')
  billing = await signedIn(house, 'billing')
})
afterAll(() => house.close())

const make = async (name: string, contacts: readonly object[], more: object = {}) => {
  const body = { name, language: 'de', contacts, ...more }
  return (await house.call<{ id: string }>('POST', '/v1/customers', { body })).body.id
}

const ledger = async (license: string) =>
  (await house.call<List<Inquiry>>('GET', `/v1/licenses/${license}/inquiries`)).body.data

/** What the form on a page would send, but for what somebody chooses. */
const entryOn = (html: string): Record<string, string> => ({
  entry: /name="entry" value="([^"]+)"/.exec(html)?.[1] ?? '',
  back: (/name="back" value="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&'),
})

describe('a telephone that rings', () => {
  test('shows who calls, what they are entitled to, how they asked, and what can be done', async () => {
    const customer = await make('Bäckerei Klingel', [
      { name: 'K. Anruf', phones: ['030 / 111 22 33'] },
    ])
    const { id } = await shop.sell({ customer })
    for (const subject of ['Printer', 'Radio', 'Weather', 'Neighbours', 'Printer again'])
      await house.call('POST', `/v1/licenses/${id}/inquiries`, {
        body: { channel: 'phone', topic: 'out_of_scope', subject },
      })
    await house.call('POST', `/v1/licenses/${id}/warnings`, { body: { form: 'spoken' } })
    const { html, status } = await support.get('/console/call?number=%2B49301112233')
    expect(status).toBe(200)
    for (const shown of [
      'K. Anruf',
      'Bäckerei Klingel',
      '+49 30 1112233',
      '11:00 · call open',
      'until Wed 30 September 2026 (2 days)',
      'renews automatically',
      'entitled until Wed 30 September 2026',
      '5 of 5 out of scope in 30 days',
      'Neighbours',
      '28 Sept 2026 spoken',
      `/console/licenses/${id}/end`,
      'ends license and support after Wed 30 September 2026; export stays',
    ])
      expect(html.replaceAll(/<[^>]+>/g, '') + html).toContain(shown)
  })

  test('by a number that two have asks which of them it is, and logs nothing', async () => {
    const phones = ['+49 30 5550000']
    const one = await make('Eins', [{ name: 'A.', phones }])
    const two = await make('Zwei', [{ name: 'B.', phones }])
    const { html } = await support.get('/console/call?number=%2B49305550000')
    expect(html).toContain('Several customers have this number')
    for (const id of [one, two]) expect(html).toContain(`customer=${id}`)
    expect(html).not.toContain('name="topic"')
  })

  test('about one of several licenses shows them all, and the one that was asked about last', async () => {
    const customer = await make('Viele', [{ name: 'V.', phones: ['+49 30 7770000'] }])
    const [first, second] = [await shop.sell({ customer }), await shop.sell({ customer })]
    await house.call('POST', `/v1/licenses/${first.id}/inquiries`, {
      body: { channel: 'phone', topic: 'in_scope', subject: 'About the first' },
    })
    const { html } = await support.get('/console/call?number=%2B49307770000')
    expect(html).toContain('About the first')
    expect(html).toContain(`license=${second.id}`)
    const other = await support.get(`/console/call?customer=${customer}&license=${second.id}`)
    expect(other.html).not.toContain('About the first')
    expect(other.html).toContain(`/console/licenses/${second.id}/inquiries`)
  })

  test('by a number that nobody has finds them by name, and keeps the number by one click', async () => {
    const customer = await make('Neuland', [{ name: 'N. Neu', phones: [] }])
    await shop.sell({ customer })
    const ringing = '/console/call?number=%2B49304443322'
    expect((await support.get(ringing)).html).toContain('Nobody is on record with this number')
    const found = await support.send('/console/call/find', {
      number: '+49304443322',
      words: 'neuland',
    })
    expect(found.html).toContain('Neuland')
    expect(found.html).not.toContain('Keep the number')
    await billing.get(ringing)
    const asked = await billing.send('/console/call/find', {
      number: '+49304443322',
      words: 'neuland',
    })
    const contact = /name="contact" value="(con_\w+)"/.exec(asked.html)?.[1] ?? ''
    const fields = { number: '+49304443322', customer, contact }
    const kept = await billing.send('/console/call/number', fields)
    await billing.send('/console/call/number', fields)
    expect((await billing.get(kept.to ?? '')).html).toContain('The number is kept with N. Neu')
    expect((await support.get(ringing)).html).toContain('N. Neu')
    const { body } = await house.call<{ contacts: { phones: string[] }[] }>(
      'GET',
      `/v1/customers/${customer}`,
    )
    expect(body.contacts.map(({ phones }) => phones)).toEqual([['+49304443322']])
  })

  test('of a customer without a license offers nothing to log', async () => {
    await make('Ohne', [{ name: 'O.', phones: ['+49 30 8880000'] }])
    const { html } = await support.get('/console/call?number=%2B49308880000')
    expect(html).toContain('This customer has no license')
    expect(html).not.toContain('name="topic"')
  })
})

describe('an inquiry', () => {
  test('is logged by a topic and a subject, comes back to the call, and counts once', async () => {
    const { id } = await shop.sell()
    const page = await support.get(`/console/call?customer=${shop.customer}&license=${id}`)
    const fields = { ...entryOn(page.html), topic: 'out_of_scope', subject: 'The printer' }
    const sent = await support.send(`/console/licenses/${id}/inquiries`, fields)
    expect(sent.to).toContain(`/console/call?customer=${shop.customer}&license=${id}&logged=inq_`)
    await support.send(`/console/licenses/${id}/inquiries`, fields)
    expect((await support.get(sent.to ?? '')).html).toContain('Logged at 11:00')
    expect(await ledger(id)).toMatchObject([
      { topic: 'out_of_scope', subject: 'The printer', channel: 'phone', minutes: null },
    ])
  })

  test('that was asked before names the earlier one, and with more to say keeps it', async () => {
    const { id } = await shop.sell()
    const at = `/console/licenses/${id}/inquiries`
    await support.send(at, { topic: 'in_scope', subject: 'How to print' })
    const [first] = await ledger(id)
    await support.send(at, {
      topic: 'repeat',
      repeats: first?.id ?? '',
      subject: 'How to print, again',
      minutes: '7',
      channel: 'email',
      contact: 'N. Beispiel',
    })
    expect((await ledger(id))[0]).toMatchObject({
      repeats: first?.id,
      minutes: 7,
      channel: 'email',
      contact: 'N. Beispiel',
    })
    await support.send(at, { topic: 'in_scope', repeats: first?.id ?? '', subject: 'Another' })
    expect((await ledger(id))[0]).toMatchObject({ topic: 'in_scope', repeats: null })
  })

  test.each([
    [{ subject: 'x' }, 'Please say whether it was in scope'],
    [{ topic: 'in_scope' }, 'Please write what it was about'],
    [{ topic: 'in_scope', subject: 'x', minutes: '1441' }, 'Please write whole minutes'],
    [{ topic: 'in_scope', subject: 'x', minutes: 'two' }, 'Please write whole minutes'],
  ])('that says %j is asked for again, with what was typed', async (fields, wrong) => {
    const { id } = await shop.sell()
    const sent = await support.send(`/console/licenses/${id}/inquiries`, {
      ...fields,
      contact: 'who typed this',
    })
    expect(sent.status).toBe(422)
    expect(sent.html).toContain(wrong)
    expect(sent.html).toContain('who typed this')
    expect(await ledger(id)).toEqual([])
  })

  test('after the end is logged all the same, and says what answering more can be read as', async () => {
    const { id } = await shop.sell({ overrides: { renewal: 'none' }, starts_on: '2025-09-01' })
    const sent = await support.send(`/console/licenses/${id}/inquiries`, {
      topic: 'in_scope',
      subject: 'How do I order now?',
    })
    expect(await ledger(id)).toMatchObject([{ entitled: false }])
    const { html } = await support.get(sent.to ?? '')
    expect(html).toContain('can be read as going on with the contract')
  })

  test('leads nowhere but to the desk', async () => {
    const { id } = await shop.sell()
    const sent = await support.send(`/console/licenses/${id}/inquiries`, {
      topic: 'in_scope',
      subject: 'x',
      back: 'https://evil.example/console',
    })
    expect(sent.to).toMatch(/^\/console\?logged=/)
  })

  test('is corrected or struck within the hour by who logged it, later by an admin with a reason', async () => {
    const { id } = await shop.sell()
    const at = `/console/licenses/${id}/inquiries`
    await support.send(at, { topic: 'in_scope', subject: 'Wrong' })
    const [entry] = await ledger(id)
    const path = `${at}/${entry?.id}`
    expect((await support.get(path)).html).toContain('Save the correction')
    const right = { topic: 'out_of_scope', subject: 'Right' }
    expect((await support.send(path, right)).to).toBe(path)
    expect((await ledger(id))[0]).toMatchObject(right)
    const other = await signedIn(house, 'support', 'another')
    expect((await other.get(path)).html).not.toContain('Save the correction')
    expect((await other.send(path, right)).status).toBe(403)
    house.clock.set('2026-09-28T12:30:00+02:00')
    expect((await support.send(`${path}/strike`)).status).toBe(403)
    const admin = await signedIn(house, 'admin')
    expect((await admin.send(`${path}/strike`)).status).toBe(422)
    await admin.send(`${path}/strike`, { why: 'Logged on the wrong license' })
    expect((await support.get(path)).html).toContain('it counts nowhere')
    house.clock.set('2026-09-28T11:00:00+02:00')
  })
})

test('along its time a license bears its warnings, and all inquiries of a day as one mark', async () => {
  const { id } = await shop.sell()
  const log = (topic: string, at: string) =>
    house.call('POST', `/v1/licenses/${id}/inquiries`, {
      body: { channel: 'phone', topic, subject: 'x', at },
    })
  for (const hour of ['08', '12', '17']) await log('in_scope', `2026-01-12T${hour}:00:00+01:00`)
  await log('out_of_scope', '2026-06-01T09:00:00+02:00')
  await house.call('POST', `/v1/licenses/${id}/warnings`, { body: { form: 'letter' } })
  const { html } = await support.get(`/console/licenses/${id}`)
  const marks = [...html.matchAll(/class="mark (\w+)"[^>]*aria-label="([^"]+)"/g)].map(
    ([, kind, label]) => [kind, label],
  )
  expect(marks).toEqual([
    ['inquiry', '3 inquiries, 12 January 2026'],
    ['beyond', 'An inquiry, 1 June 2026; 1 beyond the scope'],
    ['warning', 'Warning letter, 28 September 2026'],
  ])
})

test('the list of inquiries is filtered by topic, by day, by license and by customer', async () => {
  const customer = await make('Liste', [])
  const { id } = await shop.sell({ customer })
  const log = (topic: string, subject: string, at: string) =>
    house.call('POST', `/v1/licenses/${id}/inquiries`, {
      body: { channel: 'phone', topic, subject, at },
    })
  await log('in_scope', 'Sunflower', '2026-08-01T10:00:00+02:00')
  await log('out_of_scope', 'Moonflower', '2026-09-20T10:00:00+02:00')
  const look = async (query: string) => (await support.get(`/console/inquiries?${query}`)).html
  expect(await look(`license=${id}`)).toMatch(/Moonflower[^]*Sunflower/)
  expect(await look(`customer=${customer}&topic=in_scope`)).not.toContain('Moonflower')
  expect(await look(`license=${id}&since=2026-09-01`)).not.toContain('Sunflower')
  expect(await look(`license=${id}&topic=repeat`)).toContain('Nothing fits this filter')
  expect((await support.get('/console/inquiries?license=lic_nothing')).status).toBe(404)
})

test('no log line bears a number that rang, nor what was asked', () => {
  const log = JSON.stringify(house.logged)
  expect(log).toContain('/console/call')
  for (const secret of ['1112233', '4443322', 'Neuland', 'printer'])
    expect(log).not.toContain(secret)
})
