/** What a column holds. Instants are kept to the millisecond and travel as RFC 3339 in UTC, bytes as Base64. */
export type ColumnKind = 'text' | 'integer' | 'boolean' | 'date' | 'instant' | 'json' | 'binary'

/** A table as it can be taken along and brought back: all its columns, `?` where one may be null. */
export interface KeptTable {
  readonly name: string
  readonly title: string
  readonly columns: Readonly<Record<string, ColumnKind | `${ColumnKind}?`>>
  /** The primary key, which is also the order of the rows. */
  readonly key: readonly string[]
  /** The table that a column refers to, by its primary key. */
  readonly references?: Readonly<Record<string, string>>
}

/** What a column holds, apart from whether it may be null. */
export function columnOf(spec: ColumnKind | `${ColumnKind}?`): {
  readonly kind: ColumnKind
  readonly isNullable: boolean
} {
  switch (spec) {
    case 'text?':
      return { kind: 'text', isNullable: true }
    case 'integer?':
      return { kind: 'integer', isNullable: true }
    case 'boolean?':
      return { kind: 'boolean', isNullable: true }
    case 'date?':
      return { kind: 'date', isNullable: true }
    case 'instant?':
      return { kind: 'instant', isNullable: true }
    case 'json?':
      return { kind: 'json', isNullable: true }
    case 'binary?':
      return { kind: 'binary', isNullable: true }
    case 'text':
    case 'integer':
    case 'boolean':
    case 'date':
    case 'instant':
    case 'json':
    case 'binary':
      return { kind: spec, isNullable: false }
  }
}

export const products: KeptTable = {
  name: 'products',
  title: 'Products',
  columns: {
    id: 'text',
    code: 'text',
    name: 'text',
    capabilities: 'json',
    export_formats: 'json',
    export_tables: 'json',
    algorithm: 'text',
    created_at: 'instant',
    revision: 'integer',
  },
  key: ['id'],
}

export const plans: KeptTable = {
  name: 'plans',
  title: 'Plans',
  columns: {
    id: 'text',
    code: 'text',
    product: 'text',
    name: 'text',
    capabilities: 'json',
    limits: 'json?',
    term: 'text?',
    renewal_term: 'text?',
    notice: 'text?',
    renewal_notice: 'text?',
    renewal: 'text',
    seats: 'integer?',
    seat_changes: 'json?',
    replace_oldest: 'boolean?',
    seat_lapse: 'text?',
    lease: 'text?',
    token_lifetime: 'text?',
    renewal_leeway: 'text?',
    preset: 'text?',
    support: 'json?',
    preset_override: 'json?',
    trial: 'boolean',
    created_at: 'instant',
    revision: 'integer',
  },
  key: ['id'],
  references: { product: 'products' },
}

export const customers: KeptTable = {
  name: 'customers',
  title: 'Customers',
  columns: {
    id: 'text',
    name: 'text',
    language: 'text',
    created_at: 'instant',
    revision: 'integer',
  },
  key: ['id'],
}

export const contacts: KeptTable = {
  name: 'contacts',
  title: 'Contacts',
  columns: {
    id: 'text',
    customer: 'text',
    n: 'integer',
    name: 'text',
    phones: 'json',
    emails: 'json',
    may: 'json',
    created_at: 'instant',
  },
  key: ['id'],
  references: { customer: 'customers' },
}

export const mergedCustomers: KeptTable = {
  name: 'merged_customers',
  title: 'Customers who turned out to be others',
  columns: {
    id: 'text',
    merged_into: 'text',
    name: 'text',
    language: 'text',
    created_at: 'instant',
    reason: 'text',
    merged_at: 'instant',
    merged_by: 'text',
  },
  key: ['id'],
  references: { merged_into: 'customers' },
}

export const erasures: KeptTable = {
  name: 'erasures',
  title: 'Erasures of personal data',
  columns: { customer: 'text', reason: 'text', erased_at: 'instant', erased_by: 'text' },
  key: ['customer'],
  references: { customer: 'customers' },
}

