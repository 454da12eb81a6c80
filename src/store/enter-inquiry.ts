import type { Actor } from '../license/actor.ts'
import { correctInquiry, logInquiry, strikeInquiry } from '../license/inquiry.ts'
import type { Asked, Correction } from '../license/inquiry.ts'
import type { InquiryId, Instant, License } from '../license/license.ts'
import { unfit } from '../license/problem.ts'
import type { Database } from './database.ts'
import { newId } from './id.ts'
import { changeInquiry, findInquiry, readInquiry } from './inquiry.ts'
import type { KeptInquiry } from './inquiry.ts'

/** An inquiry as it is on record now, and its license. */
export interface Entered {
  readonly inquiry: KeptInquiry
  readonly license: License
}

/**
 * Logs an inquiry in a license's ledger.
 *
 * @param id as which; a new one by default.
 * @throws Problem not-found, unfit
 */
export function enterInquiry(
  db: Database,
  license: string,
  asked: Asked,
  agent: Actor,
  now: Instant,
  id: InquiryId = newId('inq', now),
): Promise<Entered> {
  return changeInquiry(db, license, now, agent, async (before, ledger) => {
    await checkEarlier(ledger, before, asked)
    return logInquiry(before, id, asked, agent, now)
  })
}

/** Writes an inquiry down as it should have been. @throws Problem not-found, unfit, forbidden */
export function mendInquiry(
  db: Database,
  { license, inquiry }: EntryPath,
  asked: Asked,
  correction: Correction,
  now: Instant,
): Promise<Entered> {
  return changeInquiry(db, license, now, correction.by, async (before, ledger) => {
    const wrong = await readInquiry(ledger, before.id, inquiry)
    await checkEarlier(ledger, before, asked)
    return correctInquiry(before, wrong, asked, correction, now)
  })
}

/** Takes an inquiry off the record. @throws Problem not-found, unfit, forbidden */
export function strikeEntry(
  db: Database,
  { license, inquiry }: EntryPath,
  correction: Correction,
  now: Instant,
): Promise<Entered> {
  return changeInquiry(db, license, now, correction.by, async (before, ledger) => {
    const wrong = await readInquiry(ledger, before.id, inquiry)
    return strikeInquiry(before, wrong, correction, now)
  })
}

/** Which entry, in whose ledger. */
export interface EntryPath {
  readonly license: string
  readonly inquiry: string
}

/** @throws Problem unfit where a repeat names an inquiry that the license’s ledger does not hold. */
async function checkEarlier(ledger: Database, { id: license }: License, { repeats }: Asked) {
  if (repeats !== null && (await findInquiry(ledger, license, repeats)) === null)
    throw unfit('/repeats', 'This license has no inquiry with this id.')
}
