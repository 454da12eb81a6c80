import type { KeptTable } from './kept-tables.ts'

export const licenses: KeptTable = {
  name: 'licenses',
  title: 'Licenses',
  columns: {
    id: 'text',
    customer: 'text',
    product: 'text',
    plan: 'text',
    time_zone: 'text',
    rules: 'json',
    grants: 'json',
    metadata: 'json',
    created_at: 'instant',
    settled_at: 'instant',
    settles_at: 'instant?',
    renews_after: 'date?',
    ends_after: 'date?',
    retry_at: 'instant?',
    set_aside_error: 'text?',
    recorded_at: 'instant',
    head_hash: 'text?',
    event_count: 'integer',
    revision: 'integer',
  },
  key: ['id'],
  references: { customer: 'customers', product: 'products', plan: 'plans' },
}

const place = { license: 'text', n: 'integer' } as const
const listed = { key: ['license', 'n'], references: { license: 'licenses' } } as const

export const terms: KeptTable = {
  name: 'terms',
  title: 'Terms',
  columns: {
    ...place,
    starts_on: 'date',
    ends_on: 'date?',
    starts_at: 'instant',
    ends_at: 'instant?',
    last_objection_day: 'date?',
    deadline: 'instant?',
    recorded_at: 'instant',
    cut_at: 'instant?',
    origin: 'text',
  },
  ...listed,
}

export const objections: KeptTable = {
  name: 'objections',
  title: 'Objections',
  columns: {
    ...place,
    id: 'text',
    side: 'text',
    channel: 'text',
    declared_by: 'text?',
    reason: 'text?',
    received_at: 'instant?',
    recorded_at: 'instant',
    receipt_recorded_at: 'instant?',
    recorded_by: 'text',
    timely: 'boolean?',
    effective_on: 'date?',
    effective_at: 'instant?',
    review: 'text?',
    withdrawn_at: 'instant?',
    closed_at: 'instant?',
  },
  ...listed,
}

export const suspensions: KeptTable = {
  name: 'suspensions',
  title: 'Suspensions',
  columns: {
    ...place,
    id: 'text',
    from: 'instant',
    to: 'instant?',
    reason: 'text',
    recorded_at: 'instant',
    lifted_at: 'instant?',
  },
  ...listed,
}

export const terminations: KeptTable = {
  name: 'terminations',
  title: 'Terminations',
  columns: {
    ...place,
    id: 'text',
    side: 'text',
    kind: 'text',
    reason: 'text',
    effective_at: 'instant',
    recorded_at: 'instant',
    recorded_by: 'text',
    withdrawn_at: 'instant?',
    closed_at: 'instant?',
  },
  ...listed,
}

export const agreements: KeptTable = {
  name: 'agreements',
  title: 'Agreements',
  columns: {
    ...place,
    id: 'text',
    title: 'text',
    version: 'text',
    language: 'text?',
    url: 'text?',
    document: 'text?',
    sha256: 'text?',
    accepted_at: 'instant',
    accepted_by: 'text',
    recorded_at: 'instant',
  },
  key: ['license', 'n'],
  references: { license: 'licenses', document: 'documents' },
}

export const transfers: KeptTable = {
  name: 'transfers',
  title: 'Transfers',
  columns: { ...place, giver: 'text', receiver: 'text', transferred_at: 'instant' },
  key: ['license', 'n'],
  references: { license: 'licenses', giver: 'customers', receiver: 'customers' },
}

export const activations: KeptTable = {
  name: 'activations',
  title: 'Machines',
  columns: {
    id: 'text',
    license: 'text',
    fingerprint: 'text',
    machine: 'text?',
    created_at: 'instant',
    last_seen_at: 'instant',
    freed_at: 'instant?',
    replaced_by: 'text?',
    held_until: 'instant?',
  },
  key: ['id'],
  references: { license: 'licenses' },
}

