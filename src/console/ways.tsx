import { dateAt } from '../license/calendar.ts'
import type { LinkedIdentity, Person } from '../store/person.ts'
import { plainDay } from '../web/day.ts'
import type { StaffVisit } from './visit.ts'

/** By what somebody signs in, as facts of a list. */
export function Ways({
  visit,
  of: { hasPassword, asksForCode, identities },
}: {
  readonly visit: StaffVisit
  readonly of: Person
}) {
  const { words, deps } = visit
  const text = words.ways
  return (
    <>
      <dt>{text.password}</dt>
      <dd>{hasPassword ? text.hasPassword : text.noPassword}</dd>
      {deps.provider !== null && identities.length === 0 && (
        <>
          <dt>{deps.provider.name}</dt>
          <dd>{text.notLinked}</dd>
        </>
      )}
      {identities.map((each) => (
        <>
          <dt>{nameOf(each, visit)}</dt>
          <dd>{linkOf(each, visit)}</dd>
        </>
      ))}
      <dt>{text.codes}</dt>
      <dd>{asksForCode ? text.asks : text.asksNot}</dd>
    </>
  )
}

/** One that the server was moved away from is told by its address. */
function nameOf({ issuer }: LinkedIdentity, { deps: { provider } }: StaffVisit): string {
  return provider?.issuer === issuer ? provider.name : new URL(issuer).host
}

function linkOf({ email, linkedAt }: LinkedIdentity, { words, language }: StaffVisit): string {
  const day = plainDay(dateAt(linkedAt, 'UTC'), language)
  return email === null ? words.ways.linkedSince(day) : words.ways.linked(email, day)
}
