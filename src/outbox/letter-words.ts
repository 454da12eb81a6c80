import { inZone } from '../license/calendar.ts'
import type { FactName } from '../license/letter-facts.ts'
import type { LetterKind } from '../license/letter-kind.ts'
import type { CalendarDate, Channel, Instant, TerminationKind } from '../license/license.ts'
import type { Occasion } from '../license/occasion.ts'

/** What every letter about a license can name. */
export interface About {
  readonly license: string
  readonly product: string
  readonly plan: string
  readonly customer: string
  /** The vendor's legal name; empty while the settings have none. */
  readonly vendor: string
  readonly timeZone: string
  readonly exportFormats: readonly string[]
  /** Where the customer objects, reads and exports by themselves. */
  readonly portal: string
  /** Where a declaration can be mailed to; null where the settings name nowhere. */
  readonly replyTo: string | null
  /** Whether the settings have an address to which a letter of paper can be sent. */
  readonly takesPaper: boolean
  readonly supportPhone: string | null
  readonly supportEmail: string | null
  /** Where it is told how to export. */
  readonly exportHelp: string | null
}

/** What a letter says around the facts that it states. */
export interface Said {
  readonly subject: string
  /** Before the facts. */
  readonly lead: readonly string[]
  /** Behind them. */
  readonly after: readonly string[]
  /** Whether the text has its own head, greeting and closing, as a person wrote it. */
  readonly isWhole?: boolean
  /** The date that matters most. */
  readonly hero: FactName | null
}

/** One language: letters are translated by writing a file that has this type. */
export interface LetterWords {
  readonly said: { readonly [K in LetterKind]: (occasion: Occasion<K>, about: About) => Said }
  readonly greeting: (person: string | null) => string
  /** To the vendor's own desk. */
  readonly houseGreeting: string
  readonly closing: string
  readonly labels: Readonly<Record<FactName, string>>
  readonly channels: Readonly<Record<Channel, string>>
  readonly terminations: Readonly<Record<TerminationKind, string>>
  readonly bothSides: string
  readonly us: string
  /** Members of a plan, by their names on the wire; one that is not listed is written as it is. */
  readonly members: Readonly<Record<string, string>>
  readonly firstDay: (day: string) => string
  readonly lastDay: (day: string, place: string) => string
  readonly moment: (day: string, time: string, place: string) => string
  readonly license: string
  readonly attention: (people: string) => string
  readonly foot: {
    readonly register: string
    readonly vat: string
    readonly phone: string
    readonly email: string
    readonly terms: string
    readonly privacy: string
    readonly exportHelp: string
    readonly reference: string
  }
  /** As `Intl` knows the language. */
  readonly tag: string
  /** Behind a day's number. */
  readonly ordinal: string
}

type Calendar = Pick<LetterWords, 'tag' | 'ordinal'>

/** A day within a sentence: `30 September 2026`, which no line breaks behind its number. */
export function plainDay(day: CalendarDate, words: Calendar): string {
  const { date, month, year } = partsOf(day, words)
  return `${date}${words.ordinal}\u00a0${month} ${year}`
}

/** A day that stands for itself: `Wed 30 September 2026`. */
export function longDay(day: CalendarDate, words: Calendar): string {
  return `${partsOf(day, words).weekday} ${plainDay(day, words)}`
}

/** Day and wall-clock time of an instant, to the second where it has one. */
export function clockOf(at: Instant, timeZone: string): { day: CalendarDate; time: string } {
  const zoned = inZone(at, timeZone)
  const seconds = zoned.slice(17, 19)
  return { day: zoned.slice(0, 10), time: zoned.slice(11, seconds === '00' ? 16 : 19) }
}

/** The city of a time zone, as people say it: `Berlin`. */
export function placeOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}

function partsOf(day: CalendarDate, { tag }: Calendar) {
  const parts = new Intl.DateTimeFormat(tag, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).formatToParts(new Date(`${day}T00:00:00Z`))
  const of = (type: Intl.DateTimeFormatPartTypes): string =>
    (parts.find((part) => part.type === type)?.value ?? '').replace(/\.$/, '')
  return { weekday: of('weekday'), date: of('day'), month: of('month'), year: of('year') }
}
