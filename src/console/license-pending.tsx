import { comingChanges } from '../license/amendment.ts'
import { dateAt } from '../license/calendar.ts'
import { grantAt } from '../license/facts.ts'
import type { Instant, License } from '../license/license.ts'
import { earliestTermination } from '../license/renewal.ts'
import { openSuspension } from '../license/suspension.ts'
import { rulesOn } from '../license/terms.ts'
import { admins, sellers } from '../license/roles.ts'
import { longDay, placeOf } from '../web/day.ts'
import { differences } from './differences.ts'
import type { Agreed } from './differences.ts'
import { Note } from '../web/note.tsx'
import { may } from './visit.ts'
import type { StaffVisit } from './visit.ts'

interface Parts {
  readonly visit: StaffVisit
  readonly license: License
}

/** What a license gives at an instant, whether the term that runs then renews, and by which lengths. */
export function agreedAt(license: License, at: Instant): Agreed {
  const { renewal, renewalTerm, renewalNotice } = rulesOn(license, dateAt(at, license.timeZone))
  return { ...grantAt(license, at), renewal, renewalTerm, renewalNotice }
}

/** What is set for a license and has not come: a termination, a suspension, what was agreed for later. */
export function Pending({ visit, license }: Parts) {
  return (
    <>
      <SetTermination visit={visit} license={license} />
      <Pause visit={visit} license={license} />
      <Coming visit={visit} license={license} />
    </>
  )
}

function SetTermination({ visit, license }: Parts) {
  const { words, language, now } = visit
  const standing = earliestTermination(license)
  if (standing === null) return null
  const { effectiveAt, kind, reason } = standing
  const text = words.acts.terminate
  const day = longDay(dateAt(effectiveAt - 1, license.timeZone), language)
  return (
    <Note kind="ends">
      <h2>
        {effectiveAt > now
          ? text.after(day, placeOf(license.timeZone))
          : words.acts.because.terminated}
      </h2>
      <p>
        {text.kinds[kind]} · {words.acts.quoted(reason)}
      </p>
      {effectiveAt > now && may(visit, admins) && (
        <p class="acts">
          <a href={`/console/licenses/${license.id}/termination/withdrawal`}>
            {words.acts.takeBack.title}
          </a>
        </p>
      )}
    </Note>
  )
}

function Pause({ visit, license }: Parts) {
  const { words, language, now } = visit
  const open = openSuspension(license)
  if (open === null) return null
  const text = words.acts.suspend
  const day = longDay(dateAt(open.from, license.timeZone), language)
  const isComing = open.from > now
  return (
    <Note kind="ends">
      <h2>{isComing ? text.from(day, placeOf(license.timeZone)) : text.since(day)}</h2>
      <p>{words.acts.quoted(open.reason)}</p>
      {may(visit, sellers) && (
        <p class="acts">
          <a href={`/console/licenses/${license.id}/resumption`}>
            {isComing ? words.acts.resume.callOffTitle : words.acts.resume.title}
          </a>
        </p>
      )}
    </Note>
  )
}

/** What was agreed from a later day on, each day with what is otherwise than before it. */
function Coming({ visit: { words, language, now }, license }: Parts) {
  const coming = comingChanges(license, now)
  let before: Agreed = agreedAt(license, now)
  return (
    <>
      {coming.map(({ from, plan, terms }) => {
        const lines = [
          ...(plan === null || plan === license.planCode ? [] : [words.acts.amend.otherPlan(plan)]),
          ...differences(words, before, terms),
        ]
        before = terms
        return (
          <Note>
            <h2>{words.acts.amend.from(longDay(from, language), placeOf(license.timeZone))}</h2>
            <p>{lines.join(' · ')}</p>
          </Note>
        )
      })}
    </>
  )
}
