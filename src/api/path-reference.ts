import { Problem, unfit } from '../license/problem.ts'
import type { Database } from '../store/database.ts'
import { ownerCalled } from '../store/reference.ts'
import type { ExternalRef } from '../store/reference.ts'
import { misfitsFrom } from './misfits.ts'
import { param } from './route.ts'
import type { Ask } from './route.ts'
import { pathRef } from './schema.ts'

/** The reference that a path names by `:system` and `:reference`. @throws Problem malformed */
export function pathReference(ask: Pick<Ask, 'params'>): ExternalRef {
  const named = { system: param(ask, 'system'), reference: param(ask, 'reference') }
  const parsed = pathRef.safeParse(named)
  if (!parsed.success) throw new Problem('malformed', { errors: misfitsFrom(parsed.error) })
  return parsed.data
}

/** Whom another system calls so. @throws Problem malformed, not-found */
export async function calledByPath(
  { deps, params }: Pick<Ask, 'deps' | 'params'>,
  kind: 'customer' | 'license',
  db: Database = deps.db,
): Promise<string> {
  const ref = pathReference({ params })
  const owner = await ownerCalled(db, kind, ref)
  if (owner === null) throw new Problem('not-found', { external_ref: ref })
  return owner
}

/** The references that a body names and the one of the path, which the body cannot name otherwise. @throws Problem unfit */
export function withPathReference<T extends string | null>(
  { system, reference }: ExternalRef,
  refs: Readonly<Record<string, T>> = {},
): Readonly<Record<string, T | string>> {
  const named = Object.entries(refs).find(([each]) => each === system)
  if (named !== undefined && named[1] !== reference)
    throw unfit(`/external_refs/${system}`, 'The path says what this system calls it.')
  return { ...refs, [system]: reference }
}
