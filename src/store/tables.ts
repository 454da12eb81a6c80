import type { GeneratedAlways, Generated } from 'kysely'
import type { Role } from '../license/actor.ts'
import type { EventType } from '../license/event.ts'
import type {
  ActivationId,
  CalendarDate,
  CustomerId,
  Grant,
  Instant,
  LicenseId,
  LicenseKeyId,
  PlanId,
  ProductId,
  Rules,
} from '../license/license.ts'
import type { PublicKey, SigningAlgorithm } from '../token/public-key.ts'
import type { KeyState } from '../token/signing-key.ts'
import type { Status } from '../token/status.ts'
import type { ProductTable, PlanTable, TrialTable } from './catalog-tables.ts'
import type { Json, Timestamp } from './column.ts'
import type { ErasureTable, MergedCustomerTable } from './customer-tables.ts'
import type { EvidenceKeyTable } from './evidence-tables.ts'
import type { RetentionPeriodTable, RetentionRunTable } from './retention-tables.ts'
import type { OutboxAttemptTable, OutboxTable, WebhookTable } from './outbox-tables.ts'
import type {
  DeclarationTable,
  PortalLinkTable,
  PortalMailTable,
  PortalSessionTable,
  ProposalTable,
} from './portal-tables.ts'
import type { ActivationTable, LeaseTable } from './seat-tables.ts'

export type ContactId = `con_${string}`
export type EndedRelationId = `rel_${string}`
export type EventId = `evt_${string}`
export type ApiTokenId = `tok_${string}`
export type SettlementId = `stl_${string}`
export type PersonId = `per_${string}`

/** What a contact may declare for the customer. */
export type Authority = 'object' | 'sign' | 'support'

/** The database as the newest migration leaves it. The lists of a license are described in `license-tables.ts`. */
export interface Tables {
  readonly products: ProductTable
  readonly plans: PlanTable
  readonly trials: TrialTable
  readonly customers: CustomerTable
  readonly contacts: ContactTable
  readonly merged_customers: MergedCustomerTable
  readonly erasures: ErasureTable
  readonly ended_relations: EndedRelationTable
  readonly external_references: ReferenceTable
  readonly licenses: LicenseTable
  readonly terms: TermTable
  readonly transfers: TransferTable
  readonly activations: ActivationTable
  readonly leases: LeaseTable
  readonly license_keys: LicenseKeyTable
  readonly events: EventTable
  readonly event_personal: EventPersonalTable
  readonly webhooks: WebhookTable
  readonly outbox: OutboxTable
  readonly outbox_attempts: OutboxAttemptTable
  readonly api_tokens: ApiTokenTable
  readonly people: PersonTable
  readonly identities: IdentityTable
  readonly invitations: InvitationTable
  readonly sessions: SessionTable
  readonly sign_in_failures: SignInFailureTable
  readonly portal_links: PortalLinkTable
  readonly portal_sessions: PortalSessionTable
  readonly portal_mails: PortalMailTable
  readonly proposals: ProposalTable
  readonly declarations: DeclarationTable
  readonly idempotency_keys: IdempotencyTable
  readonly signing_keys: SigningKeyTable
  readonly evidence_keys: EvidenceKeyTable
  readonly retention_periods: RetentionPeriodTable
  readonly retention_runs: RetentionRunTable
  readonly settlements: SettlementTable
  readonly status_lists: StatusListTable
  readonly status_entries: StatusEntryTable
  readonly status_news: StatusNewsTable
  readonly server: ServerTable
}

interface CustomerTable {
  id: CustomerId
  name: string
  language: string
  created_at: Timestamp
  revision: Generated<number>
}

interface ContactTable {
  id: ContactId
  customer: CustomerId
  n: number
  name: string
  phones: Json<readonly string[]>
  emails: Json<readonly string[]>
  may: Json<readonly Authority[]>
  created_at: Timestamp
}

interface EndedRelationTable {
  id: EndedRelationId
  customer: CustomerId
  reason: string
  ended_at: Timestamp
  /** The opaque id of who ended it. */
  ended_by: string
  resumed_at: Timestamp<Instant | null>
  resumed_by: string | null
}

interface ReferenceTable {
  owner: CustomerId | LicenseId
  kind: 'customer' | 'license'
  system: string
  reference: string
}

