import { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { Actor } from '../license/actor.ts'
import type { Override } from '../license/ended-relation.ts'
import type { Outcome } from '../license/event.ts'
import { issue } from '../license/issue.ts'
import type { Instant, License } from '../license/license.ts'
import { misfitsOf } from '../license/plan.ts'
import type { PlanTerms } from '../license/plan.ts'
import { Problem, unfit } from '../license/problem.ts'
import type { Database } from '../store/database.ts'
import { newId } from '../store/id.ts'
import { keepIssued } from '../store/issue.ts'
import type { IssuedLicense } from '../store/issue.ts'
import type { Plan } from '../store/plan.ts'
import { planNamed } from '../store/plan.ts'
import { customerNamed } from '../store/read-customer.ts'
import { agreementBody } from './agreement-body.ts'
import { agreementFrom } from './agreements.ts'
import { broughtKey } from './key-body.ts'
import { override, overrideFrom } from './override.ts'
import { agreedOtherwise, overrides } from './plan-members.ts'
import { date, externalRefEdits, externalRefs, id, idOrCode, metadata, timeZone } from './schema.ts'

export const licenseBody = z.strictObject({
  plan: idOrCode,
  customer: id('cus'),
  time_zone: timeZone,
  starts_on: date.optional(),
  ends_on: date.nullable().optional(),
  starts: z.literal('first_activation').optional(),
  start_by: date.optional(),
  overrides: overrides.optional(),
  metadata: metadata.optional(),
  external_refs: externalRefs.optional(),
  agreement: agreementBody.optional(),
  key: broughtKey.optional(),
  override,
})

export const licenseEdit = z.strictObject({
  metadata: metadata.optional(),
  external_refs: externalRefEdits.optional(),
})

/**
 * Issues a license with its first key: a new one, or one that is brought along.
 *
 * @throws Problem unfit, too-many-terms, reference-taken, key-taken, relation-ended
 */
export async function issueLicense(
  { db, kek }: Pick<Deps, 'db' | 'kek'>,
  body: z.infer<typeof licenseBody>,
  actor: Actor,
  now: Instant,
  licenseId?: License['id'],
): Promise<IssuedLicense> {
  const plan = await planNamed(db, body.plan)
  const { id: customer } = await customerNamed(db, body.customer, '/customer')
  const override = overrideFrom(body.override, actor)
  const outcome = await licenseAsked(db, body, { plan, customer, override }, now, licenseId)
  return keepIssued(db, kek, { outcome, brought: body.key, override, actor }, now)
}

export function noSuchCustomer(): Problem {
  return unfit('/customer', 'There is no customer with this id.')
}

/** What is known of a license that is asked for, beside what its body says. */
interface Asked {
  readonly plan: Plan
  readonly customer: License['customer']
  readonly override: Override | null
}

/**
 * What the law makes of a license that is asked for.
 *
 * @throws Problem unfit, too-many-terms
 */
export async function licenseAsked(
  db: Database,
  body: z.infer<typeof licenseBody>,
  { plan, customer, override: given }: Asked,
  now: Instant,
  licenseId: License['id'] = newId('lic', now),
): Promise<Outcome> {
  if (body.starts !== undefined && body.start_by === undefined)
    throw unfit('/start_by', 'Name the day on which it starts at the latest.')
  if (body.starts === undefined && body.start_by !== undefined)
    throw unfit('/starts', 'Write first_activation: only that start has a latest day.')
  const terms = agreedOtherwise(plan.terms, body.overrides)
  checkOverrides(terms, plan)
  return issue(
    {
      id: licenseId,
      customer,
      product: plan.product,
      plan,
      terms,
      timeZone: body.time_zone,
      startsOn: body.starts_on,
      startBy: body.start_by,
      endsOn: body.ends_on,
      override: given,
      agreement:
        body.agreement && (await agreementFrom(db, body.agreement, null, '/agreement', now)),
      metadata: body.metadata,
      externalRefs: body.external_refs,
    },
    now,
  )
}

/** A plan fits by itself: what does not fit was agreed otherwise. @throws Problem unfit */
function checkOverrides(terms: PlanTerms, { product }: Pick<Plan, 'product'>): void {
  const errors = misfitsOf(terms, product.capabilities).map(({ pointer, detail }) => ({
    pointer: `/overrides${pointer}`,
    detail,
  }))
  if (errors.length > 0) throw new Problem('unfit', { errors })
}
