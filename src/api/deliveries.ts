import { z } from 'zod'
import type { Instant } from '../license/license.ts'
import {
  dismissFailed,
  listDeliveries,
  readDelivery,
  redeliver,
  redeliverFailed,
  tryWebhook,
} from '../store/delivery.ts'
import type { Delivery, WholeDelivery } from '../store/delivery.ts'
import { readWebhook } from '../store/webhook.ts'
import { listRoute } from './list.ts'
import { pageOnWire, pageQuery } from './page.ts'
import { admins } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import type { Answer, Ask } from './route.ts'
import { deliveryAnswer } from './webhook-answers.ts'
import { utc } from './wire.ts'

const deliveryQuery = pageQuery.extend({
  state: z.enum(['waiting', 'delivered', 'failed']).optional(),
  type: z.string().max(64).optional(),
  license: z.string().max(64).optional(),
})

const at = '/v1/webhooks/:webhook'

export const deliveryRoutes = [
  route({
    method: 'POST',
    path: `${at}/test`,
    who: admins,
    summary: 'Sends a webhook a message that tells of nothing, to see whether it arrives.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      return onItsWay(ask, await tryWebhook(ask.deps.db, param(ask, 'webhook'), ask.now))
    },
  }),
  listRoute({
    path: `${at}/deliveries`,
    who: admins,
    summary:
      'Lists what a webhook was told in the last ninety days and what waits, the newest first.',
    query: deliveryQuery,
    item: deliveryAnswer,
    read: async (ask, part) => {
      const { id } = await readWebhook(ask.deps.db, param(ask, 'webhook'))
      const { state, type, license } = ask.query
      const page = await listDeliveries(ask.deps.db, id, { state, type, license, ...part })
      return pageOnWire(page, deliveryOnWire)
    },
  }),
  route({
    method: 'GET',
    path: `${at}/deliveries/:delivery`,
    who: admins,
    summary: 'Reads a delivery: what was sent, and every attempt with the beginning of its answer.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const found = await readDelivery(ask.deps.db, ...placeIn(ask))
      return { body: wholeOnWire(found) }
    },
  }),
  route({
    method: 'POST',
    path: `${at}/deliveries/:delivery/resend`,
    who: admins,
    summary: 'Sends a message again, delivered or not, under the same id.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const [webhook, message] = placeIn(ask)
      await redeliver(ask.deps.db, webhook, message, ask.now)
      return onItsWay(ask, message)
    },
  }),
  route({
    method: 'POST',
    path: `${at}/resend`,
    who: admins,
    summary: 'Sends all messages again that were given up.',
    body: noBody,
    query: noQuery,
    handle: (ask) => counted(ask, redeliverFailed),
  }),
  route({
    method: 'POST',
    path: `${at}/dismissals`,
    who: admins,
    summary:
      'Lets all messages that were given up stay undelivered: nobody is asked to look at them any more.',
    body: noBody,
    query: noQuery,
    handle: (ask) => counted(ask, dismissFailed),
  }),
]

function placeIn(ask: Pick<Ask, 'params'>): readonly [webhook: string, message: string] {
  return [param(ask, 'webhook'), param(ask, 'delivery')]
}

/** It goes out within seconds: its page tells how it went. */
async function onItsWay(ask: Pick<Ask, 'deps' | 'params'>, message: string): Promise<Answer> {
  const delivery = await readDelivery(ask.deps.db, param(ask, 'webhook'), message)
  const location = `/v1/webhooks/${delivery.webhook}/deliveries/${message}`
  return { status: 202, body: deliveryOnWire(delivery), headers: { location } }
}

async function counted(
  ask: Pick<Ask, 'deps' | 'params' | 'now'>,
  work: (db: Ask['deps']['db'], webhook: string, now: Instant) => Promise<number>,
): Promise<Answer> {
  const { id } = await readWebhook(ask.deps.db, param(ask, 'webhook'))
  return { body: { count: await work(ask.deps.db, id, ask.now) } }
}

function deliveryOnWire(delivery: Delivery) {
  const { message: id, webhook, license, type, state, attempts, status, error } = delivery
  return {
    id,
    webhook,
    license,
    type,
    state,
    recorded_at: utc(delivery.recordedAt),
    due_at: utcOrNull(delivery.dueAt),
    attempts,
    delivered_at: utcOrNull(delivery.deliveredAt),
    given_up_at: utcOrNull(delivery.givenUpAt),
    dismissed_at: utcOrNull(delivery.dismissedAt),
    status,
    error,
  }
}

function wholeOnWire(delivery: WholeDelivery) {
  const tried = delivery.tried.map((each) => ({ ...each, at: utc(each.at) }))
  return { ...deliveryOnWire(delivery), body: delivery.body, tried }
}

function utcOrNull(at: Instant | null): string | null {
  return at === null ? null : utc(at)
}
