import type { Actor } from './actor.ts'
import type { BindingCommand, Outcome } from './event.ts'
import type { Instant } from './license.ts'
import { Problem } from './problem.ts'

/** That the vendor has ended the relation with a customer. */
export interface EndedRelation {
  readonly since: Instant
  readonly reason: string
}

/** An admin's word that a command goes through all the same. */
export interface Override {
  readonly reason: string
  readonly by: Actor
}

/** What a command would bind the vendor to, and whether he has had enough of it. */
export interface Binding {
  readonly command: BindingCommand
  /** Null while the relation with the customer goes on. */
  readonly relation: EndedRelation | null
  readonly override: Override | null
}

/**
 * The outcome of a command that binds the vendor to a customer anew: refused once their relation is ended, unless an admin overrides
 * that; then the override is an event. Terms that run, the export and what renews by itself are no such command.
 *
 * @throws Problem relation-ended; forbidden for an override by anybody but an admin.
 */
export function boundAnew<T extends Outcome>(
  outcome: T,
  { command, relation, override }: Binding,
): T {
  if (override !== null && override.by.role !== 'admin')
    throw new Problem('forbidden', { role: override.by.role, needs: ['admin'] })
  if (relation === null) return outcome
  const { customer, recordedAt } = outcome.license
  if (override === null) throw new Problem('relation-ended', { customer })
  const { reason } = override
  const overridden = {
    type: 'relation.overridden',
    at: recordedAt,
    data: { customer, command },
    personal: { reason },
  } as const
  return { ...outcome, events: [...outcome.events, overridden] }
}
