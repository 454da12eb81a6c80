import { z } from 'zod'
import type { Actor } from '../license/actor.ts'
import type { Withdrawal } from '../license/consent.ts'
import { instant, text, toInstant } from './schema.ts'

/** How a declaration is taken back: an objection or a termination. */
export const withdrawalBody = z.strictObject({
  kind: z.enum(['agreed', 'error']),
  reason: text(2000).optional(),
  agreed: z.strictObject({ by: text(200), at: instant, how: text(200) }).optional(),
})

export function withdrawalFrom(
  { kind, reason, agreed }: z.infer<typeof withdrawalBody>,
  by: Actor,
): Withdrawal {
  return {
    kind,
    reason: reason ?? null,
    agreed:
      agreed === undefined ? null : { by: agreed.by, at: toInstant(agreed.at), how: agreed.how },
    by,
  }
}
