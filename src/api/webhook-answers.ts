import { z } from 'zod'

const instant = z.string().meta({ format: 'date-time' })

export const webhookAnswer = z
  .object({
    id: z.string(),
    url: z.string(),
    description: z.string(),
    event_types: z.array(z.string()).nullable().meta({ description: 'Null for all.' }),
    enabled: z.boolean(),
    disabled_at: instant.nullable(),
    disabled_why: z.enum(['by_hand', 'gone']).nullable(),
    former_secret_until: instant
      .nullable()
      .meta({ description: 'Until then the secret before signs as well.' }),
    created_at: instant,
  })
  .meta({ id: 'Webhook' })

export const webhookWithSecretAnswer = webhookAnswer
  .extend({ secret: z.string().meta({ description: 'Shown this once.' }) })
  .meta({ id: 'WebhookWithSecret' })

export const deliveryAnswer = z
  .object({
    id: z.string().meta({ description: 'The message’s `webhook-id`.' }),
    webhook: z.string(),
    license: z.string().nullable(),
    type: z.string(),
    state: z.enum(['waiting', 'delivered', 'failed']),
    recorded_at: instant,
    due_at: instant.nullable(),
    attempts: z.int(),
    delivered_at: instant.nullable(),
    given_up_at: instant.nullable(),
    dismissed_at: instant.nullable(),
    status: z.int().nullable(),
    error: z.string().nullable(),
  })
  .meta({ id: 'Delivery' })

export const wholeDeliveryAnswer = deliveryAnswer
  .extend({
    body: z.string().nullable(),
    tried: z.array(
      z.object({
        at: instant,
        ms: z.int(),
        status: z.int().nullable(),
        error: z.string().nullable(),
        answer: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'WholeDelivery' })

export const countAnswer = z.object({ count: z.int() })
