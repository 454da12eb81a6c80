import type { Agreement, Instant } from '../license/license.ts'
import type { ProposedAgreement } from '../license/proposal.ts'
import { unfit } from '../license/problem.ts'
import type { Database } from './database.ts'
import { findDocument } from './document.ts'
import { newId } from './id.ts'

/** An agreement as it is handed in. */
export interface GivenAgreement extends Omit<Agreement, 'id' | 'recordedAt' | 'document'> {
  /** The id of the file, where it is kept here. */
  readonly document: string | null
}

/**
 * An agreement as it was handed in, to be attached.
 *
 * @param license whose document it may refer to, beside those that belong to no license; null for a new one.
 * @param pointer where it stands in the request.
 * @throws Problem unfit for a document that there is not, or that is another than the hash says.
 */
export async function agreementOf(
  db: Database,
  given: GivenAgreement,
  license: string | null,
  pointer: string,
  now: Instant,
): Promise<Agreement> {
  const paper = await paperOf(db, given, license, pointer, now)
  const { acceptedAt, acceptedBy } = given
  return { ...paper, acceptedAt, acceptedBy, recordedAt: now }
}

/** The same of terms that nobody has accepted yet. @throws Problem unfit */
export async function paperOf(
  db: Database,
  given: Omit<GivenAgreement, 'acceptedAt' | 'acceptedBy'>,
  license: string | null,
  pointer: string,
  now: Instant,
): Promise<ProposedAgreement> {
  const document = given.document === null ? null : await findDocument(db, given.document)
  const isTheirs = document?.license === null || document?.license === license
  if (given.document !== null && (document === null || !isTheirs))
    throw unfit(`${pointer}/document`, 'There is no such document for this license.')
  const { title, version, language, url, sha256 } = given
  if (document !== null && sha256 !== null && sha256 !== document.sha256)
    throw unfit(`${pointer}/sha256`, 'The document has another SHA-256.')
  return {
    id: newId('agr', now),
    title,
    version,
    language,
    url,
    document: document?.id ?? null,
    sha256: document?.sha256 ?? sha256,
  }
}
