import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LicenseWire } from '../api/shop.ts'
import type { List } from '../api/house.ts'
import { enter, openPortalHouse, someone } from '../portal/portal.ts'
import type { PortalHouse } from '../portal/portal.ts'
import { signedIn } from './browser.ts'
import type { Browser } from './browser.ts'
import { perform, shownBy } from './perform.ts'

let house: PortalHouse
let admin: Browser
let billing: Browser
let support: Browser
beforeAll(async () => {
  house = await openPortalHouse({ now: '2026-09-28T11:00:00+02:00' })
  admin = await signedIn(house, 'admin')
  billing = await signedIn(house, 'billing')
  support = await signedIn(house, 'support')
})
afterAll(() => house.close())

const at = (id: string, act = ''): string => `/console/licenses/${id}${act}`
const read = async (id: string) => (await house.call<LicenseWire>('GET', `/v1/licenses/${id}`)).body
const proposals = async (id: string) =>
  (await house.call<List<{ id: string; state: string }>>('GET', `/v1/licenses/${id}/proposals`))
    .body.data
const history = async (id: string) =>
  (await house.call<List>('GET', `/v1/licenses/${id}/events?limit=200`)).body.data.map(
    ({ type }) => type,
  )

/** What is agreed already, and more seats. */
const more = {
  from: 'now',
  seats: '9',
  'cap_orders:read': 'yes',
  'cap_orders:write': 'yes',
  limit_0_name: 'branches',
  limit_0_value: '3',
  agreement_title: 'Nachtrag',
  agreement_version: '2',
  agreement_url: 'https://example.com/nachtrag.pdf',
  reason: 'Sie haben eine neue Filiale',
}

async function proposed(fields: Readonly<Record<string, string>> = more) {
  const who = await someone(house)
  const path = at(who.license.id, '/proposals/amendment')
  const { sheet, done } = await perform(admin, path, fields)
  const [made] = await proposals(who.license.id)
  return { who, id: who.license.id, sheet, done, proposal: made?.id ?? '' }
}

describe('an amendment that is proposed', () => {
  test('is shown with what it changes, until when and for whom, before anything is recorded', async () => {
    const { sheet, done, id } = await proposed()
    expect(sheet.html).toContain('Can be accepted until Wed 30 September 2026, end of day (Berlin)')
    expect(sheet.html).toContain('From the acceptance on: Seats: 3 → 9')
    expect(sheet.html).toContain('“Nachtrag”, version 2')
    expect(sheet.html).toMatch(/who may sign: N\. Beispiel \d+\./)
    expect((await read(id)).seats).toBe(3)
    const page = await admin.get(done.to ?? '')
    expect(page.html).toContain('Proposed to the customer: a change')
    expect(page.html).toContain('Sie haben eine neue Filiale')
    expect(page.html).toMatch(/By [^<]+ on Mon 28 September 2026/)
    expect(await history(id)).toContain('proposal.made')
  })

  test('is not made of what nobody was shown', async () => {
    const { license } = await someone(house)
    const path = at(license.id, '/proposals/amendment')
    const shown = shownBy(await admin.send(path, more))
    const again = await admin.send(path, { ...more, seats: '90', shown })
    expect(again.html).toContain('Nothing has been recorded yet')
    expect(again.html).toContain('Seats: 3 → 90')
    expect(await proposals(license.id)).toEqual([])
  })

  test('is what was agreed once the customer accepts it, and the page says who did', async () => {
    const { who, id, proposal } = await proposed()
    const browser = await enter(house, who)
    const seen = await browser.get(`/portal/licenses/${id}/proposals/${proposal}`)
    expect(seen.html).toContain('href="https://example.com/nachtrag.pdf"')
    await browser.send(`/portal/licenses/${id}/proposals/${proposal}`, { answer: 'accept' })
    expect((await read(id)).seats).toBe(9)
    const { html } = await support.get(at(id))
    expect(html).toMatch(/accepted · N\. Beispiel \d+, Mon 28 September 2026/)
    expect(html).not.toContain('Call it off')
    expect((await admin.get(at(id, `/proposals/${proposal}`))).status).toBe(409)
  })

  test('that the customer declines changes nothing, and the page says so', async () => {
    const { who, id, proposal } = await proposed()
    const path = `/portal/licenses/${id}/proposals/${proposal}`
    await (await enter(house, who)).send(path, { answer: 'decline' })
    expect((await read(id)).seats).toBe(3)
    expect((await support.get(at(id))).html).toMatch(/declined · N\. Beispiel/)
  })

  test('is called off by billing, and nobody accepts it any more', async () => {
    const { who, id, proposal } = await proposed()
    const sheet = await billing.get(at(id, `/proposals/${proposal}`))
    expect(sheet.html).toContain('Seats: 3 → 9')
    const { to } = await billing.send(at(id, `/proposals/${proposal}`), { answer: 'decline' })
    expect((await billing.get(to ?? '')).html).toContain(
      'A proposal to the customer was taken back',
    )
    const path = `/portal/licenses/${id}/proposals/${proposal}`
    const late = await (await enter(house, who)).send(path, { answer: 'accept' })
    expect([late.status, (await read(id)).seats]).toEqual([409, 3])
  })

  test('is not accepted from the console, whatever is sent', async () => {
    const { id, proposal } = await proposed()
    await admin.send(at(id, `/proposals/${proposal}`), { answer: 'accept' })
    expect((await read(id)).seats).toBe(3)
    expect(await proposals(id)).toMatchObject([{ state: 'taken_back' }])
  })

  test('of the next term names its first day', async () => {
    const later = { ...more, seats: '3', from: 'next_term', renewal_term_count: '2' }
    const { sheet } = await proposed({ ...later, renewal_term_unit: 'Y' })
    expect(sheet.html).toContain(
      'From Thu 1 October 2026 (Berlin): Length of a term: 1 year → 2 years',
    )
  })

  test('for a customer where nobody may sign says that nobody can accept it', async () => {
    const { license } = await someone(house, ['object'])
    const sheet = await admin.send(at(license.id, '/proposals/amendment'), more)
    expect(sheet.html).toContain('Nobody at the customer’s may sign so far')
  })

  test('says at its field what does not fit', async () => {
    const { license } = await someone(house)
    const wrong = { ...more, agreement_title: '', agreement_url: 'file:///etc/passwd' }
    const seen = await admin.send(at(license.id, '/proposals/amendment'), wrong)
    expect(seen.status).toBe(422)
    expect(seen.html).toMatch(/id="agreement_title-wrong"/)
    expect(seen.html).toMatch(/id="agreement_url-wrong"/)
    const nothing = { ...more, seats: '3' }
    expect((await admin.send(at(license.id, '/proposals/amendment'), nothing)).status).toBe(422)
  })

  test('is for who sells, and the rest only look', async () => {
    const { id, proposal } = await proposed()
    expect((await support.get(at(id))).html).toContain('Seats: 3 → 9')
    expect((await support.get(at(id))).html).not.toContain('Call it off')
    const sent = await support.send(at(id, `/proposals/${proposal}`), { answer: 'decline' })
    expect(sent.status).toBe(403)
    expect((await support.get(at(id, '/proposals/amendment'))).status).toBe(403)
  })
})

