import { lengthOf } from '../calendar.ts'
import type { Period, Rules } from '../license.ts'
import type { Misfit } from '../problem.ts'
import { daysOf } from '../series.ts'
import { presetOf } from './catalog.ts'
import { limitedMembers } from './preset.ts'
import type { Limit, LimitedMember } from './preset.ts'

/** The terms of a plan as far as a law can limit them. */
export type LimitedTerms = Pick<Rules, LimitedMember | 'renewal' | 'preset'>

/** A length that is longer than the law of the contract allows. */
export interface Breach {
  readonly preset: string
  readonly limit: Limit
  /** The member's name on the wire. */
  readonly member: string
  readonly given: Period
}

/** Where terms are beyond what their preset allows. */
export function breachesOf(terms: LimitedTerms): readonly Breach[] {
  const { preset } = terms
  return presetOf(preset).limits.flatMap((limit) => {
    const given = terms[limit.member]
    const concerned = limit.of === 'every_plan' || terms.renewal === 'automatic'
    return given !== null && concerned && !isWithin(given, limit.most)
      ? [{ preset, limit, member: limitedMembers[limit.member], given }]
      : []
  })
}

/** Whether a length is never longer than another, wherever on the calendar it lies. */
function isWithin(given: Period, most: Period): boolean {
  const [one, other] = [lengthOf(given), lengthOf(most)]
  return one.unit === other.unit
    ? one.count <= other.count
    : daysOf(given).most <= daysOf(most).fewest
}

/** The sentence that says what would fit, and by which article. */
export function sentenceOf({ preset, limit: { most, article } }: Breach): string {
  return `Under ${preset} this is at most ${most} (${article}). An admin may let it pass: “override” with a reason.`
}

/** Whether what does not fit is a breach of a preset, which an admin’s reason lets pass. */
export function mayPass({ detail }: Misfit): boolean {
  return detail.includes('An admin may let it pass')
}
