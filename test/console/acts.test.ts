import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse } from '../api/house.ts'
import type { House, Json, List } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { LicenseWire, Shop } from '../api/shop.ts'
import { signedIn } from './browser.ts'
import type { Browser, Seen } from './browser.ts'
import { perform, shownBy } from './perform.ts'

let house: House
let shop: Shop
let admin: Browser
let billing: Browser
let support: Browser
beforeAll(async () => {
  house = await openHouse({ now: '2026-09-28T11:00:00+02:00' })
  shop = await openShop(house)
  admin = await signedIn(house, 'admin')
  billing = await signedIn(house, 'billing')
  support = await signedIn(house, 'support')
})
afterAll(() => house.close())

const read = async (id: string) => (await house.call<LicenseWire>('GET', `/v1/licenses/${id}`)).body
const at = (id: string, act: string): string => `/console/licenses/${id}/${act}`

describe('a sheet', () => {
  test('records nothing before somebody has seen what follows from what they entered', async () => {
    const { id } = await shop.sell()
    const seen = await billing.get(at(id, 'suspension'))
    expect(seen.html).toContain('Suspended from now on')
    const fields = { reason: 'Invoice 17 is unpaid', from: '2026-10-05', shown: shownBy(seen) }
    const again = await billing.send(at(id, 'suspension'), fields)
    expect(again.html).toContain('Suspended from Mon 5 October 2026, start of day (Berlin)')
    expect(again.html).toContain('Nothing has been recorded yet')
    expect((await read(id)).suspension).toBeNull()
    const { to } = await billing.send(at(id, 'suspension'), { ...fields, shown: shownBy(again) })
    expect((await read(id)).suspension).toMatchObject({ from: '2026-10-05T00:00:00+02:00' })
    expect((await billing.get(to ?? '')).html).toContain('A suspension was announced')
  })

  test('keeps what was typed, and says at the field what does not fit', async () => {
    const { id } = await shop.sell()
    const fields = { reason: '', from: '2020-01-01' }
    const seen = await billing.send(at(id, 'suspension'), fields)
    expect(seen.status).toBe(422)
    expect(seen.html).toMatch(/id="reason-wrong">Please fill this in/)
    const past = await billing.send(at(id, 'suspension'), { ...fields, reason: 'Unpaid' })
    expect(past.html).toMatch(/id="from-wrong">Please name today or a later day/)
    expect(past.html).toContain('value="2020-01-01"')
    expect(past.html).toContain('Unpaid</textarea>')
  })

  test('shows who has just done it what was recorded, and nobody else what was not', async () => {
    const { id } = await shop.sell()
    const { done } = await perform(billing, at(id, 'suspension'), { reason: 'Unpaid' })
    expect((await billing.get(done.to ?? '')).html).toContain('role="status"')
    const made = await billing.get(`/console/licenses/${id}?done=00000000`)
    expect(made.html).not.toContain('role="status"')
  })
})

describe('by billing', () => {
  test('a suspension is ended, and an announced one called off', async () => {
    const { id } = await shop.sell()
    await perform(billing, at(id, 'suspension'), { reason: 'Unpaid' })
    expect((await read(id)).decision.mode).toBe('export-only')
    const { sheet } = await perform(billing, at(id, 'resumption'))
    expect(sheet.html).toContain('Full again from now on')
    expect((await read(id)).decision.mode).toBe('full')
    await perform(billing, at(id, 'suspension'), { reason: 'Unpaid', from: '2026-10-05' })
    const called = await perform(billing, at(id, 'resumption'))
    expect(called.sheet.html).toContain('The announced suspension does not come')
    expect((await read(id)).suspension).toBeNull()
  })

  test('a term is added where nothing renews by itself, and nowhere else', async () => {
    const { id } = await shop.sell({ overrides: { renewal: 'none' } })
    const sheet = await billing.get(at(id, 'term'))
    expect(sheet.html).toContain('A term from Thu 1 October 2026 to Thu 30 September 2027 (Berlin)')
    await billing.send(at(id, 'term'), { shown: shownBy(sheet) })
    const { body } = await house.call<List<{ ends_on: string }>>('GET', `/v1/licenses/${id}/terms`)
    expect(body.data.map(({ ends_on }) => ends_on)).toEqual(['2026-09-30', '2027-09-30'])
    const renewing = await shop.sell()
    const refused = await billing.get(at(renewing.id, 'term'))
    expect([refused.status, refused.html]).toEqual([
      409,
      expect.stringContaining('The license renews by itself'),
    ])
    const page = await billing.get(`/console/licenses/${renewing.id}`)
    expect(page.html).not.toContain(`${renewing.id}/term"`)
  })
})

