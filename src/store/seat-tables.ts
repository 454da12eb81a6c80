import type { ActivationId, Instant, LeaseId, LicenseId } from '../license/license.ts'
import type { Timestamp } from './column.ts'

export interface ActivationTable {
  id: ActivationId
  license: LicenseId
  fingerprint: string
  machine: string | null
  created_at: Timestamp
  last_seen_at: Timestamp
  freed_at: Timestamp<Instant | null>
  replaced_by: ActivationId | null
  held_until: Timestamp<Instant | null>
}

export interface LeaseTable {
  id: LeaseId
  license: LicenseId
  holder: string | null
  taken_at: Timestamp
  expires_at: Timestamp
}
