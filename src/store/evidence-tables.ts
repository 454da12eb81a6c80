import type { Instant } from '../license/license.ts'
import type { PublicKey } from '../token/public-key.ts'
import type { Json, Timestamp } from './column.ts'

/** What signs evidence, or has signed it. */
export interface EvidenceKeyTable {
  kid: string
  public_key: Json<PublicKey>
  /** Null once it signs nothing any more. */
  sealed: string | null
  created_at: Timestamp
  retired_at: Timestamp<Instant | null>
  revoked_at: Timestamp<Instant | null>
  revoked_why: string | null
}
