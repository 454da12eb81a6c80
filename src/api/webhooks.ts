import { z } from 'zod'
import type { Instant } from '../license/license.ts'
import { unfit } from '../license/problem.ts'
import type { Deps } from '../deps.ts'
import {
  editWebhook,
  insertWebhook,
  listWebhooks,
  readWebhook,
  removeWebhook,
  rotateSecret,
} from '../store/webhook.ts'
import type { Webhook, WebhookTerms } from '../store/webhook.ts'
import { listRoute } from './list.ts'
import { pageOnWire, pageQuery } from './page.ts'
import { checkMatch, etagOf } from './precondition.ts'
import { admins } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import type { Answer } from './route.ts'
import { instant, toInstant } from './schema.ts'
import { checkedUrl, webhookBody, webhookEdit } from './webhook-body.ts'
import { webhookAnswer } from './webhook-answers.ts'
import { utc } from './wire.ts'

const rotationBody = z.strictObject({ keep_old_until: instant.optional() })

export const webhookRoutes = [
  route({
    method: 'POST',
    path: '/v1/webhooks',
    who: admins,
    summary: 'Adds a webhook: from now on it is told what happens. Its secret is shown once.',
    body: webhookBody,
    query: noQuery,
    handle: async ({ deps, now, body, actor }) => {
      const terms = {
        url: checkedUrl(deps, body.url),
        description: body.description ?? '',
        eventTypes: body.event_types ?? null,
      }
      const { webhook, secret } = await insertWebhook(deps.db, deps.kek, terms, actor, now)
      return {
        status: 201,
        body: { ...webhookOnWire(webhook), secret },
        headers: { location: `/v1/webhooks/${webhook.id}`, etag: etagOf(webhook.revision) },
      }
    },
  }),
  listRoute({
    path: '/v1/webhooks',
    who: admins,
    summary: 'Lists the webhooks, without their secrets.',
    query: pageQuery,
    item: webhookAnswer,
    read: async ({ deps }, part) => pageOnWire(await listWebhooks(deps.db, part), webhookOnWire),
  }),
  route({
    method: 'GET',
    path: '/v1/webhooks/:webhook',
    who: admins,
    summary: 'Reads a webhook, without its secret.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => answered(await readWebhook(ask.deps.db, param(ask, 'webhook'))),
  }),
  route({
    method: 'PATCH',
    path: '/v1/webhooks/:webhook',
    who: admins,
    summary:
      'Edits a webhook. Disabled, it is told nothing of what happens meanwhile, and what waits for it waits on.',
    body: webhookEdit,
    query: noQuery,
    handle: async (ask) => {
      const edit = (before: Webhook) => {
        checkMatch(ask.headers, before.revision)
        return { ...termsIn(ask.deps, ask.body, before), enabled: ask.body.enabled }
      }
      const { deps, actor, now } = ask
      return answered(await editWebhook(deps.db, param(ask, 'webhook'), actor, now, edit))
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/webhooks/:webhook',
    who: admins,
    summary: 'Takes a webhook away, with what waits for it and the list of what it was told.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      await removeWebhook(ask.deps.db, param(ask, 'webhook'), ask.actor, ask.now)
      return { status: 204 }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/webhooks/:webhook/secret',
    who: admins,
    summary:
      'Gives a webhook a new secret, shown once. For a day, or as long as is said, the old one signs as well.',
    body: rotationBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, body, actor } = ask
      const until = keptUntil(body.keep_old_until, now)
      const id = param(ask, 'webhook')
      const { webhook, secret } = await rotateSecret(deps.db, deps.kek, id, until, actor, now)
      return { status: 201, body: { ...webhookOnWire(webhook), secret } }
    },
  }),
]

const day = 86_400_000

/** @throws Problem unfit */
function keptUntil(asked: string | undefined, now: Instant): Instant {
  if (asked === undefined) return now + day
  const until = toInstant(asked)
  if (until > now + 30 * day)
    throw unfit('/keep_old_until', 'An old secret signs for thirty days at the longest.')
  return until
}

function termsIn(deps: Deps, body: z.infer<typeof webhookEdit>, before: Webhook): WebhookTerms {
  return {
    url: body.url === undefined ? before.url : checkedUrl(deps, body.url),
    description: body.description ?? before.description,
    eventTypes: body.event_types === undefined ? before.eventTypes : body.event_types,
  }
}

function answered(webhook: Webhook): Answer {
  return { body: webhookOnWire(webhook), headers: { etag: etagOf(webhook.revision) } }
}

function webhookOnWire({ id, url, description, eventTypes: types, ...rest }: Webhook) {
  const { createdAt, formerUntil, disabledAt, disabledWhy } = rest
  return {
    id,
    url,
    description,
    event_types: types,
    enabled: disabledAt === null,
    disabled_at: disabledAt === null ? null : utc(disabledAt),
    disabled_why: disabledWhy,
    former_secret_until: formerUntil === null ? null : utc(formerUntil),
    created_at: utc(createdAt),
  }
}
