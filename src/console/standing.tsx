import type { CalendarDate } from '../license/license.ts'
import { daysFrom, longDay, placeOf } from '../web/day.ts'
import { State } from '../web/mark.tsx'
import type { Standing } from '../web/standing.ts'
import type { Visit } from './visit.ts'

/** The state in a word, with its mark. */
export function StateOf({
  standing,
  words,
}: { readonly standing: Standing } & Pick<Visit, 'words'>) {
  const { worth, reason } = standing
  return (
    <State
      worth={worth}
      word={
        reason === null ? words.worth[worth] : `${words.worth[worth]}: ${words.reasons[reason]}`
      }
    />
  )
}

/** A day as people take it: written out, to its end, in its place; and how many days remain. */
export function untilDay(
  { words, language }: Pick<Visit, 'words' | 'language'>,
  date: CalendarDate,
  { today, timeZone }: { readonly today: CalendarDate; readonly timeZone: string },
): string {
  const left = daysFrom(today, date)
  const day = words.license.endOfDay(longDay(date, language), placeOf(timeZone))
  return left < 0 ? day : `${day} ·\u00a0${words.license.daysLeft(left).replaceAll(' ', '\u00a0')}`
}
