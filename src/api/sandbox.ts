import { z } from 'zod'
import { Problem } from '../license/problem.ts'
import { admins } from './roles.ts'
import { noBody, noQuery, route } from './route.ts'
import type { Ask } from './route.ts'
import { instant, toInstant } from './schema.ts'
import { utc } from './wire.ts'

export const sandboxRoutes = [
  route({
    method: 'GET',
    path: '/v1/sandbox/clock',
    who: 'public',
    summary: 'Tells where a sandbox’s clock stands; elsewhere it is not there.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      onlyInSandbox(ask)
      return { body: { now: utc(ask.now) } }
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/sandbox/clock',
    who: admins,
    summary: 'Moves a sandbox’s clock ahead; the scheduled job runs on the way as it would have.',
    body: z.strictObject({ now: instant }),
    query: noQuery,
    handle: async (ask) => {
      onlyInSandbox(ask)
      const to = toInstant(ask.body.now)
      const settled = await ask.deps.clock.moveSandbox(ask.deps.db, to)
      return { body: { now: utc(to), settled } }
    },
  }),
]

/** @throws Problem not-found on a production server */
function onlyInSandbox({ deps }: Pick<Ask, 'deps'>): void {
  if (!deps.sandbox) throw new Problem('not-found')
}
