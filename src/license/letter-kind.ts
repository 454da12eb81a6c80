import type { EventType } from './event.ts'
import type { LetterLanguage } from './warning.ts'

/** What is told by letter: each kind has its words in every language, and can be switched off. */
export const letterKinds = [
  'issued',
  'started',
  'reminder',
  'objected',
  'objection_notice',
  'objection_moved',
  'objection_withdrawn',
  'renewed',
  'ended',
  'terminated',
  'termination_withdrawn',
  'suspension_announced',
  'suspension_called_off',
  'suspended',
  'resumed',
  'reinstated',
  'term_added',
  'amended',
  'proposed',
  'proposal_accepted',
  'proposal_declined',
  'proposal_called_off',
  'transferred',
  'given_away',
  'key_replaced',
  'warning',
] as const

export type LetterKind = (typeof letterKinds)[number]

/** Every language that letters are written in. */
export const letterLanguages: readonly LetterLanguage[] = ['de', 'en']

/** In which language somebody is written to: German where theirs is, English to everybody else. */
export function letterLanguageFor(tag: string): LetterLanguage {
  return /^de\b/i.test(tag) ? 'de' : 'en'
}

/** Whom a letter is to: the customer, those there who may sign, the customer whose the license was, or the vendor's own desk. */
export type Addressee = 'customer' | 'signers' | 'giver' | 'vendor'

export function addresseeOf(kind: LetterKind): Addressee {
  return addressees[kind] ?? 'customer'
}

const addressees: { readonly [K in LetterKind]?: Addressee } = {
  objection_notice: 'vendor',
  proposed: 'signers',
  proposal_called_off: 'signers',
  given_away: 'giver',
}

/**
 * Which letters an event may lead to; none is said openly. Whether there is one after all depends on what the event tells: an
 * objection that is still on its way is confirmed once it is received.
 */
export const lettersOf: Readonly<Record<EventType, readonly LetterKind[]>> = {
  'license.issued': ['issued'],
  'license.started': ['started'],
  'license.renewed': ['renewed'],
  'license.downgraded': ['ended'],
  'license.objected': ['objected', 'objection_notice'],
  'objection.received': ['objected', 'objection_notice'],
  'objection.moved': ['objection_moved'],
  'objection.withdrawn': ['objection_withdrawn'],
  'renewal.reminder': ['reminder'],
  // The reminder said what happens without an objection, and the renewal has a letter of its own.
  'renewal.certain': [],
  'license.terminated': ['terminated'],
  'termination.withdrawn': ['termination_withdrawn'],
  'suspension.announced': ['suspension_announced'],
  'suspension.called_off': ['suspension_called_off'],
  'license.suspended': ['suspended'],
  'license.resumed': ['resumed'],
  'license.reinstated': ['reinstated'],
  'term.added': ['term_added'],
  'license.amended': ['amended'],
  'license.transferred': ['transferred', 'given_away'],
  'proposal.made': ['proposed'],
  'proposal.accepted': ['proposal_accepted'],
  'proposal.declined': ['proposal_declined'],
  'proposal.taken_back': ['proposal_called_off'],
  'key.replaced': ['key_replaced'],
  'warning.given': ['warning'],
  // What binds nobody anew and takes nothing away, or is the vendor's own affair.
  'customer.merged': [],
  'customer.erased': [],
  'relation.ended': [],
  'relation.resumed': [],
  'relation.overridden': [],
  'preset.overridden': [],
  'license.edited': [],
  // Whoever was asked knows by when, and that nothing changes without an answer.
  'proposal.lapsed': [],
  'agreement.attached': [],
  'activation.created': [],
  'activation.freed': [],
  'file.issued': [],
  'key.issued': [],
  'key.seen': [],
  'inquiry.logged': [],
  'inquiry.corrected': [],
  'inquiry.struck': [],
  'document.attached': [],
}