describe('by an admin', () => {
  test('a termination ends with a day, and is taken back by the consent of a named person', async () => {
    const { id } = await shop.sell()
    const fields = { kind: 'good_cause', side: 'vendor', reason: 'Resold', on: '2026-10-31' }
    const { sheet } = await perform(admin, at(id, 'termination'), fields)
    expect(sheet.html).toContain('Ends after Sat 31 October 2026, end of day (Berlin)')
    expect((await read(id)).termination).toMatchObject({
      effective_at: '2026-11-01T00:00:00+01:00',
      kind: 'good_cause',
      side: 'vendor',
    })
    const shown = (await support.get(`/console/licenses/${id}`)).html
    expect(shown).toContain('For good cause · “Resold”')
    const back = at(id, 'termination/withdrawal')
    const nameless = await admin.send(back, { kind: 'agreed' })
    expect(nameless.html).toMatch(/id="agreed_by-wrong">Please fill this in/)
    await perform(admin, back, { agreed_by: 'N. Beispiel', agreed_how: 'on the phone' })
    expect((await read(id)).termination).toBeNull()
  })

  test('a mutual termination is by both, at once, and the license comes back by a reinstatement', async () => {
    const { id } = await shop.sell()
    const ending = { kind: 'mutual', side: 'vendor', reason: 'Agreed in writing' }
    const { sheet } = await perform(admin, at(id, 'termination'), ending)
    expect(sheet.html).toContain('Ends at once')
    expect((await read(id)).termination).toMatchObject({ side: 'both', kind: 'mutual' })
    const again = await perform(admin, at(id, 'reinstatement'), { reason: 'They came back' })
    expect(again.sheet.html).toContain(
      'Full again from Mon 28 September 2026 to Mon 27 September 2027 (Berlin)',
    )
    expect((await read(id)).decision.mode).toBe('full')
  })

  test('a license is handed over to a customer who is found by words, with both agreements', async () => {
    const { id } = await shop.sell()
    const { body: buyer } = await house.call<{ id: string }>('POST', '/v1/customers', {
      body: { name: 'Konditorei Übernahme' },
    })
    const party = (name: string) => ({
      [`${name}_title`]: 'Sale of the business',
      [`${name}_version`]: '1',
      [`${name}_accepted_at`]: '2026-09-28',
      [`${name}_accepted_by`]: 'N. Beispiel',
    })
    const fields = { ...party('giver'), ...party('receiver'), reason: 'Sold' }
    const nobody = await admin.send(at(id, 'transfer'), { ...fields, customer: 'Nirgendwo' })
    expect(nobody.html).toMatch(/id="customer-wrong">No other customer is called so/)
    const half = await admin.send(at(id, 'transfer'), {
      ...fields,
      customer: 'übernahme',
      receiver_version: '',
    })
    expect(half.html).toMatch(/id="receiver_version-wrong">Please fill this in/)
    await perform(admin, at(id, 'transfer'), { ...fields, customer: 'übernahme' })
    expect((await read(id)).customer).toBe(buyer.id)
  })

  test('frees the seat of a machine', async () => {
    const { id, key } = await shop.sell()
    const body = { license_key: key, product: 'broetchenbringer', nonce: 'nonce-nonce-nonce-1' }
    const machine = { ...body, fingerprint: 'till one', machine: 'Kasse 1' }
    await house.call('POST', '/v1/tokens', { body: machine, role: null })
    const list = await admin.get(at(id, 'machines'))
    expect(list.html).toContain('Kasse 1')
    const activation = /machines\/(act_\w+)/.exec(list.html)?.[1] ?? ''
    const { sheet } = await perform(admin, at(id, `machines/${activation}`))
    expect(sheet.html).toContain('The seat of Kasse 1 becomes free')
    expect((await read(id)).seats_used).toBe(0)
    expect((await admin.get(at(id, `machines/${activation}`))).status).toBe(404)
  })
})

