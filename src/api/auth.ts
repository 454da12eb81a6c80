import type { Deps } from '../deps.ts'
import { system } from '../license/actor.ts'
import type { Actor } from '../license/actor.ts'
import type { Instant } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { actorByToken } from '../store/access.ts'
import type { Who } from './route.ts'

/**
 * Who calls: staff by a bearer token, in one of the roles that may.
 *
 * @throws Problem unauthenticated, forbidden
 */
export async function authenticate(
  deps: Deps,
  who: Who,
  authorization: string | null,
  now: Instant,
): Promise<Actor> {
  if (who === 'public') return system
  const token = /^Bearer +([\x21-\x7e]{1,512})$/i.exec(authorization ?? '')?.[1]
  const actor = token === undefined ? null : await actorByToken(deps.db, token, now)
  if (actor === null) throw new Problem('unauthenticated')
  if (!who.some((role) => role === actor.role))
    throw new Problem('forbidden', { role: actor.role, needs: who })
  return actor
}
