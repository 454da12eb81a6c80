import { z } from 'zod'
import { system } from '../license/actor.ts'
import type { Instant } from '../license/license.ts'
import { unfit } from '../license/problem.ts'
import { insertCustomer } from '../store/customer.ts'
import type { Customer } from '../store/customer.ts'
import { inTransaction } from '../store/database.ts'
import { newId } from '../store/id.ts'
import { findPlan } from '../store/plan.ts'
import type { Plan } from '../store/plan.ts'
import { insertTrial } from '../store/trial.ts'
import { saltedFingerprintSync } from '../token/fingerprint-sync.ts'
import { language } from './customer-body.ts'
import { issueLicense } from './license-body.ts'
import { noQuery, route } from './route.ts'
import { idOrCode, text, timeZone } from './schema.ts'
import { licenseOnWire } from './wire.ts'

const trialBody = z.strictObject({
  plan: idOrCode,
  fingerprint: text(512),
  time_zone: timeZone,
  name: text(200).optional(),
  email: z.email().max(254).optional(),
  language: language.optional(),
})

type TrialBody = z.infer<typeof trialBody>

export const trialRoutes = [
  route({
    method: 'POST',
    path: '/v1/trials',
    who: 'public',
    summary:
      'Lets a machine try a product once, under a plan that allows it: a license with its key, for a customer who is made for it.',
    body: trialBody,
    query: noQuery,
    handle: async ({ deps, now, body, address }) => {
      deps.trials.count(address, now)
      const plan = await findPlan(deps.db, body.plan)
      if (plan === null || !plan.trial) throw unfit('/plan', 'There is no trial under this name.')
      const { license, key } = await inTransaction(deps.db, async (trx) => {
        const customer = customerFrom(body, plan, now)
        await insertCustomer(trx, customer)
        const asked = { plan: plan.id, customer: customer.id, time_zone: body.time_zone }
        const issued = await issueLicense({ ...deps, db: trx }, asked, system, now)
        const product = plan.product.id
        const fingerprint = saltedFingerprintSync(product, body.fingerprint)
        const trial = { product, fingerprint, license: issued.license.id, createdAt: now }
        await insertTrial(trx, trial)
        return issued
      })
      return { status: 201, body: { ...licenseOnWire(license, now, 0), key } }
    },
  }),
]

/** Who tries a product says who they are, or not. Nobody has checked it, so the contact may declare nothing yet. */
function customerFrom(
  { name, email, ...said }: TrialBody,
  { product }: Plan,
  now: Instant,
): Customer {
  const called = name ?? email
  const emails = email === undefined ? [] : [email]
  const contact = { id: newId('con', now), name: called ?? '', phones: [], emails, may: [] }
  return {
    id: newId('cus', now),
    name: called ?? `Trial of ${product.name}`,
    language: said.language ?? 'en',
    externalRefs: {},
    contacts: called === undefined ? [] : [contact],
    createdAt: now,
    revision: 1,
  }
}
