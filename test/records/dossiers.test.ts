import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeDossier } from '../../src/store/dossier.ts'
import { listEvidenceKeys } from '../../src/store/evidence-key.ts'
import { signDossier } from '../../src/token/dossier.ts'
import type { CustomerId } from '../../src/license/license.ts'
import { verifyDossier } from '../../src/token/verify-dossier.ts'
import { openHouse } from '../api/house.ts'
import type { House, Json } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import { ok } from '../stories/bakery.ts'
import { openBusyHouse } from './busy-house.ts'
import type { BusyHouse } from './busy-house.ts'
import { bringBack, openEmptyHouse, packageOf } from './empty-house.ts'
import { deeds, happen } from './random-history.ts'

async function verdictOn(
  { deps, clock }: Pick<House, 'deps' | 'clock'>,
  license: string,
  about: CustomerId | null = null,
) {
  const dossier = await makeDossier(deps, license, about, clock.now)
  const signed = signDossier(await deps.evidence.signer(deps.db), dossier)
  return verifyDossier(signed, await listEvidenceKeys(deps.db))
}

test('whatever has happened to a license, its dossier holds', async () => {
  const house = await openHouse()
  const yearly = await openShop(house)
  const byHand = await openShop(house, { renewal: 'none', term: 'P3M' }, { code: 'by-hand' })
  const property = fc.asyncProperty(deeds, async (history) => {
    const waiting = { starts: 'first_activation', start_by: '2199-01-01', starts_on: undefined }
    const licenses = [
      await yearly.sell(),
      await yearly.sell({ starts_on: '2024-02-29', time_zone: 'America/Santiago' }),
      await byHand.sell(),
      await yearly.sell(waiting),
    ]
    await happen(house, licenses, history)
    for (const { id } of licenses)
      expect(await verdictOn(house, id)).toMatchObject({ outcome: 'holds', findings: [] })
  })
  await fc.assert(property, { numRuns: 5, endOnFailure: true })
  await house.close()
}, 180_000)

describe('on a server that has lived for years', () => {
  let house: BusyHouse
  beforeAll(async () => {
    house = await openBusyHouse()
  })
  afterAll(() => house.close())

  test('every dossier holds: reinstated, terminated, erased, handed over, tried', async () => {
    for (const id of [...house.licenses.map((each) => each.id), ...house.others])
      expect([id, (await verdictOn(house, id)).findings]).toEqual([id, []])
  })

  test('one that is brought back elsewhere holds by the keys from before, and new ones are signed there', async () => {
    const [{ id } = { id: '' }] = house.licenses
    const keys = await listEvidenceKeys(house.deps.db)
    const secret = 'quite another one'
    const empty = await openEmptyHouse({ now: house.clock.now, secret })
    const headers = { 'auszug-old-secret': 'a secret of the tests' }
    expect((await bringBack(empty, await packageOf(house), headers)).status).toBe(200)
    const there = await makeDossier(empty.deps, id, null, house.clock.now)
    const signed = signDossier(await empty.deps.evidence.signer(empty.deps.db), there)
    expect((await verifyDossier(signed, keys)).findings).toEqual([])
    await empty.close()
  })
})

test('what was corrected, struck and taken back is in the dossier as it is now, and it holds', async () => {
  const house = await openHouse()
  const { id } = await (await openShop(house)).sell()
  const at = `/v1/licenses/${id}`
  const ask = async (method: string, path: string, body: Json) =>
    ok(await house.call<{ id: string }>(method, `${at}${path}`, { body }))
  const inquiry = { topic: 'in_scope', channel: 'phone', subject: 'Vertippt' }
  const [wrong, struck] = [
    await ask('POST', '/inquiries', inquiry),
    await ask('POST', '/inquiries', inquiry),
  ]
  house.clock.set('2025-10-01T09:30:00+02:00')
  const right = { ...inquiry, at: '2025-10-01T08:55:00+02:00', subject: 'Richtig' }
  await ask('PUT', `/inquiries/${wrong.id}`, right)
  await ask('DELETE', `/inquiries/${struck.id}`, {})
  const ending = { side: 'vendor', kind: 'good_cause', reason: 'Doch nicht' }
  await ask('POST', '/termination', { ...ending, effective_at: '2025-12-01T00:00:00Z' })
  await ask('POST', '/termination/withdrawal', { kind: 'error', reason: 'Irrtum' })
  const dossier = await makeDossier(house.deps, id, null, house.clock.now)
  expect(dossier.inquiries).toMatchObject([
    { at: '2025-10-01T06:55:00Z', subject: 'Richtig', struck_at: null },
    { struck_at: '2025-10-01T07:30:00Z' },
  ])
  expect(dossier.terminations).toMatchObject([{ withdrawn_at: '2025-10-01T07:30:00Z' }])
  expect((await verdictOn(house, id)).findings).toEqual([])
  await house.close()
})

test('of a license that was handed over its new customer reads no word from before, and it holds', async () => {
  const house = await openHouse()
  const { sell } = await openShop(house)
  const sold = await sell()
  const post = async (path: string, body: Json) =>
    ok(await house.call<{ id: CustomerId }>('POST', path, { body })).id
  const inquiry = { topic: 'in_scope', channel: 'phone' }
  await post(`/v1/licenses/${sold.id}/inquiries`, { ...inquiry, subject: 'Frage von Alt' })
  const giver = agreed('Frau Alt')
  const receiver = await post('/v1/customers', { name: 'Neu' })
  const agreements = { giver, receiver: agreed('Herr Neu') }
  const asked = { customer: receiver, reason: 'Verkauf', agreements }
  ok(await house.call('POST', `/v1/licenses/${sold.id}/transfer`, { body: asked }))
  await post(`/v1/licenses/${sold.id}/inquiries`, { ...inquiry, subject: 'Frage von Neu' })
  const dossier = await makeDossier(house.deps, sold.id, receiver, house.clock.now)
  const text = JSON.stringify(dossier)
  for (const word of ['Frage von Alt', 'Frau Alt', 'Verkauf']) expect(text).not.toContain(word)
  for (const word of ['Frage von Neu', 'Herr Neu']) expect(text).toContain(word)
  const handed = dossier.events.find(({ type }) => type === 'license.transferred')
  expect(dossier.withheld_to).toBe(handed?.n)
  expect((await verdictOn(house, sold.id, receiver)).findings).toEqual([])
  const stranger = await post('/v1/customers', { name: 'Fremd' })
  for (const nobody of [stranger, sold.customer])
    await expect(
      makeDossier(house.deps, sold.id, `cus_${nobody.slice(4)}`, house.clock.now),
    ).rejects.toThrow('not-found')
  await house.close()
})

function agreed(accepted_by: string): Json {
  const accepted_at = '2025-10-01T08:00:00+02:00'
  return { title: 'Übergabe', version: '1', accepted_at, accepted_by }
}
