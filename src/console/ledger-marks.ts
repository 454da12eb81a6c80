import { dateAt } from '../license/calendar.ts'
import type { Instant, License } from '../license/license.ts'
import type { FoundLicense } from '../store/lookup.ts'
import { plainDay } from '../web/day.ts'
import type { Mark } from '../web/timeline.tsx'
import { warningPath } from './warnings.tsx'
import type { StaffVisit } from './visit.ts'

type Ledger = Pick<FoundLicense, 'inquiries' | 'warnings'>

const day = 86_400_000

/** So many marks stand side by side before they touch. */
const mostSideBySide = 64

/**
 * What stands in the ledger, along a license's time: each warning, and the inquiries; those of a day are one mark, and so are those
 * that would cover each other.
 *
 * @param span how much time the drawing shows, in milliseconds.
 */
export function ledgerMarks(
  visit: StaffVisit,
  license: Pick<License, 'id' | 'timeZone'>,
  { inquiries, warnings }: Ledger,
  span: number,
): readonly Mark[] {
  const { words, language } = visit
  const text = words.ledger.timeline
  const dayOf = (at: Instant): string => plainDay(dateAt(at, license.timeZone), language)
  const asked = gathered(inquiries, license.timeZone, Math.max(day, span / mostSideBySide))
  return [
    ...asked.map((group): Mark => {
      const [first, last] = [group[0]?.at ?? 0, group.at(-1)?.at ?? 0]
      const beyond = group.filter(({ topic }) => topic !== 'in_scope').length
      const days = [dayOf(first), dayOf(last)] as const
      const line =
        days[0] === days[1]
          ? text.inquiries(group.length, days[0])
          : text.inquiriesSpan(group.length, ...days)
      return {
        kind: beyond > 0 ? 'beyond' : 'inquiry',
        at: (first + last) / 2,
        count: group.length,
        label: beyond > 0 ? `${line}; ${text.beyond(beyond)}` : line,
        href: `/console/inquiries?license=${license.id}`,
      }
    }),
    ...warnings.last.map(({ id, at, form }): Mark => ({
      kind: 'warning',
      at,
      label: `${text.warning[form]}, ${dayOf(at)}`,
      href: warningPath(license.id, id),
    })),
  ]
}

type Asked = Ledger['inquiries'][number]

/** Inquiries in the order of their asking: those of one day together, and those closer to the first of a group than so long. */
function gathered(
  inquiries: readonly Asked[],
  timeZone: string,
  apart: number,
): readonly (readonly Asked[])[] {
  const groups: Asked[][] = []
  for (const each of inquiries.toSorted((a, b) => a.at - b.at)) {
    const group = groups.at(-1)
    const first = group?.[0]
    const isClose =
      first !== undefined &&
      (each.at - first.at < apart || dateAt(each.at, timeZone) === dateAt(first.at, timeZone))
    if (group !== undefined && isClose) group.push(each)
    else groups.push([each])
  }
  return groups
}
