import { inZone, instantOf, isDate } from '../license/calendar.ts'
import type { EventType } from '../license/event.ts'
import type { HistoryEvent } from '../store/event.ts'
import { dayAndTime, longDay } from '../web/day.ts'
import type { Language } from '../web/language.ts'

/** What an event tells, ready to stand in a sentence. What it does not tell is null. */
export interface Told {
  readonly text: (member: string) => string | null
  readonly number: (member: string) => number | null
  readonly list: (member: string) => readonly string[]
  /** A day written out. */
  readonly day: (member: string) => string | null
  /** Day and time, in the license's zone. */
  readonly time: (member: string) => string | null
  readonly is: (member: string, value: unknown) => boolean
  /** A name or a text beside the chain; null where there is none, and once it is erased. */
  readonly personal: (field: string) => string | null
  /** Whether the objection that it is about came in time for the term that ran at its receipt. */
  readonly timely: boolean | null
}

/** A sentence for each type of event: one that is missing does not compile. */
export type EventWords = Readonly<Record<EventType, (told: Told) => string>>

/** The license as far as its events need it for their words. */
export interface TellingOf {
  readonly timeZone: string
  readonly objections: readonly { readonly id: string; readonly timely: boolean | null }[]
}

export function toldBy(
  { data, personal }: Pick<HistoryEvent, 'data' | 'personal'>,
  { timeZone, objections }: TellingOf,
  language: Language,
): Told {
  const text = (member: string): string | null => {
    const value = data[member]
    return typeof value === 'string' ? value : null
  }
  return {
    text,
    number: (member) => {
      const value = data[member]
      return typeof value === 'number' ? value : null
    },
    list: (member) => {
      const value = data[member]
      return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
    },
    day: (member) => {
      const date = text(member)
      return date === null || !isDate(date) ? date : longDay(date, language)
    },
    time: (member) => {
      const said = text(member)
      const instant = instantOf(said ?? '')
      return instant === null ? said : dayAndTime(inZone(instant, timeZone), language)
    },
    is: (member, value) => data[member] === value,
    personal: (field) => personal[field]?.value ?? null,
    timely: objections.find(({ id }) => id === text('objection'))?.timely ?? null,
  }
}
