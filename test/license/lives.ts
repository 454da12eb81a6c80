import { inZone } from '../../src/license/calendar.ts'
import { issue } from '../../src/license/issue.ts'
import type { Issue } from '../../src/license/issue.ts'
import type { Actor } from '../../src/license/actor.ts'
import type { Instant, License } from '../../src/license/license.ts'
import { object } from '../../src/license/objection.ts'
import type { Declaration, Objected } from '../../src/license/objection.ts'
import type { PlanTerms } from '../../src/license/plan.ts'
import { Problem } from '../../src/license/problem.ts'
import { settle } from '../../src/license/settle.ts'

export const admin: Actor = { id: 'tok_admin', role: 'admin' }
export const supporter: Actor = { id: 'tok_support', role: 'support' }

export function at(text: string): Instant {
  const instant = Date.parse(text)
  if (Number.isNaN(instant)) throw new RangeError(`no instant: ${text}`)
  return instant
}

/** The plan of the story: a year that renews, without a notice period. */
export const annual: PlanTerms = {
  capabilities: ['orders:read', 'orders:write'],
  limits: { branches: 3 },
  term: 'P1Y',
  renewal: 'automatic',
  seats: 3,
  preset: 'b2b-de',
  support: {
    level: 'standard',
    channels: ['phone', 'email'],
    scope: 'Questions about the product.',
    fairUse: { inquiries: 5, window: 'P30D' },
  },
}

/** A license of the story's product, from its plan with other terms in their place. */
export function issued(
  terms: Partial<PlanTerms> = {},
  asked: Partial<Issue> = {},
  now?: Instant,
): License {
  const startsOn = asked.startsOn ?? '2025-10-01'
  return issue(
    {
      id: 'lic_1',
      customer: 'cus_1',
      product: {
        id: 'prd_1',
        code: 'broetchenbringer',
        capabilities: ['orders:read', 'orders:write'],
        exportFormats: ['csv', 'jsonl', 'xlsx'],
      },
      plan: { id: 'pln_1', code: 'annual', terms: annual, presetOverride: null },
      terms: { ...annual, ...terms },
      timeZone: 'Europe/Berlin',
      ...(asked.startBy === undefined && { startsOn }),
      ...asked,
    },
    now ?? at(`${startsOn}T08:00:00Z`) - 86_400_000,
  ).license
}

export function settled(license: License, instant: Instant): License {
  return settle(license, instant).license
}

/** Objects as the hinge does it: time acts first. Without further words it is the customer's, on the phone. */
export function objects(
  license: License,
  instant: string,
  declared: Partial<Declaration> = {},
): Objected {
  const declaration: Declaration = {
    id: `obj_${license.objections.length + 1}`,
    side: 'customer',
    channel: 'phone',
    declaredBy: null,
    reason: 'no longer needed',
    receivedAt: null,
    by: admin,
    ...declared,
  }
  return object(settled(license, at(instant)), declaration, at(instant))
}

/** An instant as the license's own calendar writes it; null stays null. */
export function local(license: License, instant: Instant | null): string | null {
  return instant === null ? null : inZone(instant, license.timeZone)
}

/** The terms as `first/last`, a cut one with an x. */
export function days({ terms }: License): string[] {
  return terms.map(
    ({ startsOn, endsOn, cutAt }) => `${startsOn}/${endsOn ?? ''}${cutAt === null ? '' : ' x'}`,
  )
}

/** Why a command is refused: its code, and the members that do not fit. */
export function refusal(command: () => unknown): string {
  try {
    command()
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    const pointers = problem.facts.errors?.map(({ pointer }) => ` ${pointer}`) ?? []
    return `${problem.code}${pointers.join('')}`
  }
  return 'nothing'
}
