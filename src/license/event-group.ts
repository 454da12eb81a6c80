import type { EventType } from './event.ts'

/** What an event is about, roughly: what somebody looks for who does not know its type. */
export type EventGroup =
  'term' | 'ending' | 'pause' | 'agreement' | 'machines' | 'keys' | 'support' | 'customer'

/** Each type belongs to one group. */
const groupOf: Readonly<Record<EventType, EventGroup>> = {
  'license.issued': 'term',
  'license.started': 'term',
  'license.renewed': 'term',
  'license.downgraded': 'ending',
  'license.objected': 'ending',
  'objection.received': 'ending',
  'objection.moved': 'ending',
  'objection.withdrawn': 'ending',
  'renewal.reminder': 'term',
  'renewal.certain': 'term',
  'license.terminated': 'ending',
  'termination.withdrawn': 'ending',
  'suspension.announced': 'pause',
  'suspension.called_off': 'pause',
  'license.suspended': 'pause',
  'license.resumed': 'pause',
  'license.reinstated': 'term',
  'term.added': 'term',
  'license.amended': 'agreement',
  'license.transferred': 'customer',
  'customer.merged': 'customer',
  'customer.erased': 'customer',
  'relation.ended': 'customer',
  'relation.resumed': 'customer',
  'relation.overridden': 'customer',
  'proposal.made': 'agreement',
  'proposal.accepted': 'agreement',
  'proposal.declined': 'agreement',
  'proposal.taken_back': 'agreement',
  'proposal.lapsed': 'agreement',
  'preset.overridden': 'agreement',
  'license.edited': 'agreement',
  'agreement.attached': 'agreement',
  'activation.created': 'machines',
  'activation.freed': 'machines',
  'file.issued': 'machines',
  'key.issued': 'keys',
  'key.replaced': 'keys',
  'key.seen': 'keys',
  'inquiry.logged': 'support',
  'inquiry.corrected': 'support',
  'inquiry.struck': 'support',
  'warning.given': 'support',
  'document.attached': 'agreement',
}

/** Every group, in the order in which a license comes to know them. */
export const eventGroups: readonly EventGroup[] = [
  'term',
  'ending',
  'pause',
  'agreement',
  'machines',
  'keys',
  'support',
  'customer',
]

/** The types that belong to a group. */
export function typesIn(group: EventGroup): readonly string[] {
  return Object.entries(groupOf).flatMap(([type, theirs]) => (theirs === group ? [type] : []))
}
