import { decideAt } from './facts.ts'
import type { Instant, License } from './license.ts'
import { comingTerm } from './terms.ts'

/** Whether a license has come to its end, and nothing of it is to come. */
export function isOver(license: License, at: Instant): boolean {
  const { conditions } = decideAt(license, at)
  return (
    conditions.includes('terminated') ||
    (conditions.includes('ended') && comingTerm(license, at) === null)
  )
}
