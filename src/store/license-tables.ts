import type {
  Activation,
  Agreement,
  CalendarDate,
  Instant,
  License,
  LicenseId,
  Objection,
  Suspension,
  Term,
  Termination,
} from '../license/license.ts'
import type { RecordTable } from './record-table.ts'

/** An item of one of a license's lists, and its place there. */
export type Listed<T> = T & { readonly license: LicenseId; readonly n: number }

/** What of a license stands in its own row. */
export type LicenseRow = Pick<
  License,
  | 'id'
  | 'customer'
  | 'product'
  | 'plan'
  | 'timeZone'
  | 'rules'
  | 'grants'
  | 'metadata'
  | 'createdAt'
  | 'settledAt'
  | 'recordedAt'
> & {
  readonly settlesAt: Instant | null
  readonly renewsAfter: CalendarDate | null
  readonly endsAfter: CalendarDate | null
  readonly retryAt: Instant | null
  readonly setAsideError: string | null
  readonly headHash: string | null
  readonly eventCount: number
  readonly revision: number
}

export const licenseRows: RecordTable<LicenseRow> = {
  name: 'licenses',
  key: ['id'],
  columns: {
    id: ['id', 'text'],
    customer: ['customer', 'text'],
    product: ['product', 'text'],
    plan: ['plan', 'text'],
    timeZone: ['time_zone', 'text'],
    rules: ['rules', 'jsonb'],
    grants: ['grants', 'jsonb'],
    metadata: ['metadata', 'jsonb'],
    createdAt: ['created_at', 'instant'],
    settledAt: ['settled_at', 'instant'],
    recordedAt: ['recorded_at', 'instant'],
    settlesAt: ['settles_at', 'instant'],
    renewsAfter: ['renews_after', 'date'],
    endsAfter: ['ends_after', 'date'],
    retryAt: ['retry_at', 'instant'],
    setAsideError: ['set_aside_error', 'text'],
    headHash: ['head_hash', 'text'],
    eventCount: ['event_count', 'integer'],
    revision: ['revision', 'integer'],
  },
}

const place = { license: ['license', 'text'], n: ['n', 'integer'] } as const

export const termRows: RecordTable<Listed<Term>> = {
  name: 'terms',
  key: ['license', 'n'],
  columns: {
    ...place,
    startsOn: ['starts_on', 'date'],
    endsOn: ['ends_on', 'date'],
    startsAt: ['starts_at', 'instant'],
    endsAt: ['ends_at', 'instant'],
    lastObjectionDay: ['last_objection_day', 'date'],
    deadline: ['deadline', 'instant'],
    recordedAt: ['recorded_at', 'instant'],
    cutAt: ['cut_at', 'instant'],
    origin: ['origin', 'text'],
  },
}

export const objectionRows: RecordTable<Listed<Objection>> = {
  name: 'objections',
  key: ['license', 'n'],
  columns: {
    ...place,
    id: ['id', 'text'],
    side: ['side', 'text'],
    channel: ['channel', 'text'],
    declaredBy: ['declared_by', 'text'],
    reason: ['reason', 'text'],
    receivedAt: ['received_at', 'instant'],
    recordedAt: ['recorded_at', 'instant'],
    receiptRecordedAt: ['receipt_recorded_at', 'instant'],
    recordedBy: ['recorded_by', 'text'],
    timely: ['timely', 'boolean'],
    effectiveOn: ['effective_on', 'date'],
    effectiveAt: ['effective_at', 'instant'],
    review: ['review', 'text'],
    withdrawnAt: ['withdrawn_at', 'instant'],
    closedAt: ['closed_at', 'instant'],
  },
}

export const suspensionRows: RecordTable<Listed<Suspension>> = {
  name: 'suspensions',
  key: ['license', 'n'],
  columns: {
    ...place,
    id: ['id', 'text'],
    from: ['from', 'instant'],
    to: ['to', 'instant'],
    reason: ['reason', 'text'],
    recordedAt: ['recorded_at', 'instant'],
    liftedAt: ['lifted_at', 'instant'],
  },
}

export const terminationRows: RecordTable<Listed<Termination>> = {
  name: 'terminations',
  key: ['license', 'n'],
  columns: {
    ...place,
    id: ['id', 'text'],
    side: ['side', 'text'],
    kind: ['kind', 'text'],
    reason: ['reason', 'text'],
    effectiveAt: ['effective_at', 'instant'],
    recordedAt: ['recorded_at', 'instant'],
    recordedBy: ['recorded_by', 'text'],
    withdrawnAt: ['withdrawn_at', 'instant'],
    closedAt: ['closed_at', 'instant'],
  },
}

export const agreementRows: RecordTable<Listed<Agreement>> = {
  name: 'agreements',
  key: ['license', 'n'],
  columns: {
    ...place,
    id: ['id', 'text'],
    title: ['title', 'text'],
    version: ['version', 'text'],
    language: ['language', 'text'],
    url: ['url', 'text'],
    document: ['document', 'text'],
    sha256: ['sha256', 'text'],
    acceptedAt: ['accepted_at', 'instant'],
    acceptedBy: ['accepted_by', 'text'],
    recordedAt: ['recorded_at', 'instant'],
  },
}

export const activationRows: RecordTable<Activation & { readonly license: LicenseId }> = {
  name: 'activations',
  key: ['id'],
  columns: {
    id: ['id', 'text'],
    license: ['license', 'text'],
    fingerprint: ['fingerprint', 'text'],
    machine: ['machine', 'text'],
    createdAt: ['created_at', 'instant'],
    lastSeenAt: ['last_seen_at', 'instant'],
    freedAt: ['freed_at', 'instant'],
    replacedBy: ['replaced_by', 'text'],
    heldUntil: ['held_until', 'instant'],
  },
}