describe('license keys', () => {
  const tokenBy = async (key: string): Promise<number> => {
    const body = { license_key: key, product: 'broetchenbringer', fingerprint: 'till' }
    return (await house.call('POST', '/v1/tokens', { body, role: null })).status
  }
  const keyIn = ({ html }: Seen): string => /<code>(AUSZUG[^<]+)<\/code>/i.exec(html)?.[1] ?? ''

  const idIn = ({ html }: Seen): string => /name="id" value="(key_\w+)"/.exec(html)?.[1] ?? ''
  const replace = async (path: string, fields: Readonly<Record<string, string>>) =>
    admin.send(path, { id: idIn(await admin.get(path)), ...fields })

  test('another one is shown once, and stands nowhere afterwards', async () => {
    const { id, key } = await shop.sell()
    const fields = { id: idIn(await admin.get(at(id, 'keys'))) }
    const made = keyIn(await admin.send(at(id, 'keys'), fields))
    expect(await tokenBy(made)).toBe(200)
    expect((await admin.send(at(id, 'keys'), fields)).to).toBe(at(id, 'keys'))
    const list = await admin.get(at(id, 'keys'))
    for (const secret of [key, made]) expect(list.html).not.toContain(secret)
    expect(list.html.match(/opens the license</g)).toHaveLength(2)
  })

  test('one is replaced: the old one opens until its day, or ends at once where it has leaked', async () => {
    const { id, key } = await shop.sell()
    const path = async (): Promise<string> =>
      at(id, /keys\/key_\w+\/replacement/.exec((await admin.get(at(id, 'keys'))).html)?.[0] ?? '')
    const first = await path()
    expect((await admin.get(first)).html).toContain('value="2026-10-12"')
    const wrong = await replace(first, { way: 'keep', keep_old_until: '2020-01-01' })
    expect(wrong.html).toMatch(/id="keep_old_until-wrong">Please name today or a later day/)
    const second = keyIn(await replace(first, { way: 'keep', keep_old_until: '2026-10-12' }))
    expect([await tokenBy(key), await tokenBy(second)]).toEqual([200, 200])
    expect((await admin.get(at(id, 'keys'))).html).toContain('until Mon 12 October 2026')
    await replace(await path(), { way: 'leaked', reason: 'Posted in a forum' })
    expect(await tokenBy(key)).toBe(404)
    expect((await admin.get(at(id, 'keys'))).html).toContain('leaked, void since')
    expect((await replace(first, { way: 'end' })).status).toBe(409)
  })
})

test('references are edited as the API edits them; what somebody changed meanwhile is not written over', async () => {
  const { id } = await shop.sell({ external_refs: { stripe: 'sub_1' } })
  const seen = await billing.get(at(id, 'edit'))
  const revision = /name="revision" value="(\d+)"/.exec(seen.html)?.[1] ?? ''
  const fields = {
    revision,
    ref_0_system: 'stripe',
    ref_0_reference: '',
    ref_1_system: 'erp',
    ref_1_reference: '42',
  }
  expect((await billing.send(at(id, 'edit'), fields)).to).toBe(`/console/licenses/${id}`)
  expect((await read(id)).external_refs).toEqual({ erp: '42' })
  const late = await billing.send(at(id, 'edit'), { ...fields, ref_1_reference: '43' })
  expect([late.status, late.html]).toEqual([412, expect.stringContaining('value="43"')])
  expect((await read(id)).external_refs).toEqual({ erp: '42' })
})

test('each is offered to whom it is for, while it can be done', async () => {
  const { id } = await shop.sell()
  const offeredTo = async (browser: Browser): Promise<string[]> => {
    const { html } = await browser.get(`/console/licenses/${id}`)
    const menu = /<details class="more">.*?<\/details>/s.exec(html)?.[0] ?? ''
    const all = [...menu.matchAll(/licenses\/lic_\w+\/([\w/]+)"/g)].map(([, act = '']) => act)
    return all.filter((each) => !['dossier', 'documents'].includes(each))
  }
  expect(await offeredTo(support)).toEqual(['machines'])
  expect(await offeredTo(billing)).toEqual([
    'amendment',
    'proposals/amendment',
    'suspension',
    'machines',
    'edit',
  ])
  expect(await offeredTo(admin)).toEqual([
    'amendment',
    'proposals/amendment',
    'suspension',
    'transfer',
    'termination',
    'machines',
    'keys',
    'edit',
  ])
})

test('where the relation is ended only an admin adds a term, with a reason that is recorded', async () => {
  const body = { name: 'Café Schluss' }
  const { body: customer } = await house.call<{ id: string }>('POST', '/v1/customers', { body })
  const { id } = await shop.sell({ customer: customer.id, overrides: { renewal: 'none' } })
  const relation = `/console/customers/${customer.id}/relation`
  expect((await admin.send(relation, { reason: '' })).html).toMatch(/id="reason-wrong"/)
  await admin.send(relation, { reason: 'Rude to everybody' })
  const card = await support.get(`/console/customers/${customer.id}`)
  expect(card.html).toContain('ended since Mon 28 September 2026: “Rude to everybody”')
  const refused = await billing.get(at(id, 'term'))
  expect([refused.status, refused.html]).toEqual([
    409,
    expect.stringContaining('The relation with this customer is ended'),
  ])
  expect((await admin.send(at(id, 'term'), {})).html).toMatch(/id="override-wrong"/)
  await perform(admin, at(id, 'term'), { override: 'One last year' })
  const { body: events } = await house.call<List<Json & { type: string }>>(
    'GET',
    `/v1/licenses/${id}/events?limit=100`,
  )
  expect(events.data.map(({ type }) => type)).toContain('relation.overridden')
  await admin.send(`${relation}/resumption`, { reason: '' })
  const after = await support.get(`/console/customers/${customer.id}`)
  expect(after.html).not.toContain('ended since')
})