export const trials: KeptTable = {
  name: 'trials',
  title: 'Trials',
  columns: { product: 'text', fingerprint: 'text', license: 'text', created_at: 'instant' },
  key: ['product', 'fingerprint'],
  references: { product: 'products', license: 'licenses' },
}

export const statusEntries: KeptTable = {
  name: 'status_entries',
  title: 'Places in the status lists',
  columns: {
    list: 'integer',
    idx: 'integer',
    license: 'text',
    activation: 'text?',
    status: 'integer',
  },
  key: ['list', 'idx'],
  references: { license: 'licenses', activation: 'activations' },
}

export const events: KeptTable = {
  name: 'events',
  title: 'Events',
  columns: {
    position: 'integer',
    id: 'text',
    license: 'text',
    n: 'integer',
    type: 'text',
    occurred_at: 'instant',
    recorded_at: 'instant',
    actor: 'text',
    data: 'json',
    previous_hash: 'text?',
    hash: 'text',
    quiet: 'boolean',
  },
  key: ['position'],
  references: { license: 'licenses' },
}

export const eventPersonal: KeptTable = {
  name: 'event_personal',
  title: 'Names and texts of events',
  columns: { event: 'text', field: 'text', salt: 'text?', value: 'text?' },
  key: ['event', 'field'],
}

export const inquiries: KeptTable = {
  name: 'inquiries',
  title: 'Inquiries',
  columns: {
    id: 'text',
    license: 'text',
    event: 'text',
    at: 'instant',
    channel: 'text',
    topic: 'text',
    repeats: 'text?',
    minutes: 'integer?',
    entitled: 'boolean',
    agent: 'text',
    recorded_at: 'instant',
    corrected_at: 'instant?',
    struck_at: 'instant?',
  },
  key: ['id'],
  references: { license: 'licenses', event: 'events' },
}

export const warnings: KeptTable = {
  name: 'warnings',
  title: 'Warnings',
  columns: {
    id: 'text',
    license: 'text',
    event: 'text',
    at: 'instant',
    form: 'text',
    delivery: 'text',
    language: 'text',
    agent: 'text',
    recorded_at: 'instant',
  },
  key: ['id'],
  references: { license: 'licenses', event: 'events' },
}

export const proposals: KeptTable = {
  name: 'proposals',
  title: 'Proposals',
  columns: {
    id: 'text',
    license: 'text',
    side: 'text',
    asked: 'json',
    reason: 'text?',
    proposed_by: 'text?',
    recorded_by: 'text',
    recorded_at: 'instant',
    lapses_at: 'instant?',
    answer: 'text?',
    answered_by: 'text?',
    answered_at: 'instant?',
  },
  key: ['id'],
  references: { license: 'licenses' },
}

export const declarations: KeptTable = {
  name: 'declarations',
  title: 'Declarations that came without signing in',
  columns: {
    id: 'text',
    hash: 'text',
    kind: 'text',
    language: 'text',
    received_at: 'instant',
    words: 'json?',
    license: 'text?',
    customer: 'text?',
    objection: 'text?',
    ends_on: 'date?',
    handled_at: 'instant?',
    handled_by: 'text?',
  },
  key: ['id'],
  references: { license: 'licenses', customer: 'customers' },
}

export const documents: KeptTable = {
  name: 'documents',
  title: 'Documents',
  columns: {
    id: 'text',
    license: 'text?',
    attached_to: 'text?',
    name: 'text?',
    media_type: 'text',
    size: 'integer',
    sha256: 'text',
    recorded_by: 'text',
    recorded_at: 'instant',
  },
  key: ['id'],
  references: { license: 'licenses' },
}

export const documentParts: KeptTable = {
  name: 'document_parts',
  title: 'Documents’ bytes, in parts',
  columns: { document: 'text', n: 'integer', bytes: 'binary' },
  key: ['document', 'n'],
  references: { document: 'documents' },
}
