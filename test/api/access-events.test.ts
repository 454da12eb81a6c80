import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { retain } from '../../src/clock/retain.ts'
import { codeOf, newCodeSecret, stepAt } from '../../src/store/one-time-code.ts'
import { noteFailure } from '../../src/store/note-sign-in.ts'
import { askForCodes } from '../../src/store/sign-in.ts'
import type { PersonId } from '../../src/store/tables.ts'
import { openBrowser, password, signedIn } from '../console/browser.ts'
import { instant, openHouse } from './house.ts'
import type { House, Json, List, Refusal } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

interface Told {
  readonly id: string
  readonly type: string
  readonly at: string
  readonly actor: string
  readonly about: string | null
  readonly data: Json
}

async function told(query = ''): Promise<readonly Told[]> {
  const path = `/v1/access-events?${query}`
  const { status, body } = await house.call<List<Told>>('GET', path)
  expect([path, status]).toEqual([path, 200])
  return body.data
}
const typesOf = (events: readonly Told[]) => events.map(({ type }) => type)
const admin = async () => {
  const { body } = await house.call<List>('GET', '/v1/api-tokens?role=admin')
  return String(body.data.find(({ name }) => name === 'The tests’ admin')?.['id'])
}
const made = async (path: string, body: Json) =>
  (await house.call<Json & { id: string }>('POST', path, { body })).body

describe('who has access', () => {
  test('is told of by whom, and of whom, whoever changes it by the API', async () => {
    const body = { login: 'b@example.com', name: 'Berta', role: 'viewer' }
    const { id } = await made('/v1/people', body)
    await house.call('PATCH', `/v1/people/${id}`, { body: { role: 'support' } })
    await house.call('PATCH', `/v1/people/${id}`, { body: { role: 'support' } })
    await made(`/v1/people/${id}/invitation`, {})
    await house.call('DELETE', `/v1/people/${id}/sessions`)
    for (let n = 0; n < 2; n++) await house.call('DELETE', `/v1/people/${id}`)
    const events = await told(`who=${id}&order=when`)
    expect(events.map(({ type, data }) => [type, data])).toEqual([
      ['person.invited', { role: 'viewer' }],
      ['person.role_changed', { from: 'viewer', to: 'support' }],
      ['person.invited_again', {}],
      ['person.signed_out', {}],
      ['person.removed', {}],
    ])
    const actors = new Set(events.map(({ actor }) => actor))
    expect(actors).toEqual(new Set([await admin()]))
    expect(events[0]).toMatchObject({ about: id, at: '2025-10-01T07:00:00Z' })
  })

  test('of tokens, webhooks, keys and settings too', async () => {
    const token = await made('/v1/api-tokens', { name: 'The shop', role: 'billing' })
    for (let n = 0; n < 2; n++) await house.call('DELETE', `/v1/api-tokens/${token.id}`)
    expect(await told(`who=${token.id}`)).toMatchObject([
      { type: 'api_token.revoked', data: {} },
      { type: 'api_token.made', data: { name: 'The shop', role: 'billing' } },
    ])
    const url = 'https://shop.example.com/a-secret-of-the-shop'
    const { id } = await made('/v1/webhooks', { url })
    const at = `/v1/webhooks/${id}`
    await house.call('PATCH', at, { body: { description: 'ERP', enabled: false } })
    await house.call('PATCH', at, { body: { enabled: true } })
    await made(`${at}/secret`, {})
    await house.call('DELETE', at)
    const hooks = await told('group=webhooks')
    expect(hooks.map(({ type, data }) => [type, data])).toEqual([
      ['webhook.removed', { name: 'ERP' }],
      ['webhook.secret_changed', { name: 'ERP' }],
      ['webhook.enabled', { name: 'ERP' }],
      ['webhook.disabled', { name: 'ERP', why: 'by_hand' }],
      ['webhook.edited', { name: 'ERP', changed: ['description'] }],
      ['webhook.added', { name: 'shop.example.com' }],
    ])
    await house.call('PUT', '/v1/retention', { body: { machines: 'P30D' } })
    expect((await told('type=retention.changed'))[0]?.data).toEqual({ keeps: { machines: 'P30D' } })
    expect(JSON.stringify(await told('limit=200'))).not.toContain('a-secret')
  })

  test('what is refused is not told', async () => {
    const before = await told('limit=200')
    const body = { login: 'b@example.com', name: 'Berta', role: 'viewer' }
    expect((await house.call<Refusal>('POST', '/v1/people', { body })).body.type).toContain(
      'login-taken',
    )
    const unfit = { body: { machines: 'P1000Y' } }
    expect((await house.call('PUT', '/v1/retention', unfit)).status).toBe(422)
    expect(await told('limit=200')).toEqual(before)
  })

  test('is for admins alone, goes page by page, and comes as CSV', async () => {
    for (const role of ['viewer', 'phone', 'support', 'billing'] as const)
      expect((await house.call('GET', '/v1/access-events', { role })).status).toBe(403)
    const all = await told('limit=200')
    const walked: Told[] = []
    for (let after = ''; ;) {
      const path = `/v1/access-events?limit=3${after}`
      const { body } = await house.call<List<Told>>('GET', path)
      walked.push(...body.data)
      if (body.next === null) break
      after = `&after=${body.next}`
    }
    expect(walked).toEqual(all)
    expect(await told('order=when&limit=200')).toEqual(all.toReversed())
    expect(await told('from=2025-10-02')).toEqual([])
    expect(await told('to=2025-10-01&limit=200')).toEqual(all)
    const file = await house.call('GET', '/v1/access-events?group=tokens', {
      headers: { accept: 'text/csv' },
    })
    expect(file.text).toContain('id,type,at,actor,about,data')
    expect((await house.call('GET', '/v1/access-events?type=none')).status).toBe(400)
  })
})

