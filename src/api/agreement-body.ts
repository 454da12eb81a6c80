import { z } from 'zod'
import type { GivenAgreement } from '../store/agreement.ts'
import { id, instant, text, toInstant, webAddress } from './schema.ts'

export const agreementBody = z.strictObject({
  title: text(200),
  version: text(100),
  language: text(35).nullable().optional(),
  url: webAddress.nullable().optional(),
  document: id('doc').nullable().optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'Write 64 hexadecimal digits in lower case.')
    .nullable()
    .optional(),
  accepted_at: instant,
  accepted_by: text(200),
})

/** What was handed in, in the law’s words. */
export function givenAgreement(body: z.infer<typeof agreementBody>): GivenAgreement {
  return {
    title: body.title,
    version: body.version,
    language: body.language ?? null,
    url: body.url ?? null,
    document: body.document ?? null,
    sha256: body.sha256 ?? null,
    acceptedAt: toInstant(body.accepted_at),
    acceptedBy: body.accepted_by,
  }
}
