import type { Instant } from '../license/license.ts'
import { newId } from '../store/id.ts'
import { filled } from './visit.ts'
import type { Visit } from './visit.ts'

/** The hidden field by which a form that is sent twice counts once. */
export const entryField = 'entry'

/**
 * The id that a form had made for what it sends, so that a second click finds the first; a new one where it has none of ours.
 *
 * @param prefix that of the kind, e.g. `inq`.
 */
export function entryIn<Prefix extends string>(
  visit: Pick<Visit, 'form' | 'now'>,
  prefix: Prefix,
): `${Prefix}_${string}` {
  const sent = filled(visit, entryField)
  return isOf(prefix, sent, visit.now) ? sent : newId(prefix, visit.now)
}

/** An id of this kind that is no younger than now: entries stand in the order of their ids. */
function isOf<Prefix extends string>(
  prefix: Prefix,
  id: string,
  now: Instant,
): id is `${Prefix}_${string}` {
  const isId = /^[a-z]{3}_[0-9a-z]{26}$/.test(id) && id.startsWith(`${prefix}_`)
  // Its first ten characters tell its instant, and sort by it.
  return isId && id.slice(0, 14) <= newId(prefix, now).slice(0, 14)
}
