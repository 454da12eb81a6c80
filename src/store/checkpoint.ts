import { sql } from 'kysely'
import type { Instant, LicenseId } from '../license/license.ts'
import { signCheckpoint } from '../token/checkpoint.ts'
import type { Checkpoint } from '../token/checkpoint.ts'
import type { Database } from './database.ts'
import type { EvidenceSigner } from './evidence-key.ts'

/** What checkpoints are signed with and named by. */
export interface EvidenceHouse {
  readonly db: Database
  readonly evidence: EvidenceSigner
  readonly issuer: string
}

/** How far a license's history has come, as it is kept. */
export async function checkpointOf(
  { db, issuer }: Pick<EvidenceHouse, 'db' | 'issuer'>,
  license: LicenseId,
  now: Instant,
): Promise<Checkpoint> {
  const { rows } = await sql<{ events: number; head: string }>`
    select event_count as events, head_hash as head from licenses where id = ${license}`.execute(db)
  const [kept] = rows
  if (kept === undefined) throw new TypeError('a license that was read is there')
  return { issuer, license, ...kept, at: now }
}

/** The same signed: what is given along with a receipt, so that nobody can change the history up to there unseen. */
export async function signedCheckpoint(
  house: EvidenceHouse,
  license: LicenseId,
  now: Instant,
): Promise<string> {
  return signCheckpoint(
    await house.evidence.signer(house.db),
    await checkpointOf(house, license, now),
  )
}