describe('a key', () => {
  test.each(['signing', 'evidence'] as const)(
    'that signs (%s) keeps why it was revoked, where somebody says so',
    async (kind) => {
      const path = `/v1/${kind}-keys`
      await made(`${path}/rotation`, {})
      const { body: keys } = await house.call<List<Json>>('GET', path)
      const [first, second] = keys.data.map(({ kid }) => String(kid))
      const reason = 'The laptop was stolen'
      await made(`${path}/${first}/revocation`, { reason })
      await made(`${path}/${first}/revocation`, { reason: 'Again' })
      await made(`${path}/${second}/revocation`, {})
      const { body: after } = await house.call<List<Json>>('GET', path)
      const whyOf = (kid: string | undefined) =>
        after.data.find((each) => each['kid'] === kid)?.['revoked_why']
      expect([whyOf(first), whyOf(second)]).toEqual([reason, null])
      const [revoked] = await told(`who=${first}&limit=1`)
      expect(revoked).toMatchObject({ type: `${kind}_key.revoked`, data: { reason } })
      expect(typesOf(await told('group=keys'))).toContain(`${kind}_key.made`)
    },
  )
})

describe('signing in', () => {
  test('is told where it succeeds and where it fails, without what was typed or from where', async () => {
    await signedIn(house, 'support', 'carla')
    const browser = openBrowser(house, '198.51.100.9')
    await browser.send('/console/sign-in', { login: 'carla', password: 'typed by mistake' })
    await browser.send('/console/sign-in', { login: 'typed-by-nobody', password })
    await browser.send('/console/sign-in', { login: 'carla', password })
    const [succeeded, nobody, failed] = await told('group=sign_ins')
    const carla = succeeded?.actor
    expect(succeeded).toMatchObject({
      type: 'sign_in.succeeded',
      about: carla,
      data: { by: 'password', code: false },
    })
    expect(nobody).toMatchObject({ type: 'sign_in.failed', actor: 'stranger', about: null })
    expect(failed).toMatchObject({
      type: 'sign_in.failed',
      actor: 'stranger',
      about: carla,
      data: { at: 'password' },
    })
    const kept = JSON.stringify(
      (await sql`select * from access_events`.execute(house.deps.db)).rows,
    )
    for (const word of ['typed', '198.51.100', 'carla', password]) expect(kept).not.toContain(word)
  })

  test('that has to wait is told once, and a second factor when it is set, used and removed', async () => {
    const dora = await signedIn(house, 'support', 'dora')
    const { db, kek } = house.deps
    const [person] = (await house.call<List>('GET', '/v1/people?limit=200')).body.data.filter(
      ({ login }) => login === 'dora',
    )
    const id = String(person?.['id'])
    const isPerson = (text: string): text is PersonId => text.startsWith('per_')
    if (!isPerson(id)) throw new RangeError('nobody is called dora')
    const secret = newCodeSecret()
    const step = stepAt(Date.now())
    const asked = { secret, code: codeOf(secret, step), recovery: [] }
    await askForCodes(db, kek, id, asked, house.clock.now)
    const browser = openBrowser(house, '198.51.100.10')
    await browser.send('/console/sign-in', { login: 'dora', password })
    await browser.send('/console/sign-in/code', { code: '000000' })
    await browser.send('/console/sign-in/code', { code: codeOf(secret, step + 1) })
    await dora.send('/console/account/no-codes', { proof: password })
    for (let n = 0; n < 9; n++)
      await openBrowser(house, '198.51.100.11').send('/console/sign-in', {
        login: 'dora',
        password: 'wrong',
      })
    const events = await told(`who=${id}&order=when`)
    const unfailed = events.filter(({ type }) => type !== 'sign_in.failed')
    expect(unfailed.map(({ type, data }) => [type, data])).toEqual([
      ['person.invited', { role: 'support' }],
      ['second_factor.set', {}],
      ['sign_in.succeeded', { by: 'password', code: true }],
      ['second_factor.removed', {}],
      ['sign_in.locked', { at: 'password' }],
    ])
    const failed = events.filter(({ type }) => type === 'sign_in.failed')
    expect(failed.map(({ data }) => data['at'])).toEqual(['code', ...Array(5).fill('password')])
  })

  test('that fails ever so often fills no table', async () => {
    const fails = async () => (await told('type=sign_in.failed&limit=200')).length
    for (let n = 0; n < 120; n++)
      await noteFailure(house.deps.db, null, 'password', house.clock.now)
    expect(await fails()).toBe(100)
  })
})

describe('what has happened', () => {
  test.each(["update access_events set actor = 'system'", 'delete from access_events'])(
    'is changed by nobody: %s',
    async (statement) => {
      await expect(sql.raw(statement).execute(house.deps.db)).rejects.toThrow('is refused')
    },
  )

  test('is erased by the job when its time is over, the sign-ins before the rest', async () => {
    const before = await told('limit=200')
    const count = (group: string) => told(`group=${group}&limit=200`)
    await retain(house.deps.db, instant('2025-12-29T00:00:00Z'))
    expect(await told('limit=200')).toEqual(before)
    await retain(house.deps.db, instant('2025-12-31T00:00:00Z'))
    expect([(await count('sign_ins')).length, (await count('tokens')).length]).toEqual([0, 8])
    await retain(house.deps.db, instant('2028-10-02T00:00:00Z'))
    expect(await told()).toEqual([])
  })
})
