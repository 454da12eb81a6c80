import { dateAt, lengthOf } from '../license/calendar.ts'
import type { FairUse } from '../license/fair-use.ts'
import type { License } from '../license/license.ts'
import { entitlement } from '../license/support.ts'
import { longDay } from '../web/day.ts'
import { FlagMark } from '../web/mark.tsx'
import type { StaffVisit } from './visit.ts'

/** Whether support answers, and until when or since when not. */
export function supportLine({ words, language, now }: StaffVisit, license: License): string {
  const text = words.ledger.call
  const support = entitlement(license, now)
  if (support === null) return text.supportNone
  const { entitled, until, since } = support
  if (entitled)
    return until === null ? text.supportOpen : text.supportUntil(longDay(until, language))
  return since === null
    ? text.supportNot
    : text.supportSince(longDay(dateAt(since, license.timeZone), language))
}

/** How often support was asked beyond its scope, beside what was agreed; nothing where the plan has no such rule. */
export function FairUseLine({
  visit,
  use,
}: {
  readonly visit: StaffVisit
  readonly use: FairUse | null
}) {
  const { words } = visit
  if (use === null) return null
  const text = words.ledger.fairUse
  const line = text.of(use.used, use.inquiries, windowIn(visit, use))
  if (!use.flagged) return <span>{line}</span>
  return (
    <span class="flagged">
      <FlagMark />
      {line}: {text.flagged}
    </span>
  )
}

function windowIn({ words }: StaffVisit, { window }: FairUse): string {
  const { unit, count } = lengthOf(window)
  return unit === 'days' ? words.ledger.fairUse.days(count) : words.ledger.fairUse.months(count)
}
