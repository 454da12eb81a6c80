import type { Actor } from '../license/actor.ts'
import { attach } from '../license/document.ts'
import type { Attachable } from '../license/document.ts'
import type { Instant } from '../license/license.ts'
import { unfit } from '../license/problem.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { contentOf, hasAttachable, insertDocument } from './document.ts'
import type { KeptDocument } from './document.ts'
import { newId } from './id.ts'
import { changeLicense } from './license.ts'

/** A file as it was handed in, the whole of it: a slow sender keeps nobody waiting. */
export interface SentFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** A document of none, with what its bytes say. @throws Problem unfit without bytes. */
export function documentFrom(
  { name, mediaType, bytes }: SentFile,
  by: Actor,
  now: Instant,
): KeptDocument {
  if (bytes.length === 0) throw unfit('', 'Send the bytes of the document.')
  return {
    id: newId('doc', now),
    license: null,
    attachedTo: null,
    name,
    mediaType,
    ...contentOf(bytes),
    recordedBy: by.id,
    recordedAt: now,
  }
}

/**
 * Attaches a file to a license, or to what belongs to it.
 *
 * @throws Problem not-found, unfit where the license has nothing with this id.
 */
export function attachDocument(
  db: Database,
  license: string,
  of: Attachable | null,
  file: SentFile,
  by: Actor,
  now: Instant,
): Promise<KeptDocument> {
  const document = { ...documentFrom(file, by, now), attachedTo: of }
  return inTransaction(db, async (trx) => {
    const changed = await changeLicense(trx, license, now, by, async (before) => {
      if (of !== null && !(await hasAttachable(trx, before, of)))
        throw unfit('/of', 'This license has nothing with this id.')
      return attach(before, document, now)
    })
    const kept = { ...document, license: changed.license.id }
    await insertDocument(trx, kept, file.bytes)
    return kept
  })
}
