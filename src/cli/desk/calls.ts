import type { Actor } from '../../license/actor.ts'
import { logInquiry } from '../../license/inquiry.ts'
import type { Topic } from '../../license/inquiry.ts'
import type { Channel, Instant } from '../../license/license.ts'
import { warn } from '../../license/warning.ts'
import { warningLetter } from '../../license/warning-letter.ts'
import { changeInquiry, inquiriesInWindow } from '../../store/inquiry.ts'
import { newId } from '../../store/id.ts'
import { giveWarning } from '../../store/warning.ts'
import { speakerOf } from './acts.ts'
import type { Dice } from './dice.ts'
import type { Contract, Year } from './year.ts'

/** What a customer asks, with how it is judged. */
export interface Call {
  readonly topic: Topic
  readonly subject: string
  readonly minutes: number
  readonly channel?: Channel
}

const german = {
  in_scope: [
    'Bestellung lässt sich nicht stornieren',
    'Wie wird eine Filiale angelegt?',
    'Lieferschein mit falscher Adresse',
    'Programm startet nach dem Update nicht',
    'Preisliste aus der Tabelle übernehmen',
    'Zweite Kasse anmelden',
    'Daueraufträge für die Feiertage ändern',
    'Ausdruck der Tagesliste fehlt',
    'Export der Rechnungen für das Steuerbüro',
    'Kunde ist doppelt angelegt',
  ],
  out_of_scope: [
    'Drucker zieht kein Papier ein',
    'WLAN in der Backstube ist langsam',
    'Frage zur Umsatzsteuer',
    'Tabellenprogramm öffnet die Datei nicht',
    'E-Mail-Konto im Telefon einrichten',
    'Bildschirm ist schwarz, Kabel lose',
    'Welchen Rechner soll ich kaufen?',
  ],
  repeat: [
    'Noch einmal: Filiale anlegen',
    'Noch einmal: Lieferschein',
    'Noch einmal: Zweite Kasse',
    'Noch einmal: Ausdruck der Tagesliste',
  ],
} as const satisfies Record<Topic, readonly string[]>

const english = {
  in_scope: [
    'An order cannot be cancelled',
    'How is a branch added?',
    'Delivery note with a wrong address',
    'Does not start after the update',
    'Move the price list over from a sheet',
    'Sign in a second till',
  ],
  out_of_scope: [
    'The printer takes no paper',
    'Wi-Fi in the bakehouse is slow',
    'A question about VAT',
    'Which computer shall I buy?',
  ],
  repeat: ['Once more: adding a branch', 'Once more: the delivery note'],
} as const satisfies Record<Topic, readonly string[]>

/** A call as it might have come: most are answered by the contract. */
export function anyCall({ firm }: Contract, dice: Dice, topic = anyTopic(dice)): Call {
  const subjects = firm.language.startsWith('de') ? german : english
  const channel = dice.chance(0.75) ? 'phone' : 'email'
  return { topic, subject: dice.pick(subjects[topic]), minutes: dice.between(2, 25), channel }
}

function anyTopic(dice: Dice): Topic {
  return dice.chance(0.78) ? 'in_scope' : dice.chance(0.6) ? 'out_of_scope' : 'repeat'
}

/** A customer asks, and somebody answers. A repeat refers to the last inquiry of the same contract. */
export function asks(
  year: Year,
  when: Instant,
  contract: Contract,
  { topic, subject, minutes, channel = 'phone' }: Call,
  agent: Actor,
): void {
  year.plays(when, async (now) => {
    const id = newId('inq', now)
    const repeats = topic === 'repeat' ? contract.lastInquiry : null
    contract.lastInquiry = id
    const contact = speakerOf(contract.firm)
    const asked = { at: null, channel, topic, repeats, minutes, contact, subject }
    await changeInquiry(year.deps.db, contract.id, now, agent, async (license) =>
      logInquiry(license, id, asked, agent, now),
    )
  })
}

/** A formal request to stop, in the words of the template or in others. */
export function warns(
  year: Year,
  when: Instant,
  contract: Contract,
  product: string,
  spoken?: string,
): void {
  const [agent] = year.staff.support
  const { firm } = contract
  const recipient = speakerOf(firm)
  const language = firm.language.startsWith('de') ? 'de' : 'en'
  year.plays(when, (now) =>
    giveWarning(year.deps.db, contract.id, now, agent, async (license, within) => {
      const addressee = { customer: firm.name, recipient, product, language } as const
      const inquiries = await inquiriesInWindow(within, license, now)
      const text = spoken ?? warningLetter(license, addressee, inquiries, now)
      const form = spoken === undefined ? 'letter' : 'spoken'
      const words = { at: null, form, language, recipient, text } as const
      return warn(license, newId('wrn', now), words, agent, now)
    }),
  )
}
