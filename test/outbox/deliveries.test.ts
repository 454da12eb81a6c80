import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { List } from '../api/house.ts'
import { issued, minute, openWebhookHouse } from './webhook-house.ts'
import type { DeliveryWire, WebhookHouse } from './webhook-house.ts'

let house: WebhookHouse
beforeAll(async () => {
  house = await openWebhookHouse()
})
afterAll(() => house.close())
beforeEach(() => house.clear())

describe('deliveries', () => {
  test('can be tried, and tell how it went', async () => {
    const webhook = await house.addWebhook(issued)
    const tried = await house.call<DeliveryWire>('POST', `/v1/webhooks/${webhook.id}/test`)
    expect(tried.status).toBe(202)
    expect(tried.body).toMatchObject({ state: 'waiting', type: 'webhook.test' })
    await house.deliver()
    const [message] = house.receiver.received
    expect(message?.body).toMatchObject({ type: 'webhook.test', data: { webhook: webhook.id } })
    expect(message?.id).toBe(tried.body.id)
    const read = await house.call('GET', tried.headers.get('location') ?? '')
    expect(read.body).toMatchObject({
      state: 'delivered',
      attempts: 1,
      status: 204,
      body: message?.text,
      tried: [{ status: 204, error: null, answer: '' }],
    })
  })

  test('that were given up are sent again one by one or together, or are let be', async () => {
    const webhook = await house.addWebhook(issued)
    const path = `/v1/webhooks/${webhook.id}`
    for (let n = 0; n < 3; n++) await house.shop.sell()
    house.receiver.answer((_, response) => response.writeHead(500).end('no'))
    for (let n = 0; n < 40; n++) await house.pass(24 * 60 * minute)
    const failed = await house.deliveries(webhook, '?state=failed')
    expect(failed).toHaveLength(3)
    house.receiver.clear()
    const [{ id } = { id: '' }] = failed
    expect((await house.call('POST', `${path}/deliveries/${id}/resend`)).status).toBe(202)
    await house.deliver()
    expect(house.receiver.received.map((each) => each.id)).toEqual([id])
    expect(await house.deliveries(webhook, '?state=delivered')).toHaveLength(1)
    expect((await house.call('POST', `${path}/resend`)).body).toEqual({ count: 2 })
    house.receiver.answer((_, response) => response.writeHead(410).end())
    await house.deliver()
    expect(await house.deliveries(webhook, '?state=failed')).toHaveLength(1)
    expect((await house.call('POST', `${path}/dismissals`)).body).toEqual({ count: 1 })
    expect((await house.call('POST', `${path}/resend`)).body).toEqual({ count: 0 })
  })

  test('are listed by state, type and license, page by page', async () => {
    const webhook = await house.addWebhook()
    const [one, other] = [await house.shop.sell(), await house.shop.sell()]
    await house.deliver()
    const all = await house.deliveries(webhook)
    expect(all.map(({ license }) => license).slice(-1)).toEqual([one.id])
    expect(
      await house.deliveries(webhook, `?license=${other.id}&type=license.issued`),
    ).toHaveLength(1)
    const first = await house.call<List<DeliveryWire>>(
      'GET',
      `/v1/webhooks/${webhook.id}/deliveries?limit=1`,
    )
    const rest = await house.deliveries(webhook, `?after=${first.body.next}`)
    expect([...first.body.data, ...rest]).toEqual(all)
  })

  test('tell nothing personal of a customer whose data was erased', async () => {
    await house.addWebhook({ event_types: ['license.objected'] })
    const { body: customer } = await house.call<{ id: string }>('POST', '/v1/customers', {
      body: { name: 'Café Vorbei' },
    })
    const { id } = await house.shop.sell({ customer: customer.id })
    const body = { side: 'customer', channel: 'phone', declared_by: 'F. Vorbei', reason: 'genug' }
    await house.call('POST', `/v1/licenses/${id}/objections`, { body })
    house.receiver.answer((_, response) => response.writeHead(500).end('No, F. Vorbei'))
    await house.deliver()
    const kept = async () => {
      const { rows } = await sql<{ text: string }>`
        select concat(o.body, a.answer) as text
        from outbox o join outbox_attempts a on a.entry = o.position`.execute(house.database.db)
      return JSON.stringify(rows)
    }
    expect(await kept()).toContain('Vorbei')
    const ending = { side: 'vendor', kind: 'mistake', reason: 'Versehen' }
    await house.call('POST', `/v1/licenses/${id}/termination`, { body: ending })
    const erased = await house.call('POST', `/v1/customers/${customer.id}/erasure`, {
      body: { reason: 'Art. 17' },
    })
    expect(erased.status).toBe(200)
    expect(await kept()).not.toContain('Vorbei')
  })
})