interface LicenseTable {
  id: LicenseId
  customer: CustomerId
  product: ProductId
  plan: PlanId
  time_zone: string
  rules: Json<readonly Rules[]>
  grants: Json<readonly Grant[]>
  metadata: Json<Readonly<Record<string, unknown>>>
  created_at: Timestamp
  settled_at: Timestamp
  /** When the job is to look at it: the law's `nextDue`. */
  settles_at: Timestamp<Instant | null>
  /** What the law's `turnsOf` says; true until the license is due. */
  renews_after: CalendarDate | null
  ends_after: CalendarDate | null
  /** Set aside until then, since settling it failed. */
  retry_at: Timestamp<Instant | null>
  set_aside_error: string | null
  recorded_at: Timestamp
  /** The newest event's hash, which the next one continues. */
  head_hash: string | null
  event_count: number
  revision: number
}

interface TermTable {
  license: LicenseId
  n: number
  starts_on: CalendarDate
  ends_on: CalendarDate | null
}

interface TransferTable {
  license: LicenseId
  n: number
  giver: CustomerId
  receiver: CustomerId
  transferred_at: Timestamp
}

interface LicenseKeyTable {
  id: LicenseKeyId
  license: LicenseId
  hash: string
  sealed: string
  created_at: Timestamp
  keep_until: Timestamp<Instant | null>
  leaked_at: Timestamp<Instant | null>
}

interface EventTable {
  position: GeneratedAlways<number>
  id: EventId
  license: LicenseId
  n: number
  type: EventType
  occurred_at: Timestamp
  recorded_at: Timestamp
  actor: string
  data: Json<Readonly<Record<string, unknown>>>
  previous_hash: string | null
  hash: string
  quiet: boolean
}

interface EventPersonalTable {
  event: EventId
  field: string
  /** Null, with its value, once it is erased. */
  salt: string | null
  value: string | null
}

interface ApiTokenTable {
  id: ApiTokenId
  hash: string
  name: string
  role: Role
  created_at: Timestamp
  expires_at: Timestamp<Instant | null>
  last_used_at: Timestamp<Instant | null>
  revoked_at: Timestamp<Instant | null>
}

interface PersonTable {
  id: PersonId
  login: string
  name: string
  role: Role
  /** As `password.ts` writes it; null where none was chosen yet, or it was taken away. */
  password: string | null
  /** The secret of the one-time codes, sealed; null where none are asked for. */
  one_time_code: string | null
  /** The step of the last code that was taken: none is taken twice. */
  code_step: number | null
  /** Hashes of those that are left. */
  recovery_codes: Json<readonly string[]>
  created_at: Timestamp
  left_at: Timestamp<Instant | null>
}

interface IdentityTable {
  issuer: string
  subject: string
  person: PersonId
  /** What the provider called them when they were linked. */
  email: string | null
  linked_at: Timestamp
}

interface InvitationTable {
  hash: string
  person: PersonId | null
  expires_at: Timestamp
}

interface SessionTable {
  hash: string
  person: PersonId
  awaits_code: boolean
  started_at: Timestamp
  seen_at: Timestamp
  /** What the provider gave at the sign-in, sealed; null where it was by a password. */
  id_token: string | null
}

interface SignInFailureTable {
  key: string
  since: Timestamp
  failures: number
}

interface IdempotencyTable {
  hash: string
  body_hash: string
  lease: string | null
  leased_until: Timestamp
  answer: string | null
  expires_at: Timestamp
}

interface SigningKeyTable {
  kid: string
  product: ProductId | null
  algorithm: SigningAlgorithm
  state: KeyState
  public_key: Json<PublicKey>
  sealed: string
  created_at: Timestamp
  activated_at: Timestamp<Instant | null>
  retired_at: Timestamp<Instant | null>
  revoked_at: Timestamp<Instant | null>
  revoked_why: string | null
}

interface SettlementTable {
  id: SettlementId
  at: Timestamp
  renewed: number
  ended: number
  failed: number
  transitions: Json<readonly Transition[]>
}

/** What a settlement has made true of one license. */
export interface Transition {
  readonly license: LicenseId
  readonly kind: 'renewed' | 'ended'
  readonly on: CalendarDate
}

interface StatusListTable {
  n: number
  algorithm: SigningAlgorithm
  /** How often it was published. */
  revision: number
  uri: string | null
  jwt: string | null
  kid: string | null
  /** The published list's `iat`. */
  issued_at: Timestamp<Instant | null>
  /** When it was published, by the database's own clock. */
  signed_at: Timestamp<Instant | null>
}

interface StatusEntryTable {
  list: number
  idx: number
  license: LicenseId
  /** Null for the license's unbound tokens. */
  activation: ActivationId | null
  status: Status
}

/** Changes that no published list bears yet. */
interface StatusNewsTable {
  id: Generated<string>
  list: number
}

interface ServerTable {
  one: Generated<boolean>
  sandbox: boolean
  sandbox_now: Timestamp<Instant | null>
  issuer: string | null
  secret_check: string | null
}
