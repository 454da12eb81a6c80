import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { messageSchemas } from '../../src/api/webhook-message.ts'
import { eventTypes } from '../../src/license/event.ts'
import type { List, Refusal } from '../api/house.ts'
import { isSignedWith } from './receiver.ts'
import { issued, minute, openWebhookHouse } from './webhook-house.ts'
import type { WebhookHouse, WebhookWire } from './webhook-house.ts'

let house: WebhookHouse
beforeAll(async () => {
  house = await openWebhookHouse()
})
afterAll(() => house.close())
beforeEach(() => house.clear())

describe('a message', () => {
  test('is signed as Standard Webhooks says, and tells of an event and of the license', async () => {
    const webhook = await house.addWebhook(issued)
    const license = await house.shop.sell()
    await house.deliver()
    const [message] = house.receiver.received
    if (message === undefined) throw new Error('nothing came')
    expect(isSignedWith(webhook.secret, message)).toBe(true)
    expect(isSignedWith('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', message)).toBe(false)
    expect(isSignedWith(webhook.secret, { ...message, text: `${message.text} ` })).toBe(false)
    expect(message.headers).toMatchObject({ 'content-type': 'application/json' })
    const { body: feed } = await house.call<List<{ id: string; type: string }>>(
      'GET',
      `/v1/licenses/${license.id}/events`,
    )
    expect(message.id).toBe(feed.data.find(({ type }) => type === 'license.issued')?.id)
    const { key: _, ...wire } = license
    expect(message.body).toMatchObject({
      type: 'license.issued',
      data: { event: { id: message.id, license: license.id }, license: wire },
    })
    expect(message.text).not.toContain('personal')
  })

  test('is one that the document describes, whatever it tells of', async () => {
    await house.addWebhook()
    const license = await house.shop.sell({ starts_on: '2025-10-01' })
    const at = `/v1/licenses/${license.id}`
    await house.call('PUT', `${at}/suspension`, { body: { reason: 'unbezahlt' } })
    await house.call('POST', `${at}/objections`, { body: { side: 'vendor', channel: 'phone' } })
    await house.call('POST', `${at}/inquiries`, {
      body: { topic: 'out_of_scope', subject: 'Der Drucker', channel: 'phone' },
    })
    await house.deliver()
    const schemas = messageSchemas()
    expect(Object.keys(schemas).sort()).toEqual([...Object.keys(eventTypes), 'webhook.test'].sort())
    expect(house.receiver.received.length).toBeGreaterThan(4)
    for (const { body } of house.receiver.received)
      expect(schemas[body.type]?.safeParse(body).error?.issues ?? []).toEqual([])
    expect(JSON.stringify(house.receiver.received)).not.toContain('Der Drucker')
  })

  test('that is not taken comes again with the same id and the same words', async () => {
    await house.addWebhook(issued)
    const license = await house.shop.sell()
    house.receiver.answer((_, response) => response.writeHead(500).end('later'))
    await house.deliver()
    await house.call('PATCH', `/v1/licenses/${license.id}`, { body: { metadata: { shop: 7 } } })
    house.receiver.answer((_, response) => response.writeHead(200).end())
    await house.pass(1000)
    expect(house.receiver.received).toHaveLength(1)
    await house.pass(minute)
    const [first, second] = house.receiver.received
    expect(second?.id).toBe(first?.id)
    expect(second?.text).toBe(first?.text)
  })

  test('follows no redirect, and a redirect is no yes', async () => {
    const webhook = await house.addWebhook(issued)
    await house.shop.sell()
    house.receiver.answer((_, response) =>
      response.writeHead(302, { location: '/elsewhere' }).end(),
    )
    await house.deliver()
    expect(house.receiver.received.map(({ path }) => path)).toEqual(['/hook'])
    expect(await house.deliveries(webhook)).toMatchObject([{ state: 'waiting', error: 'redirect' }])
  })

  test('waits no longer than it may, and reads no longer answer than it keeps', async () => {
    const webhook = await house.addWebhook(issued)
    await house.shop.sell()
    house.receiver.answer(() => {})
    await house.deliver()
    expect(await house.deliveries(webhook)).toMatchObject([{ state: 'waiting', error: 'timeout' }])
    house.receiver.answer((_, response) => {
      response.writeHead(500)
      const more = (): void => {
        while (response.write('x'.repeat(65_536)));
        response.once('drain', more)
      }
      more()
    })
    await house.pass(minute)
    const [{ id } = { id: '' }] = await house.deliveries(webhook)
    const { body } = await house.call<{ tried: readonly { answer: string }[] }>(
      'GET',
      `/v1/webhooks/${webhook.id}/deliveries/${id}`,
    )
    expect(body.tried.map(({ answer }) => answer?.length ?? 0)).toEqual([0, 1024])
  })

  test('waits as long as its receiver asks', async () => {
    await house.addWebhook(issued)
    await house.shop.sell()
    house.receiver.answer((_, response) => response.writeHead(429, { 'retry-after': '600' }).end())
    await house.deliver()
    await house.pass(9 * minute)
    expect(house.receiver.received).toHaveLength(1)
    await house.pass(2 * minute)
    expect(house.receiver.received).toHaveLength(2)
  })
})

