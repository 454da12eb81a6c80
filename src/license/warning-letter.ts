import { dateAt, lengthOf } from './calendar.ts'
import { grantAt } from './facts.ts'
import { fairUse, fairUseFrom } from './fair-use.ts'
import type { Inquiry, Topic } from './inquiry.ts'
import type { CalendarDate, Instant, License, Period } from './license.ts'
import { objectionDay } from './objection-day.ts'
import type { LetterLanguage } from './warning.ts'

/** Whom a letter is to, and what the license is of. */
export interface Addressee {
  readonly customer: string
  /** The person it is to; null if none is known. */
  readonly recipient: string | null
  /** The product's name. */
  readonly product: string
  readonly language: LetterLanguage
}

/**
 * A warning's words to begin with: what the contract covers, what was asked beyond it, and what is asked for. Whoever sends it may
 * write it otherwise, and what was sent is what is recorded.
 *
 * @param inquiries all of the fair-use window, or more.
 */
export function warningLetter(
  license: License,
  { customer, recipient, product, language }: Addressee,
  inquiries: readonly Pick<Inquiry, 'at' | 'topic' | 'struckAt'>[],
  now: Instant,
): string {
  const words = letters[language]
  const { support } = grantAt(license, now)
  const use = fairUse(license, inquiries, now)
  const from = fairUseFrom(license, now)
  const day = (at: Instant): string => words.date(dateAt(at, license.timeZone))
  const calls = inquiries
    .filter(({ at, topic, struckAt }) => struckAt === null && topic !== 'in_scope' && at <= now)
    .filter(({ at }) => from === null || at >= from)
    .toSorted((a, b) => a.at - b.at)
    .slice(-mostCalls)
  const paragraphs = [
    [customer, ...(recipient === null ? [] : [words.attention(recipient)])].join('\n'),
    day(now),
    words.subject(product, license.id),
    words.greeting(recipient),
    support && words.scope(support.scope),
    calls.length > 0 &&
      [words.asked, ...calls.map((call) => `- ${day(call.at)}: ${words.topics[call.topic]}`)].join(
        '\n',
      ),
    use && words.rule(use.inquiries, use.window),
    words.request,
    objectionDay(license, now) && words.otherwise,
    words.closing,
  ]
  return paragraphs.filter((each) => typeof each === 'string').join('\n\n')
}

/** A letter is to be read: of many inquiries it names the last. */
const mostCalls = 20

interface Words {
  readonly date: (date: CalendarDate) => string
  readonly attention: (person: string) => string
  readonly subject: (product: string, license: string) => string
  readonly greeting: (person: string | null) => string
  readonly scope: (scope: string) => string
  readonly asked: string
  readonly topics: Readonly<Record<Topic, string>>
  readonly rule: (inquiries: number, window: Period) => string
  readonly request: string
  readonly otherwise: string
  readonly closing: string
}

const german: Words = {
  date: (date) =>
    dated(
      date,
      'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
      '.',
    ),
  attention: (person) => `z. Hd. ${person}`,
  subject: (product, license) => `Ihre Lizenz für ${product} (${license}): Nutzung des Supports`,
  greeting: (person) => (person === null ? 'Guten Tag,' : `Guten Tag ${person},`),
  scope: (scope) => `Der vereinbarte Support umfasst: ${scope}`,
  asked:
    'Diese Anfragen haben wir beantwortet, obwohl sie darüber hinausgingen oder schon beantwortet waren:',
  topics: {
    in_scope: 'vom Vertrag umfasst',
    out_of_scope: 'nicht vom Vertrag umfasst',
    repeat: 'schon einmal beantwortet',
  },
  rule: (inquiries, window) =>
    `Vereinbart sind weniger als ${inquiries} solche Anfragen in ${spoken(window, ['einem Tag', 'Tagen'], ['einem Monat', 'Monaten'], ['einem Jahr', 'Jahren'])}.`,
  request: 'Bitte nutzen Sie den Support von nun an nur noch für das, was Ihr Vertrag umfasst.',
  otherwise:
    'Bleibt es bei Anfragen dieser Art, behalten wir uns vor, der Verlängerung Ihrer Lizenz zu widersprechen. Ihre Daten können Sie in jedem Fall exportieren, auch danach.',
  closing: 'Mit freundlichen Grüßen',
}

const english: Words = {
  date: (date) =>
    dated(
      date,
      'January February March April May June July August September October November December',
      '',
    ),
  attention: (person) => `Attn. ${person}`,
  subject: (product, license) => `Your license for ${product} (${license}): use of support`,
  greeting: (person) => (person === null ? 'Hello,' : `Hello ${person},`),
  scope: (scope) => `Your support contract covers: ${scope}`,
  asked: 'We answered these inquiries although they went beyond that, or had been answered before:',
  topics: {
    in_scope: 'covered by the contract',
    out_of_scope: 'not covered by the contract',
    repeat: 'answered before',
  },
  rule: (inquiries, window) =>
    `Agreed are fewer than ${inquiries} such inquiries within ${spoken(window, ['one day', 'days'], ['one month', 'months'], ['one year', 'years'])}.`,
  request: 'From now on, please use support for what your contract covers and for nothing else.',
  otherwise:
    'If such inquiries go on, we may object to the renewal of your license. You can export your data in any case, also after that.',
  closing: 'Kind regards',
}

const letters: Readonly<Record<LetterLanguage, Words>> = { de: german, en: english }

/** `5. Mai 2026`, `5 May 2026` */
function dated(date: CalendarDate, months: string, dot: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${Number(day)}${dot} ${months.split(' ')[Number(month) - 1]} ${year}`
}

type Forms = readonly [one: string, many: string]

function spoken(period: Period, days: Forms, months: Forms, years: Forms): string {
  const { unit, count } = lengthOf(period)
  const isYears = unit === 'months' && count % 12 === 0
  const [one, many] = unit === 'days' ? days : isYears ? years : months
  const number = isYears ? count / 12 : count
  return number === 1 ? one : `${number} ${many}`
}
