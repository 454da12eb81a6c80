import type { Deps } from '../deps.ts'
import { system } from '../license/actor.ts'
import type { Actor } from '../license/actor.ts'
import type { Instant } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { actorByToken } from '../store/access.ts'
import { signedInBy } from '../store/session.ts'
import { cookiesOf } from '../web/cookie.ts'
import { isSameOrigin } from '../web/same-origin.ts'
import type { Who } from './route.ts'

/**
 * Who calls: staff by a bearer token or by the session of a page of ours, in one of the roles that may.
 *
 * @throws Problem unauthenticated, forbidden
 */
export async function authenticate(
  deps: Deps,
  who: Who,
  request: Request,
  now: Instant,
): Promise<Actor> {
  if (who === 'public') return system
  const authorization = request.headers.get('authorization')
  const actor =
    authorization === null
      ? await actorBySession(deps, request)
      : await actorByBearer(deps, authorization, now)
  if (actor === null) throw new Problem('unauthenticated')
  if (!who.some((role) => role === actor.role))
    throw new Problem('forbidden', { role: actor.role, needs: who })
  return actor
}

async function actorByBearer(
  { db }: Pick<Deps, 'db'>,
  authorization: string,
  now: Instant,
): Promise<Actor | null> {
  const token = /^Bearer +([\x21-\x7e]{1,512})$/i.exec(authorization)?.[1]
  return token === undefined ? null : actorByToken(db, token, now)
}

/**
 * Only a page of ours may call by the session that a browser bears along, and to change something it shows the token of its forms.
 */
async function actorBySession(
  { db, publicUrl }: Pick<Deps, 'db' | 'publicUrl'>,
  { headers, method, url }: Request,
): Promise<Actor | null> {
  const { session } = cookiesOf(headers.get('cookie'), publicUrl.startsWith('https:'))
  if (session === '' || !isSameOrigin(headers, [publicUrl, url])) return null
  const person = await signedInBy(db, session)
  const reads = method === 'GET' || method === 'HEAD'
  return person !== null && (reads || headers.get('x-form-token') === person.formToken)
    ? { id: person.id, role: person.role }
    : null
}
