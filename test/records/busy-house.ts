import { erasePersonal } from '../../src/store/event.ts'
import { openHouse } from '../api/house.ts'
import type { House, Json, List } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { Sold } from '../api/shop.ts'
import { askToken } from '../api/start-up.ts'
import { moveTo, ok } from '../stories/bakery.ts'

/** A server that has lived for two years: everything that it can keep, it keeps. */
export interface BusyHouse extends House {
  readonly licenses: readonly Sold[]
  readonly customers: readonly string[]
  /** Others: one that has gone from one customer to another, and a trial. */
  readonly others: readonly string[]
  /** Tokens that were given before, by license. */
  readonly given: ReadonlyMap<string, string>
}

export async function openBusyHouse(): Promise<BusyHouse> {
  const house = await openHouse()
  const first = await openShop(house)
  const second = await openShop(
    house,
    { renewal: 'none', seats: null, support: null },
    { code: 'kassenbuch', algorithm: 'ES256', name: 'Kassenbuch „Süß & Salzig“' },
  )
  const other = await customer(house)
  const licenses = [
    await first.sell({ metadata: { note: 'Größe 🥐', deep: [{ n: 1.5 }] }, agreement }),
    await first.sell({ customer: other, external_refs: { erp: '4711' } }),
    await second.sell({ customer: other, starts_on: '2025-10-01', ends_on: '2026-03-31' }),
    await first.sell({ starts_on: '2020-10-01' }),
    await second.sell(),
  ]
  const given = await start(house, licenses)
  await live(house, licenses)
  for (const { id } of licenses.slice(0, 2)) {
    const keys = await house.call<List>('GET', `/v1/licenses/${id}/keys`)
    const path = `/v1/licenses/${id}/keys/${String(keys.body.data[0]?.['id'])}/replacement`
    const body = { keep_old_until: '2099-01-01T00:00:00Z', reason: 'umgestellt' }
    ok(await house.call('POST', path, { body }))
  }
  const others = [await handOver(house, first.plan), await tryIt(house, first.product)]
  return {
    ...house,
    licenses,
    others,
    customers: [first.customer, second.customer, other],
    given,
  }
}

const scanHeaders = {
  'content-type': 'text/plain',
  'content-disposition': "attachment; filename*=UTF-8''K%C3%BCndigung.txt",
}

const agreement = {
  title: 'Vertrag',
  version: '7',
  language: 'de',
  sha256: 'a'.repeat(64),
  accepted_at: '2025-09-30T12:00:00+02:00',
  accepted_by: 'Frau Ölbäcker',
}

async function customer({ call }: House): Promise<string> {
  const body = {
    name: 'Café “Zum\nZopf”',
    language: 'de',
    external_refs: { stripe: 'cus_123', datev: '10001' },
    contacts: [
      { name: 'Ä. Zopf', phones: ['+49 30 1'], emails: ['zopf@example.com'], may: ['sign'] },
      { name: 'B. Zopf' },
    ],
  }
  return ok(await call<{ id: string }>('POST', '/v1/customers', { body })).id
}

async function start(house: House, licenses: readonly Sold[]): Promise<Map<string, string>> {
  const given = new Map<string, string>()
  for (const { id, key, product } of licenses) {
    const machine = { fingerprint: `till of ${id}`, machine: 'Kasse 1' }
    const reply = ok(await askToken(house, { license_key: key, product, ...machine }))
    given.set(id, reply.token)
  }
  return given
}

/** A license of nobody whom the tests look at. */
async function tryIt({ call }: House, product: string): Promise<string> {
  const trial = { code: 'trial', product, name: 'Trial', capabilities: [], trial: true }
  ok(await call('POST', '/v1/plans', { body: { ...trial, term: 'P30D', renewal: 'none' } }))
  const body = { plan: 'trial', fingerprint: 'till', time_zone: 'Europe/Berlin' }
  return ok(await call<Sold>('POST', '/v1/trials', { body, role: null })).id
}

async function handOver(house: House, plan: string): Promise<string> {
  const post = async (path: string, body: Json) =>
    ok(await house.call<{ id: string }>('POST', path, { body })).id
  const giver = await post('/v1/customers', { name: 'Alt' })
  const receiver = await post('/v1/customers', { name: 'Neu' })
  const sold = { plan, customer: giver, time_zone: 'Europe/Berlin' }
  const license = await post('/v1/licenses', sold)
  const agreements = { giver: agreement, receiver: agreement }
  const reason = 'Die Bäckerei ist verkauft'
  return post(`/v1/licenses/${license}/transfer`, { customer: receiver, reason, agreements })
}

async function live(house: House, [a, b, c, d, e]: readonly Sold[]): Promise<void> {
  const post = async (path: string, body: Json) => ok(await house.call('POST', path, { body }))
  const inquiry = { topic: 'out_of_scope', channel: 'phone', subject: 'Wetter', contact: 'Ä. Zopf' }
  await post(`/v1/licenses/${a?.id}/inquiries`, inquiry)
  await post(`/v1/licenses/${a?.id}/warnings`, { form: 'letter', text: 'Bitte nicht mehr.' })
  const letter = await post(`/v1/licenses/${b?.id}/objections`, {
    side: 'customer',
    channel: 'letter',
  })
  // Longer than one part of it.
  const scan = { text: 'Brief „ohne“ Ende\r\n'.repeat(3000), headers: scanHeaders }
  ok(await house.call('POST', `/v1/licenses/${b?.id}/documents?of=${String(letter.id)}`, scan))
  await moveTo(house, '2026-02-01T10:00:00+01:00')
  await post('/v1/signing-keys/rotation', { algorithm: 'Ed25519' })
  const body = { received_at: '2026-01-31T10:00:00+01:00', reason: 'lag in der Post' }
  ok(await house.call('PUT', `/v1/licenses/${b?.id}/objections/customer/receipt`, { body }))
  const unpaid = { body: { reason: 'unbezahlt' } }
  ok(await house.call('PUT', `/v1/licenses/${d?.id}/suspension`, unpaid))
  const ending = { side: 'vendor', kind: 'good_cause', reason: 'Weiterverkauf' }
  await post(`/v1/licenses/${e?.id}/termination`, {
    ...ending,
    effective_at: '2026-06-01T00:00:00Z',
  })
  await moveTo(house, '2027-01-15T10:00:00+01:00')
  await post(`/v1/licenses/${c?.id}/reinstatement`, { starts_on: '2027-01-15', reason: 'zurück' })
  await post(`/v1/licenses/${a?.id}/objections`, {
    side: 'vendor',
    channel: 'phone',
    reason: 'Wetter',
  })
  const [zopf, streit] = [b?.customer, e?.customer]
  const ended = { body: { reason: 'Drei Mahnungen' } }
  for (const each of [zopf, streit])
    ok(await house.call('PUT', `/v1/customers/${each}/ended-relation`, ended))
  ok(await house.call('DELETE', `/v1/customers/${zopf}/ended-relation`))
  if (e !== undefined) await erasePersonal(house.database.db, e.id)
}
