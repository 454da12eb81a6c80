import { z } from 'zod'
import type { Actor } from '../license/actor.ts'
import type { Override } from '../license/ended-relation.ts'
import { text } from './schema.ts'

/** An admin's word that a command goes through although the relation with the customer is ended. */
export const override = z.strictObject({ reason: text(2000) }).optional()

export function overrideFrom(given: z.infer<typeof override>, by: Actor): Override | null {
  return given === undefined ? null : { reason: given.reason, by }
}