describe('that an objection is taken back', () => {
  const objected = async (side: 'vendor' | 'customer') => {
    const who = await someone(house)
    const body = { side, channel: 'phone' }
    await house.call('POST', `/v1/licenses/${who.license.id}/objections`, { body })
    return who
  }

  test('is proposed by support, and done once the customer accepts', async () => {
    const who = await objected('vendor')
    const { id } = who.license
    const { sheet } = await perform(support, at(id, '/proposals/withdrawal'))
    expect(sheet.html).toContain('the license does not end after Wed 30 September 2026 but renews')
    const [made] = await proposals(id)
    const path = `/portal/licenses/${id}/proposals/${made?.id}`
    await (await enter(house, who)).send(path, { answer: 'accept' })
    expect(await history(id)).toContain('objection.withdrawn')
  })

  test('does not let it renew while the other side’s stands, and nobody is told that it would', async () => {
    const who = await objected('vendor')
    const { id } = who.license
    const body = { side: 'customer', channel: 'phone' }
    await house.call('POST', `/v1/licenses/${id}/objections`, { body })
    const { sheet } = await perform(support, at(id, '/proposals/withdrawal'), { side: 'vendor' })
    expect(sheet.html).toContain('the license still does not renew')
    const [made] = await proposals(id)
    const browser = await enter(house, who)
    const seen = await browser.get(`/portal/licenses/${id}/proposals/${made?.id}`)
    expect(seen.html).toContain('Yours stands: the license still does not renew')
  })

  test('is offered only where one stands', async () => {
    const { license } = await someone(house)
    expect((await admin.get(at(license.id))).html).not.toContain('/proposals/withdrawal')
    expect((await admin.get(at(license.id, '/proposals/withdrawal'))).status).toBe(409)
    const { license: other } = await objected('customer')
    expect((await admin.get(at(other.id))).html).toContain('/proposals/withdrawal')
  })

  test.each([
    ['accept', 'accepted', 'objection.withdrawn'],
    ['decline', 'declined', 'proposal.declined'],
  ] as const)(
    'which the customer asks for, waits on the start page, and support can %s',
    async (answer, state, type) => {
      const who = await objected('customer')
      const { id } = who.license
      await (
        await enter(house, who)
      ).send(`/portal/licenses/${id}/take-back`, {
        reason: 'Wir machen doch weiter',
      })
      const [asked] = await proposals(id)
      const start = await support.get('/console')
      expect(start.html).toContain('asks to take the objection back')
      expect(start.html).toContain(at(id, `/proposals/${asked?.id}`))
      const sheet = await support.get(at(id, `/proposals/${asked?.id}`))
      expect(sheet.html).toContain('Wir machen doch weiter')
      await support.send(at(id, `/proposals/${asked?.id}`), { answer })
      expect(await proposals(id)).toMatchObject([{ state }])
      expect(await history(id)).toContain(type)
      const after = await support.get('/console')
      expect(after.html).not.toContain(at(id, `/proposals/${asked?.id}`))
    },
  )
})
