import { z } from 'zod'
import { amend } from '../license/amendment.ts'
import type { Amendment } from '../license/amendment.ts'
import type { License } from '../license/license.ts'
import { unfit } from '../license/problem.ts'
import { changeLicense } from '../store/license.ts'
import { planNamed } from '../store/plan.ts'
import { findProduct } from '../store/product.ts'
import { readLicense } from '../store/read-license.ts'
import { agreementBody } from './agreement-body.ts'
import { agreementFrom } from './agreements.ts'
import { override, overrideFrom } from './override.ts'
import { overrides, termsFrom } from './plan-members.ts'
import { sellers } from './roles.ts'
import { param, route } from './route.ts'
import type { Ask } from './route.ts'
import { idOrCode } from './schema.ts'
import { licenseOnWire } from './wire.ts'

const amendmentBody = overrides.extend({
  from: z.enum(['now', 'next_term']),
  plan: idOrCode.optional(),
  agreement: agreementBody.optional(),
  override,
})

export const amendmentRoutes = [
  route({
    method: 'POST',
    path: '/v1/licenses/:license/amendments',
    who: sellers,
    summary:
      'Changes what was agreed, from now on or from the next term; with preview=true tells the license as it would be without recording it.',
    body: amendmentBody,
    query: z.strictObject({ preview: z.enum(['true', 'false']).optional() }),
    handle: async (ask) => {
      const { deps, now, actor } = ask
      const found = await readLicense(deps.db, param(ask, 'license'), now)
      const amendment = await amendmentFrom(ask, found.license)
      if (ask.query.preview === 'true') {
        const preview = amend(found.license, amendment, now)
        return { body: licenseOnWire(preview.license, now, found.seatsUsed) }
      }
      const { license, seatsUsed } = await changeLicense(
        deps.db,
        found.license.id,
        now,
        actor,
        (before) => amend(before, amendment, now),
      )
      return {
        status: 201,
        body: licenseOnWire(license, now, seatsUsed),
        headers: { location: `/v1/licenses/${license.id}` },
      }
    },
  }),
]

/** @throws Problem unfit for a plan that there is not, or of another product. */
async function amendmentFrom(
  { deps, now, actor, body }: Ask<z.infer<typeof amendmentBody>>,
  { id, product }: License,
): Promise<Amendment> {
  const { from, plan: named, agreement, override: given, ...changes } = body
  const plan = named === undefined ? null : await planNamed(deps.db, named)
  if (plan !== null && plan.product.id !== product)
    throw unfit('/plan', 'The plan belongs to another product.')
  const { capabilities: catalog = [] } = (await findProduct(deps.db, product)) ?? {}
  return {
    from,
    changes: termsFrom(changes),
    plan,
    catalog,
    override: overrideFrom(given, actor),
    agreement:
      agreement === undefined
        ? null
        : await agreementFrom(deps.db, agreement, id, '/agreement', now),
  }
}
