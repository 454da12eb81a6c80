import type { Deps } from '../deps.ts'
import type { Actor } from '../license/actor.ts'
import type { Instant } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { listTypes } from './list.ts'
import { routes } from './routes.ts'

/** A list of the API, as the console wants it. */
export interface WantedList {
  /** As it stands in the list of routes, e.g. `/v1/customers`. */
  readonly path: string
  /** The filters, and what the path names. */
  readonly query: Readonly<Record<string, string>>
  readonly type: Exclude<(typeof listTypes)[number], 'application/json'>
}

/** A list as it goes into a file: whole, with the columns that the API gives it. */
export interface ListFile {
  readonly mediaType: string
  readonly body: ReadableStream<Uint8Array>
}

/**
 * A whole list in the form that a call of the API would answer with, for somebody who has been let in otherwise.
 *
 * @throws Problem forbidden, malformed; whatever else the list refuses.
 */
export async function listFile(
  deps: Deps,
  { path, query, type }: WantedList,
  actor: Actor,
  now: Instant,
): Promise<ListFile> {
  const row = routes.find(
    (each) => each.method === 'GET' && each.path === path && each.offers !== undefined,
  )
  if (row === undefined) throw new TypeError(`there is no list at ${path}`)
  if (row.who !== 'public' && !row.who.some((role) => role === actor.role))
    throw new Problem('forbidden', { role: actor.role, needs: row.who })
  const named = new Set(path.match(/(?<=:)\w+/g) ?? [])
  const apart = (isNamed: boolean) =>
    Object.fromEntries(Object.entries(query).filter(([name]) => named.has(name) === isNamed))
  const { body, headers = {} } = await row.run({
    deps,
    now,
    actor,
    params: apart(true),
    query: apart(false),
    body: undefined,
    headers: new Headers({ accept: type }),
    sent: null,
    address: '',
  })
  if (!(body instanceof ReadableStream)) throw new TypeError('a whole list is a stream')
  return { mediaType: headers['content-type'] ?? type, body }
}
