import { system } from '../license/actor.ts'
import { Problem } from '../license/problem.ts'
import { findActivation, pageOfActivations } from '../store/activation.ts'
import { freeActivation } from '../store/free-activation.ts'
import { readLicense } from '../store/read-license.ts'
import { licenseCalling } from './license-auth.ts'
import { activationAnswer } from './seat-answers.ts'
import { listRoute } from './list.ts'
import { pageOnWire, pageQuery } from './page.ts'
import { admins, readers } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import { activationOnWire } from './wire.ts'

export const activationRoutes = [
  route({
    method: 'DELETE',
    path: '/v1/activations/:activation',
    who: 'public',
    summary: 'Frees a machine’s seat; by the license key, as “Authorization: License …”.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now } = ask
      const license = await licenseCalling(ask)
      const activation = await findActivation(deps.db, param(ask, 'activation'))
      if (activation === null || activation.license !== license) throw new Problem('not-found')
      await freeActivation(deps.db, activation, system, now)
      return { status: 204 }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/licenses/:license/activations/:activation',
    who: admins,
    summary: 'Frees a machine’s seat for the customer.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor } = ask
      const { license } = await readLicense(deps.db, param(ask, 'license'), now)
      const activation = await findActivation(deps.db, param(ask, 'activation'))
      if (activation === null || activation.license !== license.id) throw new Problem('not-found')
      await freeActivation(deps.db, activation, actor, now)
      return { status: 204 }
    },
  }),
  listRoute({
    path: '/v1/licenses/:license/activations',
    who: readers,
    summary: 'Lists the machines that use a license.',
    query: pageQuery,
    item: activationAnswer,
    read: async (ask, part) => {
      const { license } = await readLicense(ask.deps.db, param(ask, 'license'), ask.now)
      const page = await pageOfActivations(ask.deps.db, license.id, part)
      return pageOnWire(page, (each) => activationOnWire(each, license.timeZone))
    },
  }),
]