export const endedRelations: KeptTable = {
  name: 'ended_relations',
  title: 'Ended relations',
  columns: {
    id: 'text',
    customer: 'text',
    reason: 'text',
    ended_at: 'instant',
    ended_by: 'text',
    resumed_at: 'instant?',
    resumed_by: 'text?',
  },
  key: ['id'],
  references: { customer: 'customers' },
}

export const externalReferences: KeptTable = {
  name: 'external_references',
  title: 'External references',
  columns: { owner: 'text', kind: 'text', system: 'text', reference: 'text' },
  key: ['owner', 'system'],
}

export const licenseKeys: KeptTable = {
  name: 'license_keys',
  title: 'License keys',
  columns: {
    id: 'text',
    license: 'text',
    hash: 'text',
    sealed: 'text',
    created_at: 'instant',
    keep_until: 'instant?',
    leaked_at: 'instant?',
  },
  key: ['id'],
  references: { license: 'licenses' },
}

export const settlements: KeptTable = {
  name: 'settlements',
  title: 'Settlements',
  columns: {
    id: 'text',
    at: 'instant',
    renewed: 'integer',
    ended: 'integer',
    failed: 'integer',
    transitions: 'json',
  },
  key: ['id'],
}

export const signingKeys: KeptTable = {
  name: 'signing_keys',
  title: 'Signing keys, the private halves sealed',
  columns: {
    kid: 'text',
    product: 'text?',
    algorithm: 'text',
    state: 'text',
    public_key: 'json',
    sealed: 'text',
    created_at: 'instant',
    activated_at: 'instant?',
    retired_at: 'instant?',
    revoked_at: 'instant?',
    revoked_why: 'text?',
  },
  key: ['kid'],
  references: { product: 'products' },
}

export const evidenceKeys: KeptTable = {
  name: 'evidence_keys',
  title: 'Evidence keys, the private half of the active one sealed',
  columns: {
    kid: 'text',
    public_key: 'json',
    sealed: 'text?',
    created_at: 'instant',
    retired_at: 'instant?',
    revoked_at: 'instant?',
    revoked_why: 'text?',
  },
  key: ['kid'],
}

export const retentionPeriods: KeptTable = {
  name: 'retention_periods',
  title: 'How long what is kept',
  columns: { class: 'text', period: 'text?', changed_at: 'instant', changed_by: 'text' },
  key: ['class'],
}

export const retentionRuns: KeptTable = {
  name: 'retention_runs',
  title: 'What was erased by itself, by day',
  columns: { class: 'text', day: 'date', erased: 'integer', reached: 'text', finished: 'boolean' },
  key: ['class', 'day'],
}

export const accessEvents: KeptTable = {
  name: 'access_events',
  title: 'Who changed who has access, keys and settings, and who signed in',
  columns: {
    id: 'text',
    type: 'text',
    at: 'instant',
    actor: 'text',
    about: 'text?',
    data: 'json',
  },
  key: ['id'],
}

export const statusLists: KeptTable = {
  name: 'status_lists',
  title: 'Status lists, as they were published last',
  columns: {
    n: 'integer',
    algorithm: 'text',
    revision: 'integer',
    uri: 'text?',
    jwt: 'text?',
    kid: 'text?',
    issued_at: 'instant?',
    signed_at: 'instant?',
  },
  key: ['n'],
}

export const statusNews: KeptTable = {
  name: 'status_news',
  title: 'Changes that no published list bears yet',
  columns: { id: 'text', list: 'integer' },
  key: ['id'],
}

export const server: KeptTable = {
  name: 'server',
  title: 'The server itself',
  columns: {
    one: 'boolean',
    sandbox: 'boolean',
    sandbox_now: 'instant?',
    issuer: 'text?',
    secret_check: 'text?',
  },
  key: ['one'],
}
