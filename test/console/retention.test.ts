import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../api/house.ts'
import type { House } from '../api/house.ts'
import { signedIn } from './browser.ts'
import type { Browser } from './browser.ts'

let house: House
let admin: Browser
beforeAll(async () => {
  house = await openHouse()
  admin = await signedIn(house, 'admin')
})
afterAll(() => house.close())

const usual = {
  inquiries: '3',
  inquiries_unit: 'Y',
  evidence: '10',
  evidence_unit: 'Y',
  machines: '90',
  machines_unit: 'D',
  sign_ins: '90',
  sign_ins_unit: 'D',
  deliveries: '90',
  deliveries_unit: 'D',
  access: '3',
  access_unit: 'Y',
}
const keeps = async () => (await house.call('GET', '/v1/retention')).body['keeps']

test('an admin says how long what is kept, or for ever', async () => {
  const { html } = await admin.get('/console/retention')
  expect(html).toContain('Nothing has been erased yet.')
  const fields = { ...usual, inquiries: '18', inquiries_unit: 'M', evidence_unit: 'ever' }
  const sent = await admin.send('/console/retention', fields)
  expect(sent.to).toBe('/console/retention?kept=1')
  expect(await keeps()).toMatchObject({ inquiries: 'P18M', evidence: null, machines: 'P90D' })
  expect((await admin.get('/console/retention?kept=1')).html).toContain('Kept.')
})

test('a length that is too short is named at its field, and nothing that was typed is lost', async () => {
  const before = await keeps()
  for (const sign_ins of ['1', '0', '-1', 'x', '', '9'.repeat(12)]) {
    const sent = await admin.send('/console/retention', { ...usual, machines: '42', sign_ins })
    expect([sign_ins, sent.status]).toEqual([sign_ins, 422])
    expect(sent.html).toContain('Please name a length of at least 7 days')
    expect(sent.html).toContain('value="42"')
  }
  expect(await keeps()).toEqual(before)
})
