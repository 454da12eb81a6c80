import { z } from 'zod'
import type { Agreement, Instant } from '../license/license.ts'
import { unfit } from '../license/problem.ts'
import type { Database } from '../store/database.ts'
import { findDocument } from '../store/document.ts'
import { newId } from '../store/id.ts'
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

/**
 * An agreement as it was handed in, to be attached.
 *
 * @param license whose document it may refer to, beside those that belong to no license; null for a new one.
 * @param pointer where it stands in the request.
 * @throws Problem unfit for a document that there is not, or that is another than the hash says.
 */
export async function agreementFrom(
  db: Database,
  body: z.infer<typeof agreementBody>,
  license: string | null,
  pointer: string,
  now: Instant,
): Promise<Agreement> {
  const document = body.document == null ? null : await findDocument(db, body.document)
  const isTheirs = document?.license === null || document?.license === license
  if (body.document != null && (document === null || !isTheirs))
    throw unfit(`${pointer}/document`, 'There is no such document for this license.')
  const sha256 = body.sha256 ?? null
  if (document !== null && sha256 !== null && sha256 !== document.sha256)
    throw unfit(`${pointer}/sha256`, 'The document has another SHA-256.')
  return {
    id: newId('agr', now),
    title: body.title,
    version: body.version,
    language: body.language ?? null,
    url: body.url ?? null,
    document: document?.id ?? null,
    sha256: document?.sha256 ?? sha256,
    acceptedAt: toInstant(body.accepted_at),
    acceptedBy: body.accepted_by,
    recordedAt: now,
  }
}
