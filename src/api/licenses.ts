import { z } from 'zod'
import { boundAnew } from '../license/ended-relation.ts'
import { issue } from '../license/issue.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../license/actor.ts'
import type { Instant, License } from '../license/license.ts'
import { misfitsOf } from '../license/plan.ts'
import type { PlanTerms } from '../license/plan.ts'
import { Problem, unfit } from '../license/problem.ts'
import { findCustomer } from '../store/customer.ts'
import { inTransaction } from '../store/database.ts'
import { heldRelations } from '../store/ended-relation.ts'
import { newId } from '../store/id.ts'
import { insertLicense } from '../store/issue.ts'
import type { Plan } from '../store/plan.ts'
import { listLicenses, readLicense } from '../store/read-license.ts'
import { agreementBody, agreementFrom } from './agreements.ts'
import { broughtKey } from './keys.ts'
import { keyFor } from './new-key.ts'
import { override, overrideFrom } from './override.ts'
import { externalRef, limitOf, listAnswer, pageQuery, refFrom } from './page.ts'
import { agreedOtherwise, overrides } from './plan-members.ts'
import { planNamed } from './plans.ts'
import { readers, sellers } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import { date, externalRefs, id, idOrCode, metadata, timeZone } from './schema.ts'
import { licenseOnWire } from './wire.ts'

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

export const licenseRoutes = [
  route({
    method: 'POST',
    path: '/v1/licenses',
    who: sellers,
    summary: 'Issues a license under a plan, with its key.',
    body: licenseBody,
    query: noQuery,
    handle: async ({ deps, now, actor, body }) => {
      const { license, key } = await issueLicense(deps, body, actor, now)
      return {
        status: 201,
        body: { ...licenseOnWire(license, now, 0), key },
        headers: { location: `/v1/licenses/${license.id}` },
      }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/licenses',
    who: readers,
    summary: 'Lists licenses, as they stand now.',
    body: noBody,
    query: pageQuery.extend({
      customer: id('cus').optional(),
      product: idOrCode.optional(),
      plan: idOrCode.optional(),
      external_ref: externalRef.optional(),
    }),
    handle: async (ask) => {
      const { customer, product, plan, external_ref, after } = ask.query
      const filter = { customer, product, plan, externalRef: refFrom(external_ref) }
      const page = await listLicenses(
        ask.deps.db,
        { ...filter, after, limit: limitOf(ask.query) },
        ask.now,
      )
      const data = page.data.map(({ license, seatsUsed }) =>
        licenseOnWire(license, ask.now, seatsUsed),
      )
      return listAnswer(ask, '/v1/licenses', data, page.next)
    },
  }),
  route({
    method: 'GET',
    path: '/v1/licenses/:license',
    who: readers,
    summary: 'Reads a license as it stands now.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const { license, seatsUsed } = await readLicense(ask.deps.db, param(ask, 'license'), ask.now)
      return { body: licenseOnWire(license, ask.now, seatsUsed) }
    },
  }),
]

/**
 * Issues a license with its first key: a new one, or one that is brought along.
 *
 * @throws Problem unfit, too-many-terms, reference-taken, key-taken, relation-ended
 */
export async function issueLicense(
  deps: Pick<Deps, 'db' | 'kek'>,
  body: z.infer<typeof licenseBody>,
  actor: Actor,
  now: Instant,
): Promise<{ readonly license: License; readonly key: string }> {
  const plan = await planNamed(deps.db, body.plan)
  const customer = await findCustomer(deps.db, body.customer)
  if (customer === null) throw unfit('/customer', 'There is no customer with this id.')
  if (body.starts !== undefined && body.start_by === undefined)
    throw unfit('/start_by', 'Name the day on which it starts at the latest.')
  if (body.starts === undefined && body.start_by !== undefined)
    throw unfit('/starts', 'Write first_activation: only that start has a latest day.')
  const terms = agreedOtherwise(plan.terms, body.overrides)
  checkOverrides(terms, plan)
  const outcome = issue(
    {
      id: newId('lic', now),
      customer: customer.id,
      product: plan.product,
      plan,
      terms,
      timeZone: body.time_zone,
      startsOn: body.starts_on,
      startBy: body.start_by,
      endsOn: body.ends_on,
      agreement:
        body.agreement && (await agreementFrom(deps.db, body.agreement, null, '/agreement', now)),
      metadata: body.metadata,
      externalRefs: body.external_refs,
    },
    now,
  )
  const { key, record } = await keyFor(deps, outcome.license.id, body.key, now)
  const given = overrideFrom(body.override, actor)
  return inTransaction(deps.db, async (trx) => {
    const relation = (await heldRelations(trx, [customer.id])).get(customer.id) ?? null
    const bound = boundAnew(outcome, { command: 'issue', relation, override: given })
    return { license: await insertLicense(trx, bound, record, actor), key }
  })
}

/** A plan fits by itself: what does not fit was agreed otherwise. @throws Problem unfit */
function checkOverrides(terms: PlanTerms, { product }: Pick<Plan, 'product'>): void {
  const errors = misfitsOf(terms, product.capabilities).map(({ pointer, detail }) => ({
    pointer: `/overrides${pointer}`,
    detail,
  }))
  if (errors.length > 0) throw new Problem('unfit', { errors })
}
