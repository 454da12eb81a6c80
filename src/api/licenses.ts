import { z } from 'zod'
import { boundAnew } from '../license/ended-relation.ts'
import type { Override } from '../license/ended-relation.ts'
import { issue } from '../license/issue.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../license/actor.ts'
import type { Outcome } from '../license/event.ts'
import { edit } from '../license/edit.ts'
import type { Instant, License } from '../license/license.ts'
import { misfitsOf } from '../license/plan.ts'
import type { PlanTerms } from '../license/plan.ts'
import { Problem, unfit } from '../license/problem.ts'
import { inTransaction } from '../store/database.ts'
import type { Database } from '../store/database.ts'
import { heldRelations } from '../store/ended-relation.ts'
import { newId } from '../store/id.ts'
import { insertLicense } from '../store/issue.ts'
import type { Plan } from '../store/plan.ts'
import { listLicenses } from '../store/list-licenses.ts'
import { changeLicense } from '../store/license.ts'
import { customerNamed, refuseMerged } from '../store/read-customer.ts'
import { idsFlagged } from '../store/flagged.ts'
import { readLicense } from '../store/read-license.ts'
import type { LicenseNow } from '../store/read-license.ts'
import { agreementBody } from './agreement-body.ts'
import { agreementFrom } from './agreements.ts'
import { broughtKey } from './keys.ts'
import { keyFor } from './new-key.ts'
import { override, overrideFrom } from './override.ts'
import { licenseAnswer } from './answers.ts'
import { listRoute } from './list.ts'
import { externalRef, pageOnWire, pageQuery, refFrom } from './page.ts'
import { agreedOtherwise, overrides } from './plan-members.ts'
import { planNamed } from './plans.ts'
import { checkMatch, etagOf } from './precondition.ts'
import { readers, sellers } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import type { Answer } from './route.ts'
import { date, externalRefEdits, externalRefs, id, idOrCode, metadata, timeZone } from './schema.ts'
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

export const licenseEdit = z.strictObject({
  metadata: metadata.optional(),
  external_refs: externalRefEdits.optional(),
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
      return issuedAnswered(license, key, now)
    },
  }),
  listRoute({
    path: '/v1/licenses',
    who: readers,
    summary:
      'Lists licenses, as they stand now. Where mode, plan, ends_by or renews_by is asked for, a page may hold fewer than the limit: next says whether more follow.',
    query: pageQuery.extend({
      customer: id('cus').optional(),
      product: idOrCode.optional(),
      plan: idOrCode.optional(),
      external_ref: externalRef.optional(),
      mode: z.enum(['full', 'export-only']).optional(),
      ends_by: date.optional(),
      renews_by: date.optional(),
      flagged: z
        .literal('true')
        .optional()
        .meta({ description: 'Those over their fair-use limit, and no others.' }),
    }),
    item: licenseAnswer,
    read: async ({ deps, now, query }, part) => {
      const { external_ref, ends_by, renews_by, customer, product, plan, mode } = query
      const among = query.flagged === undefined ? undefined : await idsFlagged(deps.db, now)
      const named = { customer, product, plan, among, externalRef: refFrom(external_ref) }
      const judged = { mode, endsBy: ends_by, renewsBy: renews_by }
      const page = await listLicenses(deps.db, { ...named, ...judged, ...part }, now)
      return pageOnWire(page, ({ license, seatsUsed }) => licenseOnWire(license, now, seatsUsed))
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
      const found = await readLicense(ask.deps.db, param(ask, 'license'), ask.now)
      return licenseAnswered(found, ask.now)
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/licenses/:license',
    who: sellers,
    summary: 'Edits a license’s metadata and external references, by name; null takes one away.',
    body: licenseEdit,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor, body, headers } = ask
      const changed = await changeLicense(
        deps.db,
        param(ask, 'license'),
        now,
        actor,
        (license, at, _, revision) => {
          checkMatch(headers, revision)
          return editLicense(license, body, at)
        },
      )
      return licenseAnswered(changed, now)
    },
  }),
]

/** @throws Problem unfit if there is too much metadata by then. */
export function editLicense(
  license: License,
  { metadata: notes, external_refs: refs }: z.infer<typeof licenseEdit>,
  now: Instant,
): Outcome {
  const outcome = edit(license, { metadata: notes, externalRefs: refs }, now)
  const [issue] = metadata.safeParse(outcome.license.metadata).error?.issues ?? []
  if (issue !== undefined) throw unfit('/metadata', issue.message)
  return outcome
}

/** A new license as the answer, with its key. */
export function issuedAnswered(license: License, key: string, now: Instant): Answer {
  return {
    status: 201,
    body: { ...licenseOnWire(license, now, 0), key },
    headers: { location: `/v1/licenses/${license.id}`, etag: etagOf(1) },
  }
}

/** A license as the answer, with the ETag that an edit of it can name. */
export function licenseAnswered(
  { license, seatsUsed, revision }: LicenseNow,
  now: Instant,
): Answer {
  return {
    body: licenseOnWire(license, now, seatsUsed),
    headers: { etag: etagOf(revision) },
  }
}

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
  licenseId?: License['id'],
): Promise<{ readonly license: License; readonly key: string }> {
  const plan = await planNamed(deps.db, body.plan)
  const customer = await customerNamed(deps.db, body.customer, '/customer')
  const given = overrideFrom(body.override, actor)
  const asked = { plan, customer: customer.id, override: given }
  const outcome = await licenseAsked(deps.db, body, asked, now, licenseId)
  const { key, record } = await keyFor(deps, outcome.license.id, body.key, now)
  return inTransaction(deps.db, async (trx) => {
    const relation = (await heldRelations(trx, [customer.id])).get(customer.id) ?? null
    await refuseMerged(trx, [customer.id], '/customer')
    const bound = boundAnew(outcome, { command: 'issue', relation, override: given })
    return { license: await insertLicense(trx, bound, record, actor), key }
  })
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
