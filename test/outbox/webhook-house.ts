import { sql } from 'kysely'
import { deliver } from '../../src/clock/beat.ts'
import { sendBySocket } from '../../src/outbox/by-socket.ts'
import { openHouse } from '../api/house.ts'
import type { House, Json, List } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { Shop } from '../api/shop.ts'
import { openReceiver } from './receiver.ts'
import type { Receiver } from './receiver.ts'

export interface WebhookWire extends Json {
  readonly id: string
  readonly secret: string
  readonly enabled: boolean
}

export interface DeliveryWire extends Json {
  readonly id: string
  readonly state: string
  readonly error: string | null
}

/** A server that tells a receiver behind a socket. Receivers compare stamps with their own clock: this house's begins at today. */
export interface WebhookHouse extends House {
  readonly shop: Shop
  readonly receiver: Receiver
  readonly addWebhook: (body?: Json) => Promise<WebhookWire>
  readonly deliveries: (
    webhook: Pick<WebhookWire, 'id'>,
    query?: string,
  ) => Promise<readonly DeliveryWire[]>
  readonly deliver: () => Promise<void>
  /** Lets time pass, and delivers what is due by then. */
  readonly pass: (ms: number) => Promise<void>
  /** As it was at first: the clock at today, no webhook, and a receiver that takes everything. */
  readonly clear: () => Promise<void>
}

export async function openWebhookHouse(): Promise<WebhookHouse> {
  const receiver = await openReceiver()
  const allowed = ['127.0.0.1']
  const house = await openHouse({
    now: new Date().toISOString(),
    webhookAllow: allowed,
    sendWebhook: sendBySocket(allowed, { timeoutMs: 500 }),
  })
  const { call, clock, database } = house
  return {
    ...house,
    shop: await openShop(house),
    receiver,
    addWebhook: async (body = {}) => {
      const sent = { body: { url: receiver.url, ...body } }
      const reply = await call<WebhookWire>('POST', '/v1/webhooks', sent)
      if (reply.status !== 201) throw new Error(reply.text)
      return reply.body
    },
    deliveries: async ({ id }, query = '') => {
      const path = `/v1/webhooks/${id}/deliveries${query}`
      return (await call<List<DeliveryWire>>('GET', path)).body.data
    },
    deliver: () => deliver(house.deps),
    pass: async (ms) => {
      clock.now += ms
      await deliver(house.deps)
    },
    clear: async () => {
      receiver.clear()
      clock.now = Date.now()
      await sql`delete from webhooks`.execute(database.db)
      await sql`delete from outbox`.execute(database.db)
    },
    close: async () => {
      await house.close()
      await receiver.close()
    },
  }
}

export const issued = { event_types: ['license.issued'] }
export const minute = 60_000
