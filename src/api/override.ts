import { z } from 'zod'
import type { Actor } from '../license/actor.ts'
import { boundAnew } from '../license/ended-relation.ts'
import type { Override } from '../license/ended-relation.ts'
import type { BindingCommand, Outcome } from '../license/event.ts'
import { endedRelation } from '../store/ended-relation.ts'
import type { Database } from '../store/database.ts'
import { text } from './schema.ts'

/** An admin's word that a command goes through although the relation with the customer is ended. */
export const override = z.strictObject({ reason: text(2000) }).optional()

export function overrideFrom(given: z.infer<typeof override>, by: Actor): Override | null {
  return given === undefined ? null : { reason: given.reason, by }
}

/**
 * What a command does to a license that is locked, unless the relation with its customer is ended.
 *
 * @throws Problem relation-ended, forbidden
 */
export async function unlessEnded<T extends Outcome>(
  trx: Database,
  outcome: T,
  command: BindingCommand,
  given: Override | null,
): Promise<T> {
  const relation = await endedRelation(trx, outcome.license.customer)
  return boundAnew(outcome, { command, relation, override: given })
}
