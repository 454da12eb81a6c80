import { factsOf, factsOfKind } from '../license/letter-facts.ts'
import type { Fact, FactName } from '../license/letter-facts.ts'
import { addresseeOf } from '../license/letter-kind.ts'
import type { LetterKind } from '../license/letter-kind.ts'
import type { License, Side } from '../license/license.ts'
import type { Occasion } from '../license/occasion.ts'
import type { Vendor } from '../license/vendor.ts'
import type { LetterLanguage } from '../license/warning.ts'
import { filledIn } from '../license/wording.ts'
import type { Wording } from '../license/wording.ts'
import { de } from './letter-de.ts'
import { en } from './letter-en.ts'
import { drawn } from './letter-html.ts'
import { clockOf, longDay, placeOf } from './letter-words.ts'
import type { About, LetterWords, Said } from './letter-words.ts'
import { asText } from './letter-text.ts'

/** A letter as it goes out: the same in plain text and in HTML. */
export interface Letter {
  readonly subject: string
  readonly plain: string
  readonly html: string
}

/** What a letter is written from, beside its occasion. */
export interface Writing {
  readonly license: Pick<License, 'id' | 'timeZone' | 'exportFormats'>
  readonly product: string
  readonly plan: string
  readonly customer: string
  /** The people whom it is to, by name. */
  readonly people: readonly string[]
  readonly vendor: Vendor
  readonly portal: string
  /** The letter's own id, by which both sides can speak of it. */
  readonly reference: string
  readonly language: LetterLanguage
  /** The vendor's own words; null for those of the house. */
  readonly wording: Wording | null
  readonly hasLogo: boolean
}

/** A letter with its parts in their order, before it is set as text or HTML. */
export interface Parts extends Pick<Writing, 'vendor' | 'people' | 'hasLogo'> {
  readonly words: LetterWords
  readonly subject: string
  /** Whom it is to; null on a letter to the vendor's own desk, and where the text names them. */
  readonly customer: string | null
  readonly greeting: string | null
  readonly lead: readonly string[]
  readonly hero: Row | null
  readonly rows: readonly Row[]
  readonly after: readonly string[]
  readonly closing: string | null
  readonly reference: string
}

/** A fact with its label, both written out. */
export interface Row {
  readonly label: string
  readonly value: string
}

/** Every language that letters are written in: another one is a file that has the type of these. */
const languages: Readonly<Record<LetterLanguage, LetterWords>> = { de, en }

/** Writes a letter. What it states are the facts of its occasion, whatever words the vendor has put around them. */
export function writeLetter(occasion: Occasion, writing: Writing): Letter {
  const words = languages[writing.language]
  const about = aboutOf(writing)
  const facts = writtenFacts(occasion, words, about)
  const own = writing.wording
  const house = said(occasion, words, about)
  const text: Said = own === null ? house : ownWords(own, house, { ...namesOf(about), ...facts })
  const parts = partsOf(occasion.kind, text, facts, words, writing)
  return { subject: parts.subject, plain: asText(parts), html: drawn(parts) }
}

function said<K extends LetterKind>(
  occasion: Occasion<K> & { readonly kind: K },
  words: LetterWords,
  about: About,
): Said {
  const say: (of: Occasion<K>, to: About) => Said = words.said[occasion.kind]
  return say(occasion, about)
}

function ownWords(
  { subject, text }: Wording,
  { hero }: Said,
  values: Readonly<Record<string, string | undefined>>,
): Said {
  const filled = filledIn(text, values).replaceAll('\r', '').trim()
  const [first = '', ...rest] = filled.split(/\n{2,}/)
  const line = filledIn(subject, values).replace(/\s+/g, ' ').trim()
  return { subject: line, lead: [first], after: rest, hero }
}

function partsOf(
  kind: LetterKind,
  { subject, lead, after, hero, isWhole = false }: Said,
  facts: WrittenFacts,
  words: LetterWords,
  writing: Writing,
): Parts {
  const row = (name: FactName): readonly Row[] => {
    const value = facts[name]
    return value === undefined ? [] : [{ label: words.labels[name], value }]
  }
  const { vendor, hasLogo, reference, customer, people } = writing
  const isOurs = addresseeOf(kind) === 'vendor'
  const [person = null, ...others] = people
  const greeting = isOurs
    ? words.houseGreeting
    : words.greeting(others.length === 0 ? person : null)
  const names: readonly FactName[] = factsOfKind[kind]
  const license = `${writing.product}, ${writing.plan} (${writing.license.id})`
  const rows = [
    ...names.filter((name) => name !== hero).flatMap(row),
    { label: words.license, value: license },
  ]
  return {
    words,
    vendor,
    hasLogo,
    reference,
    people: isOurs || isWhole ? [] : people,
    subject: subject.replaceAll('\u00a0', ' '),
    customer: isOurs || isWhole ? null : customer,
    greeting: isWhole ? null : greeting,
    closing: isWhole ? null : words.closing,
    lead,
    hero: hero === null ? null : (row(hero)[0] ?? null),
    rows: isWhole ? [] : rows,
    after,
  }
}

type WrittenFacts = { readonly [Name in FactName]?: string }

function writtenFacts(occasion: Occasion, words: LetterWords, about: About): WrittenFacts {
  const entries = Object.entries<Fact | undefined>(factsOf(occasion))
  return Object.fromEntries(
    entries.flatMap(([name, fact]) =>
      fact === undefined ? [] : [[name, writtenFact(fact, words, about)]],
    ),
  )
}

function writtenFact(fact: Fact, words: LetterWords, about: About): string {
  const place = placeOf(about.timeZone)
  switch (fact.is) {
    case 'first_day':
      return words.firstDay(longDay(fact.day, words))
    case 'last_day':
      return words.lastDay(longDay(fact.day, words), place)
    case 'moment': {
      const { day, time } = clockOf(fact.at, about.timeZone)
      return words.moment(longDay(day, words), time, place)
    }
    case 'channel':
      return words.channels[fact.channel]
    case 'side':
      return sideName(fact.side, words, about)
    case 'termination':
      return words.terminations[fact.kind]
    case 'members':
      return [...new Set(fact.members.map((name) => words.members[name] ?? name))].join(', ')
    case 'text':
      return fact.text
  }
}

function sideName(side: Side | 'both', words: LetterWords, { vendor, customer }: About): string {
  if (side === 'both') return words.bothSides
  return side === 'customer' ? customer : vendor === '' ? words.us : vendor
}

function aboutOf({ license, product, plan, customer, vendor, portal }: Writing): About {
  const given = (text: string): string | null => (text === '' ? null : text)
  return {
    license: license.id,
    product,
    plan,
    customer,
    vendor: vendor.legalName,
    timeZone: license.timeZone,
    exportFormats: license.exportFormats,
    portal,
    replyTo: given(vendor.replyTo),
    takesPaper: vendor.address !== '',
    supportPhone: given(vendor.supportPhone),
    supportEmail: given(vendor.supportEmail),
    exportHelp: given(vendor.exportHelpUrl),
  }
}

function namesOf(about: About): Readonly<Record<string, string | undefined>> {
  const { license, product, plan, customer, vendor, portal } = about
  return {
    license,
    product,
    plan,
    customer,
    vendor,
    portal,
    support_phone: about.supportPhone ?? undefined,
    support_email: about.supportEmail ?? undefined,
    export_help: about.exportHelp ?? undefined,
  }
}
