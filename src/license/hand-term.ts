import { isDate, lastDate, nextDay } from './calendar.ts'
import type { Outcome } from './event.ts'
import type { CalendarDate, Instant, License } from './license.ts'
import { Problem, unfit } from './problem.ts'
import { recorded } from './recording.ts'
import { earliestTermination, effectiveObjections } from './renewal.ts'
import { waitingTerm } from './start.ts'
import { rulesOn, termAfter, withTerm } from './terms.ts'

/**
 * Adds the next term by hand, from the day after the last one, where nothing renews by itself: an invoice was paid.
 *
 * @throws Problem renews-automatically, perpetual, not-started, already-terminated, already-ended by an objection; unfit for a term that ends before it starts, or is over.
 */
export function addTerm(license: License, endsOn: CalendarDate | null, now: Instant): Outcome {
  const at = Math.max(now, license.recordedAt)
  const last = license.terms.at(-1)
  if (last === undefined) throw new TypeError('a license has a term')
  if (last.endsOn === null) throw new Problem('perpetual', { license: license.id })
  const startsOn = nextDay(last.endsOn)
  if (rulesOn(license, last.startsOn).renewal === 'automatic')
    throw new Problem('renews-automatically', { license: license.id })
  if (waitingTerm(license, at) !== null) throw new Problem('not-started', { license: license.id })
  if (earliestTermination(license) !== null)
    throw new Problem('already-terminated', { license: license.id })
  if (effectiveObjections(license).some(({ effectiveOn }) => effectiveOn < startsOn))
    throw new Problem('already-ended', { license: license.id })
  if (endsOn !== null && (!isDate(endsOn) || endsOn < startsOn))
    throw unfit('/ends_on', `The term begins on ${startsOn}: name that day or a later one.`)
  const term = termAfter(license, last, 'hand', at, endsOn)
  if (term.endsOn === null || term.endsOn > lastDate)
    throw unfit('/ends_on', 'The term ends after 2199-12-31.')
  if (term.endsAt !== null && term.endsAt <= at)
    throw unfit(
      '/ends_on',
      'The term would be over already: name a later day, or reinstate the license.',
    )
  const data = { starts_on: term.startsOn, ends_on: term.endsOn }
  return {
    license: recorded(withTerm(license, term), at),
    events: [{ type: 'term.added', at, data }],
  }
}
