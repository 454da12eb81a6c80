import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beat } from '../../src/clock/beat.ts'
import { retain } from '../../src/clock/retain.ts'
import { checkHistories } from '../../src/store/check-histories.ts'
import { inTransaction } from '../../src/store/database.ts'
import type { Dossier } from '../../src/token/dossier.ts'
import { verifyDossier } from '../../src/token/verify-dossier.ts'
import { openQuarrel } from './dossier-life.ts'
import type { QuarrelHouse } from './dossier-life.ts'
import { instant, openHouse } from './house.ts'
import type { House, Json, Refusal } from './house.ts'
import { openShop } from './shop.ts'
import { askToken } from './start-up.ts'

/** What goes; the history of who has access, which every house has, has tests of its own. */
const erase = async ({ database }: House, at: string) =>
  Object.fromEntries(
    (await retain(database.db, instant(at)))
      .filter((each) => each.class !== 'access')
      .map((each) => [each.class, each.erased]),
  )
const put = (house: House, body: Json, role: 'admin' | 'billing' = 'admin') =>
  house.call<Json & Refusal>('PUT', '/v1/retention', { body, role })

describe('of a license that is over', () => {
  let house: QuarrelHouse
  beforeAll(async () => {
    house = await openQuarrel()
    house.clock.set('2026-10-01T08:00:00+02:00')
    await house.post('/v1/settlements', {})
  })
  afterAll(() => house.close())

  const dossier = async (): Promise<Dossier> => {
    const headers = { accept: 'application/json' }
    const path = `/v1/licenses/${house.sold.id}/dossier`
    return (await house.call<Dossier>('GET', path, { headers })).body
  }
  const holds = async (): Promise<void> => {
    const verdict = await verifyDossier(await house.file(), await house.keys(), house.receipts)
    expect(verdict).toMatchObject({ outcome: 'holds', findings: [] })
    await inTransaction(house.database.db, checkHistories)
  }

  test('the words of each inquiry go three years after it was logged, and the dossier holds', async () => {
    const hashes = (await dossier()).events.map(({ hash }) => hash)
    expect(await erase(house, '2028-11-03T23:59:59Z')).toEqual({})
    expect(await erase(house, '2028-11-04T00:00:00Z')).toEqual({ inquiries: 2 })
    const [first, second] = (await dossier()).inquiries
    expect(first).toMatchObject({
      topic: 'out_of_scope',
      minutes: 12,
      subject: null,
      contact: null,
    })
    expect(second).toMatchObject({ contact: 'Herr Ofen' })
    await holds()
    expect(await erase(house, '2028-11-18T00:00:00Z')).toEqual({ inquiries: 2 })
    const after = await dossier()
    expect(after.events.map(({ hash }) => hash)).toEqual(hashes)
    expect(after.warnings).toMatchObject([{ text: 'Bitte.\n\nNur zur Software.' }])
    await holds()
  })

  test('evidence goes ten years after the end of its last year, to the last word, and the dossier holds', async () => {
    const words = ['Ölbäcker', 'Zu viele', 'Rechnung offen', 'Kündigung.txt']
    expect(await erase(house, '2036-12-31T23:59:59Z')).toEqual({})
    for (const word of words) expect(JSON.stringify(await dossier())).toContain(word)
    expect(await erase(house, '2037-01-01T00:00:00Z')).toEqual({ evidence: expect.any(Number) })
    const told = await dossier()
    for (const word of words) expect(JSON.stringify(told)).not.toContain(word)
    expect(told.objections).toMatchObject([{ side: 'customer' }, { effective_on: '2026-09-30' }])
    expect(told.documents).toMatchObject([{ name: null, sha256: expect.any(String) }])
    const { rows } = await sql`select from document_parts`.execute(house.database.db)
    expect(rows).toEqual([])
    await holds()
  })

  test('evidence of another that is not over stays, however old it is', async () => {
    const plan = { code: 'ever', product: house.sold.product, name: 'For ever' }
    await house.post('/v1/plans', { ...plan, capabilities: [], renewal: 'none' })
    const accepted_by = 'Frau Immer'
    const agreement = { title: 'Kauf', version: '1', accepted_by }
    const { id } = await house.post<{ id: string }>('/v1/licenses', {
      plan: 'ever',
      customer: house.customer,
      time_zone: 'Europe/Berlin',
      agreement: { ...agreement, accepted_at: '2026-09-01T12:00:00+02:00' },
    })
    expect(await erase(house, '2060-01-01T00:00:00Z')).toEqual({})
    expect((await house.call('GET', `/v1/licenses/${id}/events`)).text).toContain(accepted_by)
  })
})

