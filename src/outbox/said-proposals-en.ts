import type { CalendarDate } from '../license/license.ts'
import type { Occasion } from '../license/occasion.ts'
import { plainDay } from './letter-words.ts'
import type { About, LetterWords } from './letter-words.ts'

/** How the language writes days. */
export const calendar = { tag: 'en-GB', ordinal: '' } as const

type OfProposals = 'proposed' | 'proposal_accepted' | 'proposal_declined' | 'proposal_called_off'

/** What the letters about proposals say, in English (British). */
export const saidOfProposals: Pick<LetterWords['said'], OfProposals> = {
  proposed: (told, about) => ({
    subject: `A proposal about your license for ${about.product}`,
    lead: [
      told.asks === 'amendment'
        ? `We propose to change what was agreed about your license for ${about.product} (${about.plan}).`
        : `We propose to take back ${told.objectionOf === 'customer' ? 'your' : 'our'} objection to the renewal of your license for ${about.product} (${about.plan}). ${told.otherStands ? 'The other objection stands: it would not renew even then.' : 'It would then renew instead of ending.'}`,
    ],
    hero: told.acceptBy === null ? null : 'accept_by',
    after: [
      told.acceptBy === null
        ? 'Nothing changes until you accept. Without an answer everything stays as it is.'
        : `Nothing changes until you accept. Without an answer by the end of ${day(told.acceptBy)} the proposal lapses, and everything stays as it is.`,
      `You can read, accept or decline it in the customer portal: ${proposalAt(told, about)}`,
    ],
  }),
  proposal_accepted: (told, about) => ({
    subject: `Accepted: ${whatWasAsked(told)}, license for ${about.product}`,
    lead: [
      told.side === 'vendor'
        ? `What we proposed about your license for ${about.product} (${about.plan}) has been accepted on your side: ${whatWasAsked(told)}. This is the confirmation.`
        : `We agree to what you asked for about your license for ${about.product} (${about.plan}): ${whatWasAsked(told)}.`,
    ],
    hero: 'answered_at',
    after: [
      `It is on record. What holds now stands in the customer portal: ${about.portal}`,
      stays,
    ],
  }),
  proposal_declined: (told, about) => ({
    subject: `Declined: ${whatWasAsked(told)}, license for ${about.product}`,
    lead: [
      told.side === 'vendor'
        ? `What we proposed about your license for ${about.product} (${about.plan}) has been declined on your side: ${whatWasAsked(told)}. This is the confirmation.`
        : `We do not agree to what you asked for about your license for ${about.product} (${about.plan}): ${whatWasAsked(told)}.`,
    ],
    hero: 'answered_at',
    after: ['Everything stays as it was agreed.', stays],
  }),
  proposal_called_off: (told, about) => ({
    subject: `Our proposal is called off: license for ${about.product}`,
    lead: [
      `What we proposed about your license for ${about.product} (${about.plan}) is called off: ${whatWasAsked(told)}. It can no longer be accepted.`,
    ],
    hero: 'answered_at',
    after: ['Everything stays as it was agreed. There is nothing for you to do.'],
  }),
}

/** What every letter says that leaves the license as it is. */
export const stays = 'You can export your data at any time, also after the end.'

function whatWasAsked({
  asks,
  objectionOf,
}: Pick<Occasion<'proposed'>, 'asks' | 'objectionOf'>): string {
  if (asks === 'amendment') return 'a change of what was agreed'
  return objectionOf === 'vendor' ? 'taking back our objection' : 'taking back your objection'
}

function proposalAt({ proposal }: Pick<Occasion<'proposed'>, 'proposal'>, about: About): string {
  return `${about.portal}/licenses/${about.license}/proposals/${proposal}`
}

function day(date: CalendarDate): string {
  return plainDay(date, calendar)
}
