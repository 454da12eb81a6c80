import type {
  CalendarDate,
  CustomerId,
  Instant,
  LicenseId,
  ObjectionId,
  ProposalId,
  Side,
} from '../license/license.ts'
import type { Asked, ProposalAnswer } from '../license/proposal.ts'
import type { Json, Timestamp } from './column.ts'
import type { DeclarationId, DeclarationKind, DeclaredWords } from './declaration.ts'
import type { ContactId } from './tables.ts'

export interface PortalLinkTable {
  hash: string
  contact: ContactId
  /** The hash of the address that it was sent to; null where staff handed it out. */
  mail_hash: string | null
  made_at: Timestamp
  expires_at: Timestamp
}

export interface PortalSessionTable {
  hash: string
  contact: ContactId
  mail_hash: string | null
  started_at: Timestamp
  seen_at: Timestamp
}

export interface PortalMailTable {
  id: string
  kind: string
  /** A hash of the address, so that none is flooded. */
  recipient: string
  sealed: string
  made_at: Timestamp
  /** When it is tried again, if nobody has sent it by then. */
  due_at: Timestamp
  sent_at: Timestamp<Instant | null>
}

export interface ProposalTable {
  id: ProposalId
  license: LicenseId
  side: Side
  asked: Json<Asked>
  reason: string | null
  proposed_by: string | null
  recorded_by: string
  recorded_at: Timestamp
  lapses_at: Timestamp<Instant | null>
  answer: ProposalAnswer | null
  answered_by: string | null
  answered_at: Timestamp<Instant | null>
}

export interface DeclarationTable {
  id: DeclarationId
  hash: string
  kind: DeclarationKind
  language: string
  received_at: Timestamp
  words: Json<DeclaredWords | null>
  license: LicenseId | null
  customer: CustomerId | null
  objection: ObjectionId | null
  ends_on: CalendarDate | null
  handled_at: Timestamp<Instant | null>
  handled_by: string | null
}
