import type { Deps } from '../deps.ts'
import type { Instant, License, Objection } from '../license/license.ts'
import { object } from '../license/objection.ts'
import { presetOf } from '../license/presets/catalog.ts'
import { Problem } from '../license/problem.ts'
import { rulesOn } from '../license/terms.ts'
import { insertDeclaration } from '../store/declaration.ts'
import type {
  DeclarationId,
  DeclarationKind,
  DeclaredWords,
  OpenDeclaration,
} from '../store/declaration.ts'
import { newId } from '../store/id.ts'
import { changeLicense } from '../store/license.ts'
import type { Language } from '../web/language.ts'
import { whichLicense } from './which-license.ts'
import type { Meant } from './which-license.ts'

/** What somebody declares without signing in. */
export interface Declared {
  readonly kind: DeclarationKind
  readonly words: DeclaredWords
  readonly language: Language
}

/** What has become of it. */
export interface Received {
  readonly declaration: OpenDeclaration
  readonly isNew: boolean
  readonly isRecorded: boolean
}

/**
 * Receives a declaration, whatever can be made of it. A cancellation of a consumer's contract that is beyond doubt is recorded as the
 * objection that it is; everything else waits for a person, with the time at which it came.
 *
 * @param token the end of the address of its receipt.
 * @returns the declaration as it is kept, whether it is new, and whether an objection was recorded by it: one that stood before has had
 *   its letter.
 */
export async function receiveDeclaration(
  deps: Pick<Deps, 'db' | 'log'>,
  { kind, words, language }: Declared,
  token: string,
  now: Instant,
): Promise<Received> {
  const id = newId('dcl', now)
  const meant = await orUnknown(deps, () => whichLicense(deps, words, now))
  const recorded = await orNull(deps, () => objected(deps, { kind, words, id }, meant, now))
  const objection = recorded?.objection ?? null
  const { license, customer } = meant
  const declaration: OpenDeclaration = {
    id,
    kind,
    language,
    receivedAt: now,
    // A key is a secret: the number of what it opens says as much.
    words: meant.isCertain && license !== null ? { ...words, contract: license.id } : words,
    license: license?.id ?? null,
    customer,
    objection: objection?.id ?? null,
    endsOn: objection?.effectiveOn ?? null,
    handledAt: objection === null ? null : now,
    handledBy: objection === null ? null : 'system',
  }
  const isNew = await insertDeclaration(deps.db, token, declaration)
  return { declaration, isNew, isRecorded: recorded?.isNew === true }
}

/** The objection that a declaration is; null where a person has to look. */
async function objected(
  { db }: Pick<Deps, 'db'>,
  { kind, words, id }: Pick<Declared, 'kind' | 'words'> & { readonly id: DeclarationId },
  { license, isCertain }: Meant,
  now: Instant,
): Promise<{ readonly objection: Objection; readonly isNew: boolean } | null> {
  if (license === null || !isCertain) return null
  if (kind !== 'cancellation' || words.cause !== 'ordinary') return null
  if (!isConsumers(license)) return null
  const declaration = {
    id: newId('obj', now),
    side: 'customer',
    channel: 'portal',
    declaredBy: words.name,
    reason: null,
    receivedAt: null,
    by: { id, role: 'customer' },
  } as const
  try {
    const { effectiveOn } = object(license, declaration, now).objection
    // Who wishes a later end than the next is not to be cut short by it.
    if (words.wishedEnd !== null && effectiveOn !== null && words.wishedEnd > effectiveOn)
      return null
    const changed = await changeLicense(db, license.id, now, declaration.by, (before) =>
      object(before, declaration, now),
    )
    const isNew = changed.events.some(({ type }) => type === 'license.objected')
    return { objection: changed.objection, isNew }
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

function isConsumers(license: License): boolean {
  const first = license.terms.at(-1)?.startsOn ?? ''
  return presetOf(rulesOn(license, first).preset).openDeclarations.includes('cancellation')
}

/** What goes wrong in looking for the license loses nobody's declaration. */
async function orUnknown(deps: Pick<Deps, 'log'>, look: () => Promise<Meant>): Promise<Meant> {
  const found = await orNull(deps, look)
  return found ?? { license: null, customer: null, isCertain: false }
}

async function orNull<T>(
  { log }: Pick<Deps, 'log'>,
  work: () => Promise<T | null>,
): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    log({ event: 'declaration-unmatched', error: String(error) })
    return null
  }
}
