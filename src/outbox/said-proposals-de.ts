import type { CalendarDate } from '../license/license.ts'
import type { Occasion } from '../license/occasion.ts'
import { plainDay } from './letter-words.ts'
import type { About, LetterWords } from './letter-words.ts'

/** How the language writes days. */
export const calendar = { tag: 'de-DE', ordinal: '.' } as const

type OfProposals = 'proposed' | 'proposal_accepted' | 'proposal_declined' | 'proposal_called_off'

/** What the letters about proposals say, in German. */
export const saidOfProposals: Pick<LetterWords['said'], OfProposals> = {
  proposed: (told, about) => ({
    subject: `Ein Vorschlag zu Ihrer Lizenz für ${about.product}`,
    lead: [
      told.asks === 'amendment'
        ? `Wir schlagen vor, das zu Ihrer Lizenz für ${about.product} (${about.plan}) Vereinbarte zu ändern.`
        : `Wir schlagen vor, ${told.objectionOf === 'customer' ? 'Ihren' : 'unseren'} Widerspruch gegen die Verlängerung Ihrer Lizenz für ${about.product} (${about.plan}) zurückzunehmen. ${told.otherStands ? 'Der andere Widerspruch bleibt: Sie würde sich auch dann nicht verlängern.' : 'Sie würde sich dann verlängern, statt zu enden.'}`,
    ],
    hero: told.acceptBy === null ? null : 'accept_by',
    after: [
      told.acceptBy === null
        ? 'Es ändert sich nichts, bis Sie annehmen. Ohne Antwort bleibt alles, wie es ist.'
        : `Es ändert sich nichts, bis Sie annehmen. Ohne Antwort bis zum Ende des ${day(told.acceptBy)} verfällt der Vorschlag, und es bleibt alles, wie es ist.`,
      `Lesen, annehmen oder ablehnen können Sie ihn im Kundenportal: ${proposalAt(told, about)}`,
    ],
  }),
  proposal_accepted: (told, about) => ({
    subject: `Angenommen: ${whatWasAsked(told)}, Lizenz für ${about.product}`,
    lead: [
      told.side === 'vendor'
        ? `Auf Ihrer Seite wurde angenommen, was wir zu Ihrer Lizenz für ${about.product} (${about.plan}) vorgeschlagen haben: ${whatWasAsked(told)}. Hiermit bestätigen wir es.`
        : `Wir stimmen dem zu, worum Sie zu Ihrer Lizenz für ${about.product} (${about.plan}) gebeten haben: ${whatWasAsked(told)}.`,
    ],
    hero: 'answered_at',
    after: [`Es ist festgehalten. Was nun gilt, steht im Kundenportal: ${about.portal}`, stays],
  }),
  proposal_declined: (told, about) => ({
    subject: `Abgelehnt: ${whatWasAsked(told)}, Lizenz für ${about.product}`,
    lead: [
      told.side === 'vendor'
        ? `Auf Ihrer Seite wurde abgelehnt, was wir zu Ihrer Lizenz für ${about.product} (${about.plan}) vorgeschlagen haben: ${whatWasAsked(told)}. Hiermit bestätigen wir es.`
        : `Wir stimmen dem nicht zu, worum Sie zu Ihrer Lizenz für ${about.product} (${about.plan}) gebeten haben: ${whatWasAsked(told)}.`,
    ],
    hero: 'answered_at',
    after: ['Es bleibt alles, wie es vereinbart war.', stays],
  }),
  proposal_called_off: (told, about) => ({
    subject: `Unser Vorschlag ist zurückgezogen: Lizenz für ${about.product}`,
    lead: [
      `Was wir zu Ihrer Lizenz für ${about.product} (${about.plan}) vorgeschlagen haben, ist zurückgezogen: ${whatWasAsked(told)}. Annehmen kann es niemand mehr.`,
    ],
    hero: 'answered_at',
    after: ['Es bleibt alles, wie es vereinbart war. Sie brauchen nichts zu tun.'],
  }),
}

/** What every letter says that leaves the license as it is. */
export const stays = 'Ihre Daten können Sie jederzeit exportieren, auch nach dem Ende.'

function whatWasAsked({
  asks,
  objectionOf,
}: Pick<Occasion<'proposed'>, 'asks' | 'objectionOf'>): string {
  if (asks === 'amendment') return 'eine Änderung des Vereinbarten'
  return objectionOf === 'vendor'
    ? 'die Rücknahme unseres Widerspruchs'
    : 'die Rücknahme Ihres Widerspruchs'
}

function proposalAt({ proposal }: Pick<Occasion<'proposed'>, 'proposal'>, about: About): string {
  return `${about.portal}/licenses/${about.license}/proposals/${proposal}`
}

function day(date: CalendarDate): string {
  return plainDay(date, calendar)
}