describe('by itself', () => {
  let house: House
  let license: string
  let key: string
  beforeAll(async () => {
    house = await openHouse({ now: '2026-01-10T09:00:00+01:00' })
    const sold = await (await openShop(house)).sell()
    license = sold.id
    key = sold.key
    await asks('Wo ist der Export?')
  })
  afterAll(() => house.close())

  const asks = (subject: string) => {
    const body = { topic: 'in_scope', channel: 'phone', subject }
    return house.call('POST', `/v1/licenses/${license}/inquiries`, { body })
  }
  const usual = {
    inquiries: 'P3Y',
    evidence: 'P10Y',
    machines: 'P90D',
    sign_ins: 'P90D',
    deliveries: 'P90D',
    access: 'P3Y',
  }

  test('the name of a machine goes ninety days after its seat was freed, and stays while it works', async () => {
    for (const machine of ['Kasse am Fenster', 'Kasse im Lager']) {
      const asked = { license_key: key, product: 'broetchenbringer', fingerprint: machine, machine }
      await askToken(house, asked)
    }
    const path = `/v1/licenses/${license}/activations`
    const { body } = await house.call<{ data: { id: string }[] }>('GET', path)
    expect((await house.call('DELETE', `${path}/${body.data[0]?.id}`)).status).toBe(204)
    expect(await erase(house, '2026-04-10T23:59:59Z')).toEqual({})
    expect(await erase(house, '2026-04-11T00:00:00Z')).toEqual({ machines: 1 })
    const names = await sql<{ machine: string | null }>`
      select machine from activations order by machine`.execute(house.database.db)
    expect(names.rows).toEqual([{ machine: 'Kasse im Lager' }, { machine: null }])
  })

  test('what is kept how long is told with what is usual, and changed by an admin alone', async () => {
    const told = await house.call('GET', '/v1/retention')
    expect(told.body).toMatchObject({
      keeps: usual,
      usual,
      runs: [{ class: 'machines', day: '2026-04-11', erased: 1 }],
    })
    expect((await put(house, { inquiries: 'P1Y' }, 'billing')).status).toBe(403)
    const changed = await put(house, { inquiries: 'P1Y', evidence: null })
    expect(changed.body['keeps']).toEqual({ ...usual, inquiries: 'P1Y', evidence: null })
    const again = await put(house, { evidence: 'P12Y' })
    expect(again.body['keeps']).toEqual({ ...usual, inquiries: 'P1Y', evidence: 'P12Y' })
  })

  test('a length that is too short is refused, and nothing beside it is kept', async () => {
    const refused = await put(house, { machines: 'P7D', evidence: 'P1D' })
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [{ pointer: '/evidence', detail: expect.stringContaining('P1Y to P100Y') }],
    ])
    const told = await house.call('GET', '/v1/retention')
    expect(told.body).toMatchObject({ keeps: { machines: 'P90D' } })
  })

  test('what is kept for ever is kept', async () => {
    await put(house, { inquiries: null, evidence: null })
    expect(await erase(house, '2150-01-01T00:00:00Z')).toEqual({})
  })

  test('erasing runs once a day, so that a shorter length takes effect with the next', async () => {
    expect(await erase(house, '2031-01-10T08:00:00Z')).toEqual({})
    await put(house, { inquiries: 'P1Y' })
    expect(await erase(house, '2031-01-10T23:00:00Z')).toEqual({})
    expect(await erase(house, '2031-01-11T00:00:00Z')).toEqual({ inquiries: 1 })
  })

  test('two replicas at once erase each text once', async () => {
    await asks('Und die Uhrzeit?')
    const at = instant('2032-01-01T00:00:00Z')
    const replicas = [house.database.replica(), house.database.replica()]
    const runs = await Promise.all(replicas.map((db) => retain(db, at)))
    expect(runs.flat()).toEqual([{ class: 'inquiries', erased: 1 }])
    await inTransaction(house.database.db, checkHistories)
  })

  test('the beat of the clock does it, and logs how much it was and never what', async () => {
    await asks('Wie heißt der Koch?')
    house.clock.set('2033-01-01T00:00:00Z')
    await beat(house.deps)
    expect(house.logged).toContainEqual({ event: 'retained', class: 'inquiries', erased: 1 })
    expect(JSON.stringify(house.logged)).not.toContain('Koch')
  })
})

test('a sandbox’s clock does it where it is moved', async () => {
  const sandbox = await openHouse({ sandbox: true })
  const { id } = await (await openShop(sandbox)).sell({ overrides: { renewal: 'none' } })
  const body = { topic: 'in_scope', channel: 'phone', subject: 'Geheim' }
  await sandbox.call('POST', `/v1/licenses/${id}/inquiries`, { body })
  await sandbox.call('PUT', '/v1/sandbox/clock', { body: { now: '2029-01-01T00:00:00Z' } })
  const list = await sandbox.call('GET', `/v1/licenses/${id}/inquiries`)
  expect(list.body).toMatchObject({ data: [{ topic: 'in_scope', subject: null }] })
  await sandbox.close()
})
