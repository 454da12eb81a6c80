import { z } from 'zod'
import { objectionAnswer } from './answers.ts'

// What answers about evidence look like, beside `answers.ts`.

const instant = z.string().meta({ format: 'date-time' })

const evidenceJwk = z.object({
  kty: z.string(),
  crv: z.string(),
  x: z.string(),
  alg: z.string(),
  kid: z.string(),
  use: z.literal('sig'),
  iat: z.int(),
  exp: z.int().optional(),
  revoked: z.object({ revoked_at: z.int(), reason: z.string() }).optional(),
})

export const evidenceKeySetAnswer = z
  .object({ issuer: z.string(), keys: z.array(evidenceJwk) })
  .meta({
    id: 'EvidenceKeys',
    description: 'Every key that evidence was ever signed with, as a JWK set.',
  })

export const evidenceKeyAnswer = z
  .object({
    kid: z.string(),
    state: z.enum(['active', 'retired', 'revoked']),
    public_key: z.record(z.string(), z.string()),
    created_at: instant,
    retired_at: instant.nullable(),
    revoked_at: instant.nullable(),
    revoked_why: z.string().nullable(),
  })
  .meta({
    id: 'EvidenceKey',
    description: 'What dossiers, receipts and checkpoints are signed with.',
  })

export const checkpointAnswer = z
  .object({
    issuer: z.string(),
    license: z.string(),
    events: z.int(),
    head: z.string(),
    at: instant,
    checkpoint: z.string(),
  })
  .meta({
    id: 'Checkpoint',
    description: 'How far a license’s history has come, and the same signed.',
  })

export const receiptAnswer = objectionAnswer.extend({ checkpoint: z.string().optional() }).meta({
  id: 'Receipt',
  description: 'An objection with a signed checkpoint of the history; a preview has none.',
})

const lengths = z.object({
  inquiries: z.string().nullable(),
  evidence: z.string().nullable(),
  machines: z.string().nullable(),
  sign_ins: z.string().nullable(),
  deliveries: z.string().nullable(),
  access: z.string().nullable(),
})

export const retentionAnswer = z
  .object({
    keeps: lengths,
    usual: lengths,
    runs: z.array(
      z.object({ class: z.string(), day: z.string().meta({ format: 'date' }), erased: z.int() }),
    ),
  })
  .meta({
    id: 'Retention',
    description: 'How long what is kept, null for ever; and what was erased lately, by day.',
  })
