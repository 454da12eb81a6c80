import type { z } from 'zod'
import { Problem } from '../license/problem.ts'
import { inTransaction } from '../store/database.ts'
import { newId } from '../store/id.ts'
import { changeLicense } from '../store/license.ts'
import { planNamed } from '../store/plan.ts'
import { readLicense } from '../store/read-license.ts'
import { claimReference } from '../store/reference.ts'
import { issueLicense, licenseBody } from './license-body.ts'
import { editLicense, issuedAnswered, licenseAnswered } from './licenses.ts'
import { calledByPath, pathReference, withPathReference } from './path-reference.ts'
import { checkMatch } from './precondition.ts'
import { readers, sellers } from './roles.ts'
import { noBody, noQuery, route } from './route.ts'
import type { Answer, Ask } from './route.ts'

type Asked = Ask<z.infer<typeof licenseBody>>

export const licenseReferenceRoutes = [
  route({
    method: 'GET',
    path: '/v1/licenses/by-ref/:system/:reference',
    who: readers,
    summary: 'Reads the license that another system calls so, as it stands now.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const id = await calledByPath(ask, 'license')
      return licenseAnswered(await readLicense(ask.deps.db, id, ask.now), ask.now)
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/licenses/by-ref/:system/:reference',
    who: sellers,
    summary:
      'Issues the license that another system calls so, with its key; where it is issued already, edits its metadata and references as PATCH does, and nothing that was agreed. Said twice, it is done once.',
    body: licenseBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor, headers } = ask
      const ref = pathReference(ask)
      const body = { ...ask.body, external_refs: withPathReference(ref, ask.body.external_refs) }
      return inTransaction(deps.db, async (trx) => {
        const fresh = newId('lic', now)
        const owner = await claimReference(trx, 'license', ref, fresh)
        const within = { ...ask, body, deps: { ...deps, db: trx } }
        if (owner !== fresh) return editedByReference(within, owner)
        checkMatch(headers, null)
        const { license, key } = await issueLicense(within.deps, body, actor, now, fresh)
        return issuedAnswered(license, key, now)
      })
    },
  }),
]

/** @throws Problem reference-taken where it is the license of another customer, or to another product. */
async function editedByReference(ask: Asked, id: string): Promise<Answer> {
  const { deps, now, actor, body, headers } = ask
  const { product } = await planNamed(deps.db, body.plan)
  const changed = await changeLicense(deps.db, id, now, actor, (license, at, _, revision) => {
    if (license.customer !== body.customer || license.product !== product.id)
      throw new Problem('reference-taken', { license: license.id })
    checkMatch(headers, revision)
    return editLicense(license, body, at)
  })
  return licenseAnswered(changed, now)
}
