import { z } from 'zod'
import { override } from './override.ts'
import { overrides } from './plan-members.ts'
import { id, idOrCode, side, text, webAddress } from './schema.ts'

/** Terms that are to be agreed to: as an agreement, but for who has accepted them and when. */
export const proposedAgreement = z.strictObject({
  title: text(200),
  version: text(100),
  language: text(35).optional(),
  url: webAddress.optional(),
  document: id('doc').optional(),
})

export const proposalBody = z.strictObject({
  kind: z.enum(['amendment', 'withdrawal']),
  amendment: overrides
    .extend({ from: z.enum(['now', 'next_term']), plan: idOrCode.optional() })
    .optional(),
  agreement: proposedAgreement
    .optional()
    .meta({ description: 'What the customer accepts with the amendment; attached then.' }),
  side: side.optional().meta({ description: 'Whose objection is to be taken back.' }),
  reason: text(2000).optional(),
  override,
})

/** What was handed in, in the law’s words. */
export function givenPaper(body: z.infer<typeof proposedAgreement>) {
  const { title, version, language = null, url = null, document = null } = body
  return { title, version, language, url, document, sha256: null }
}
