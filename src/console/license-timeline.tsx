import { dateAt, firstMoment, inZone } from '../license/calendar.ts'
import type { Instant, License, Term } from '../license/license.ts'
import { isVoid } from '../license/terms.ts'
import type { FoundLicense } from '../store/lookup.ts'
import { plainDay } from '../web/day.ts'
import { Timeline } from '../web/timeline.tsx'
import type { Bar, Flag, Mark } from '../web/timeline.tsx'
import { ledgerMarks } from './ledger-marks.ts'
import type { Standing } from '../web/standing.ts'
import type { StaffVisit } from './visit.ts'

interface Parts {
  readonly visit: StaffVisit
  readonly license: License
  readonly standing: Standing
}

/** What stands in its ledger; null where nobody has looked. */
type Ledger = Pick<FoundLicense, 'inquiries' | 'warnings'> | null

const month = 30 * 86_400_000

/** A license's terms, declarations and ends, drawn along its time: from its start to a while after what is known to come. */
export function LicenseTimeline({
  visit,
  license,
  standing,
  ledger,
}: Parts & { readonly ledger: Ledger }) {
  const { words, now } = visit
  const terms = license.terms.filter((term) => !isVoid(term))
  const known = terms.flatMap(({ startsAt, endsAt }) =>
    endsAt === null ? [startsAt] : [startsAt, endsAt],
  )
  const from = Math.min(now, ...known) - month / 2
  const to = Math.max(now, ...known) + 4 * month
  const { today, lastDay } = standing
  return (
    <Timeline
      label={words.license.timeline}
      from={from}
      to={to}
      today={{ at: now, label: `${words.license.today}: ${plainDay(today, visit.language)}` }}
      terms={[
        ...terms.map((term) => barOf(term, to, now, visit)),
        ...following(standing, to, words.license.nextTerm),
      ]}
      pauses={license.suspensions
        .filter((pause) => pause.to !== pause.from)
        .map((pause) => ({
          from: pause.from,
          to: pause.to ?? Math.max(now, pause.from),
          label: `${words.license.suspended}: ${pause.reason}`,
        }))}
      flags={flagsOf({ visit, license, standing }, lastDay)}
      marks={[
        ...marksOf(visit, license),
        ...(ledger === null ? [] : ledgerMarks(visit, license, ledger, to - from)),
      ]}
      years={yearsIn(from, to, license.timeZone)}
    />
  )
}

function barOf(
  { startsOn, endsOn, startsAt, endsAt, cutAt }: Term,
  to: Instant,
  now: Instant,
  { words, language }: StaffVisit,
): Bar {
  const end = Math.min(endsAt ?? to, cutAt ?? to)
  const days =
    endsOn === null
      ? plainDay(startsOn, language)
      : `${plainDay(startsOn, language)} – ${plainDay(endsOn, language)}`
  return {
    from: startsAt,
    to: end,
    label: `${words.license.term}: ${days}`,
    ...(end <= now && { kind: 'over' as const }),
  }
}

/** What follows if nobody objects: outlined, since nobody has it yet. */
function following({ renews, term }: Standing, to: Instant, label: string): Bar[] {
  return renews && term?.endsAt != null ? [{ from: term.endsAt, to, label, kind: 'open' }] : []
}

function flagsOf({ visit, license, standing }: Parts, lastDay: Standing['lastDay']): Flag[] {
  const { words, language } = visit
  const { renews, today, lastObjectionDay } = standing
  const at = (date: string): Instant => firstMoment(date, license.timeZone)
  const flags: Flag[] = []
  if (lastObjectionDay !== null)
    flags.push({
      at: at(lastObjectionDay),
      label: `${words.license.lastObjectionDay}: ${plainDay(lastObjectionDay, language)}`,
      kind: 'day',
    })
  if (lastDay !== null && !renews)
    flags.push({
      at: at(lastDay),
      label: `${lastDay < today ? words.license.ended : words.license.ends}: ${plainDay(lastDay, language)}`,
      kind: 'end',
    })
  return flags
}

function marksOf({ words, language }: StaffVisit, { objections, timeZone }: License): Mark[] {
  return objections.map(({ side, recordedAt, withdrawnAt }) => ({
    kind: 'objection',
    at: recordedAt,
    label: `${words.objection.stands[side]}, ${plainDay(inZone(recordedAt, timeZone).slice(0, 10), language)}${withdrawnAt === null ? '' : ` (${words.objection.withdrawn})`}`,
    href: '#history',
  }))
}

function yearsIn(from: Instant, to: Instant, timeZone: string): { at: Instant; label: string }[] {
  const first = Number(dateAt(from, timeZone).slice(0, 4)) + 1
  const last = Number(dateAt(to, timeZone).slice(0, 4))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => {
    const label = String(first + n)
    return { at: firstMoment(`${label}-01-01`, timeZone), label }
  })
}
