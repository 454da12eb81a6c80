import { z } from 'zod'
import { instant, text } from './schema.ts'

/** A key that is brought along, in whatever form another server gave it. */
export const broughtKey = text(1000)

export const replacementBody = z.strictObject({
  key: broughtKey.optional(),
  keep_old_until: instant.optional(),
  leaked: z.boolean().optional(),
  reason: text(2000).optional(),
})
