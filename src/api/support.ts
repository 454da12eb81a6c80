import { daysBetween, dateAt, inZone } from '../license/calendar.ts'
import { fairUse } from '../license/fair-use.ts'
import type { FairUse } from '../license/fair-use.ts'
import type { Instant, License } from '../license/license.ts'
import { entitlement } from '../license/support.ts'
import { inquiriesInWindow } from '../store/inquiry.ts'
import { readLicense } from '../store/read-license.ts'
import { readers } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'

export const supportRoutes = [
  route({
    method: 'GET',
    path: '/v1/licenses/:license/support',
    who: readers,
    summary: 'Whether support answers, for how long, and how far it was used beyond its scope.',
    body: noBody,
    query: noQuery,
    handle: async ({ deps, now, params }) => {
      const { license } = await readLicense(deps.db, param({ params }, 'license'), now)
      const inquiries = await inquiriesInWindow(deps.db, license, now)
      return { body: standingOnWire(license, fairUse(license, inquiries, now), now) }
    },
  }),
]

/** A license's support as it stands: what was agreed, whether it answers, and how it was used. */
export function standingOnWire(license: License, use: FairUse | null, now: Instant) {
  const { timeZone } = license
  const standing = entitlement(license, now)
  return {
    contract: standing && {
      level: standing.level,
      channels: standing.channels,
      scope: standing.scope,
      entitled: standing.entitled,
      until: standing.until,
      reason: standing.reason,
      since: standing.since && inZone(standing.since, timeZone),
    },
    // On the last day there are none.
    days_left:
      standing === null || standing.until === null
        ? null
        : Math.max(0, daysBetween(dateAt(now, timeZone), standing.until)),
    fair_use: fairUseOnWire(use, timeZone),
  }
}

export function fairUseOnWire(use: FairUse | null, timeZone: string) {
  return use && { ...use, from: inZone(use.from, timeZone) }
}
