import { dateAt } from '../license/calendar.ts'
import type { Attachable } from '../license/document.ts'
import type { Instant, License } from '../license/license.ts'
import { findInquiry } from '../store/inquiry.ts'
import { listWarnings } from '../store/warning.ts'
import { shortDay } from '../web/day.ts'
import type { StaffVisit } from './visit.ts'

/** Something of a license that a document can belong to, and what it is called. */
export interface Belonging {
  readonly id: Attachable
  readonly label: string
}

/** How many warnings are offered: the last ones. */
const mostWarnings = 20

/** What a document of this license can belong to, the newest first: and the inquiry that the address names. */
export async function attachables(
  { deps, words, language, query }: StaffVisit,
  { id, objections, agreements, timeZone }: License,
): Promise<readonly Belonging[]> {
  const { kinds } = words.ledger.documents
  const day = (at: Instant): string => shortDay(dateAt(at, timeZone), language)
  const warnings = await listWarnings(deps.db, id, { limit: mostWarnings })
  const inquiry = await findInquiry(deps.db, id, query['of'] ?? '')
  return [
    ...(inquiry === null
      ? []
      : [{ id: inquiry.id, label: `${kinds.inquiry}: ${inquiry.subject ?? day(inquiry.at)}` }]),
    ...objections.toReversed().map((each) => ({
      id: each.id,
      label: `${kinds.objection}: ${words.sides[each.side]}, ${day(each.recordedAt)}`,
    })),
    ...warnings.data.map((each) => ({ id: each.id, label: `${kinds.warning}: ${day(each.at)}` })),
    ...agreements.toReversed().map((each) => ({
      id: each.id,
      label: `${kinds.agreement}: ${each.title} ${each.version}`,
    })),
  ]
}

/** Whether a text is the id of something that documents are attached to. */
export function isAttachable(text: string): text is Attachable {
  return /^(obj|wrn|agr|inq)_[0-9a-z]{26}$/.test(text)
}
