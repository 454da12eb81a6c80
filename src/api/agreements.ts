import type { z } from 'zod'
import type { Agreement, Instant } from '../license/license.ts'
import { agreementOf } from '../store/agreement.ts'
import type { Database } from '../store/database.ts'
import { givenAgreement } from './agreement-body.ts'
import type { agreementBody } from './agreement-body.ts'

/**
 * An agreement as it was handed in, to be attached.
 *
 * @param license whose document it may refer to, beside those that belong to no license; null for a new one.
 * @param pointer where it stands in the request.
 * @throws Problem unfit for a document that there is not, or that is another than the hash says.
 */
export function agreementFrom(
  db: Database,
  body: z.infer<typeof agreementBody>,
  license: string | null,
  pointer: string,
  now: Instant,
): Promise<Agreement> {
  return agreementOf(db, givenAgreement(body), license, pointer, now)
}
