import { dateAt, inUtc } from '../license/calendar.ts'
import type { Instant } from '../license/license.ts'
import { shortDay } from '../web/day.ts'
import type { StaffVisit } from './visit.ts'

// What stands in the lists of keys, whichever they are.

/** A day in UTC; a dash where there is none. */
export function Day({
  at,
  language,
}: { readonly at: Instant | null } & Pick<StaffVisit, 'language'>) {
  if (at === null) return <>–</>
  return <time datetime={inUtc(at)}>{shortDay(dateAt(at, 'UTC'), language)}</time>
}

/** The state of a key; of one that was revoked with the reason that was given. */
export function RevokedWhy({
  visit: { words },
  state,
  why,
}: {
  readonly visit: Pick<StaffVisit, 'words'>
  readonly state: string
  readonly why: string | null
}) {
  if (why === null) return <>{state}</>
  return (
    <>
      {state}
      <br />
      <span class="quiet small">{words.history.reason(why)}</span>
    </>
  )
}

export function ToRevocation({
  visit: { words },
  kind,
  kid,
}: {
  readonly visit: Pick<StaffVisit, 'words'>
  readonly kind: 'signing' | 'evidence'
  readonly kid: string
}) {
  return (
    <span class="small">
      <a href={`/console/access/${kind}-keys/${kid}/revocation`}>{words.keyRevocation.open}</a>
    </span>
  )
}
