import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askToken } from '../api/start-up.ts'
import type { Sold } from '../api/shop.ts'
import { enter, openPortalHouse, someone } from './portal.ts'
import type { PortalHouse, Someone } from './portal.ts'

let house: PortalHouse
beforeAll(async () => {
  house = await openPortalHouse({ now: '2026-09-28T11:00:00+02:00' })
})
afterAll(() => house.close())

type Authority = 'object' | 'sign' | 'support'

const read = async ({ license }: Someone) =>
  (await house.call<Sold>('GET', `/v1/licenses/${license.id}`)).body

const seated = async ({ license }: Someone): Promise<string> => {
  const asked = { license_key: license.key, product: house.shop.product, fingerprint: 'till' }
  await askToken(house, { ...asked, machine: 'Kasse 1' })
  const path = `/v1/licenses/${license.id}/activations`
  const { body } = await house.call<{ data: { id: string }[] }>('GET', path)
  return body.data[0]?.id ?? ''
}

const offered = async ({ license }: Someone): Promise<string> => {
  const body = { kind: 'amendment', amendment: { from: 'now', seats: 9 } }
  const path = `/v1/licenses/${license.id}/proposals`
  const made = await house.call<{ id: string }>('POST', path, { body })
  return `/portal/licenses/${license.id}/proposals/${made.body.id}`
}

/** Each act with the rights by which a contact may do it, and what shows that it was done. */
const acts: readonly {
  readonly name: string
  readonly by: readonly Authority[]
  readonly act: (who: Someone) => Promise<readonly [path: string, fields: Record<string, string>]>
  readonly done: (who: Someone) => Promise<boolean>
}[] = [
  {
    name: 'object to the renewal',
    by: ['object'],
    act: async ({ license }) => [
      `/portal/licenses/${license.id}/objection`,
      { effective_on: '2026-09-30' },
    ],
    done: async (who) => (await read(who)).objections.length === 1,
  },
  {
    name: 'accept what is proposed',
    by: ['sign'],
    act: async (who) => [await offered(who), { answer: 'accept' }],
    done: async (who) => (await read(who)).seats === 9,
  },
  {
    name: 'ask to take an objection back',
    by: ['sign'],
    act: async ({ license }) => {
      const body = { side: 'customer', channel: 'phone' }
      await house.call('POST', `/v1/licenses/${license.id}/objections`, { body })
      return [`/portal/licenses/${license.id}/take-back`, {}]
    },
    done: async ({ license }) => {
      const path = `/v1/licenses/${license.id}/proposals`
      return (await house.call<{ data: object[] }>('GET', path)).body.data.length === 1
    },
  },
  {
    name: 'free a seat',
    by: ['object', 'sign', 'support'],
    act: async (who) => [`/portal/licenses/${who.license.id}/machines/${await seated(who)}`, {}],
    done: async (who) => (await read(who)).seats_used === 0,
  },
]

describe.each(acts)('who may $name', ({ by, act, done }) => {
  test.each(['object', 'sign', 'support'] as const)('with the right to %s', async (right) => {
    const who = await someone(house, [right])
    const [path, fields] = await act(who)
    const browser = await enter(house, who)
    const { status } = await browser.send(path, fields)
    expect([status, await done(who)]).toEqual(by.includes(right) ? [303, true] : [403, false])
  })

  test('without any right nobody does', async () => {
    const who = await someone(house, [])
    const [path, fields] = await act(who)
    const browser = await enter(house, who)
    expect((await browser.send(path, fields)).status).toBe(403)
    expect(await done(who)).toBe(false)
  })
})

describe('a license key', () => {
  const show = async (may: readonly Authority[]) => {
    const who = await someone(house, may)
    const path = `/v1/licenses/${who.license.id}/keys`
    const { body } = await house.call<{ data: { id: string }[] }>('GET', path)
    const browser = await enter(house, who)
    const page = await browser.get(`/portal/licenses/${who.license.id}`)
    const shown = await browser.send(`/portal/licenses/${who.license.id}/keys/${body.data[0]?.id}`)
    return { who, page, shown }
  }

  test('is masked on the page, and shown to who may sign or ask support, which is an event', async () => {
    const { who, page, shown } = await show(['support'])
    expect(page.html).not.toContain(who.license.key)
    expect(shown.html).toContain(who.license.key)
    const events = await house.call<{ data: { type: string; actor: string }[] }>(
      'GET',
      `/v1/licenses/${who.license.id}/events`,
    )
    expect(events.body.data.at(-1)).toMatchObject({ type: 'key.seen', actor: who.contact })
  })

  test('is not shown to who may only object', async () => {
    const { who, shown } = await show(['object'])
    expect(shown.status).toBe(403)
    expect(shown.html).not.toContain(who.license.key)
  })
})

test('whoever may not object reads who may', async () => {
  const who = await someone(house, ['support'])
  const contacts = [
    { id: who.contact, name: 'S. Helfer', emails: [who.email], may: ['support'] },
    { name: 'C. Chefin', emails: ['chefin@example.com'], may: ['object', 'sign'] },
  ]
  await house.call('PATCH', `/v1/customers/${who.customer}`, { body: { contacts } })
  const { html } = await (await enter(house, who)).get('/portal')
  expect(html).toContain('Objecting to the renewal is for C. Chefin.')
  expect(html).not.toContain(`/portal/licenses/${who.license.id}/objection`)
})

test('a right that is taken away is gone at the next click', async () => {
  const who = await someone(house, ['object'])
  const browser = await enter(house, who)
  const path = `/portal/licenses/${who.license.id}/objection`
  expect((await browser.get(path)).status).toBe(200)
  const contacts = [{ id: who.contact, name: 'N.', emails: [who.email], may: ['support'] }]
  await house.call('PATCH', `/v1/customers/${who.customer}`, { body: { contacts } })
  expect((await browser.send(path, { effective_on: '2026-09-30' })).status).toBe(403)
})
