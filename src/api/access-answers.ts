import { z } from 'zod'

const instant = z.string().meta({ format: 'date-time' })
const role = z.enum(['viewer', 'phone', 'support', 'billing', 'admin'])

export const apiTokenAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    role,
    created_at: instant,
    expires_at: instant.nullable(),
    last_used_at: instant.nullable(),
    revoked_at: instant.nullable(),
  })
  .meta({ id: 'ApiToken' })

export const personAnswer = z
  .object({
    id: z.string(),
    login: z.string(),
    name: z.string(),
    role,
    joined: z.boolean(),
    has_password: z.boolean(),
    identities: z.array(
      z.object({ issuer: z.string(), email: z.string().nullable(), linked_at: instant }),
    ),
    asks_for_code: z.boolean(),
    created_at: instant,
    left_at: instant.nullable(),
  })
  .meta({ id: 'Person', description: 'Somebody at the vendor’s who signs in.' })

export const accessEventAnswer = z
  .object({
    id: z.string(),
    type: z.string(),
    at: instant,
    actor: z.string(),
    about: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({
    id: 'AccessEvent',
    description:
      'Something that was done to who has access, to keys, webhooks or settings, or a sign-in.',
  })