describe('a webhook', () => {
  test('shows its secret once, and neither lists nor logs carry it', async () => {
    const webhook = await house.addWebhook()
    await house.shop.sell()
    await house.deliver()
    const path = `/v1/webhooks/${webhook.id}`
    const shown = await Promise.all(
      ['/v1/webhooks', path, `${path}/deliveries`].map(async (each) => [
        (await house.call('GET', each)).text,
        (await house.call('GET', each, { headers: { accept: 'text/csv' } })).text,
      ]),
    )
    const { rows } = await sql`select * from webhooks`.execute(house.database.db)
    const all = JSON.stringify([shown, rows, house.logged])
    expect(webhook.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(all).not.toContain(webhook.secret.slice(6))
    expect(all).toContain(webhook.id)
  })

  test('is told by both secrets while it changes them, and by the new one alone after that', async () => {
    const { id, secret: old } = await house.addWebhook(issued)
    const rotated = await house.call<WebhookWire>('POST', `/v1/webhooks/${id}/secret`, {
      body: { keep_old_until: new Date(house.clock.now + 4 * minute).toISOString() },
    })
    const fresh = rotated.body.secret
    await house.shop.sell()
    await house.deliver()
    const [first] = house.receiver.received
    if (first === undefined) throw new Error('nothing came')
    expect([old, fresh].map((each) => isSignedWith(each, first))).toEqual([true, true])
    house.clock.now += 4 * minute
    await house.shop.sell()
    await house.deliver()
    const last = house.receiver.received.at(-1)
    if (last === undefined) throw new Error('nothing came')
    expect([old, fresh].map((each) => isSignedWith(each, last))).toEqual([false, true])
  })

  test('that answers 410 is told nothing any more, until somebody enables it', async () => {
    const webhook = await house.addWebhook(issued)
    await house.shop.sell()
    house.receiver.answer((_, response) => response.writeHead(410).end())
    await house.deliver()
    const path = `/v1/webhooks/${webhook.id}`
    expect((await house.call('GET', path)).body).toMatchObject({
      enabled: false,
      disabled_why: 'gone',
    })
    house.receiver.clear()
    await house.shop.sell()
    await house.pass(60 * minute)
    expect(house.receiver.received).toEqual([])
    expect((await house.call('PATCH', path, { body: { enabled: true } })).body).toMatchObject({
      enabled: true,
      disabled_why: null,
    })
    await house.shop.sell()
    await house.pass(minute)
    expect(house.receiver.received).toHaveLength(1)
  })

  test('that is disabled misses what happens meanwhile, and gets what waited once it is enabled', async () => {
    const webhook = await house.addWebhook(issued)
    const path = `/v1/webhooks/${webhook.id}`
    const before = await house.shop.sell()
    await house.call('PATCH', path, { body: { enabled: false } })
    await house.shop.sell()
    await house.pass(minute)
    expect(house.receiver.received).toEqual([])
    await house.call('PATCH', path, { body: { enabled: true } })
    await house.pass(minute)
    expect(house.receiver.received.map(({ body }) => body.data.license?.id)).toEqual([before.id])
  })

  test('that is taken away takes along what it was told', async () => {
    const webhook = await house.addWebhook()
    await house.shop.sell()
    await house.deliver()
    expect((await house.call('DELETE', `/v1/webhooks/${webhook.id}`)).status).toBe(204)
    const { rows } = await sql`
      select from outbox o left join outbox_attempts a on a.entry = o.position
      where o.target <> 'letters'`.execute(house.database.db)
    expect(rows).toEqual([])
    expect((await house.call('GET', `/v1/webhooks/${webhook.id}/deliveries`)).status).toBe(404)
  })

  test('is edited as it was seen, or not at all', async () => {
    const { id } = await house.addWebhook({ description: 'The shop' })
    const path = `/v1/webhooks/${id}`
    const headers = { 'if-match': '"1"' }
    const body = { event_types: ['license.renewed'] }
    expect((await house.call('PATCH', path, { body, headers })).body).toMatchObject({
      description: 'The shop',
      event_types: ['license.renewed'],
    })
    expect((await house.call('PATCH', path, { body, headers })).status).toBe(412)
  })

  test.each([
    ['http://hooks.example.com/', 'https://'],
    ['https://10.0.0.1/', 'AUSZUG_WEBHOOK_ALLOW'],
    ['https://localhost/', 'AUSZUG_WEBHOOK_ALLOW'],
    ['https://[::ffff:10.0.0.1]:8080/', 'AUSZUG_WEBHOOK_ALLOW'],
    ['https://user:secret@hooks.example.com/', 'password'],
    ['https://hooks.example.com/#top', '#'],
  ])('is not taken at %s', async (url, why) => {
    const reply = await house.call<Refusal>('POST', '/v1/webhooks', { body: { url } })
    expect(reply.status).toBe(422)
    expect(reply.body.errors?.[0]?.pointer).toBe('/url')
    expect(reply.body.errors?.[0]?.detail).toContain(why)
  })
})
