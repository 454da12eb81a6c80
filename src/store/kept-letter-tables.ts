import type { KeptTable } from './kept-tables.ts'

export const vendor: KeptTable = {
  name: 'vendor',
  title: 'The vendor',
  columns: {
    one: 'boolean',
    legal_name: 'text',
    address: 'text',
    register_number: 'text',
    vat_id: 'text',
    support_phone: 'text',
    support_email: 'text',
    reply_to: 'text',
    notices_to: 'text',
    language: 'text',
    terms_url: 'text',
    privacy_url: 'text',
    export_help_url: 'text',
    switched_off: 'json',
    logo: 'text?',
    revision: 'integer',
  },
  key: ['one'],
}

export const logos: KeptTable = {
  name: 'logos',
  title: 'Logos that letters bear',
  columns: { id: 'text', media_type: 'text', bytes: 'binary' },
  key: ['id'],
}

export const letterWordings: KeptTable = {
  name: 'letter_wordings',
  title: 'The vendor’s own wording of letters, every version',
  columns: {
    kind: 'text',
    language: 'text',
    version: 'integer',
    subject: 'text?',
    text: 'text?',
    written_at: 'instant',
    written_by: 'text',
  },
  key: ['kind', 'language', 'version'],
}

export const letters: KeptTable = {
  name: 'letters',
  title: 'Letters as they were written',
  columns: {
    id: 'text',
    event: 'text',
    license: 'text',
    customer: 'text',
    kind: 'text',
    language: 'text',
    wording: 'integer?',
    logo: 'text?',
    recipients: 'json',
    reply_to: 'text?',
    subject: 'text?',
    plain: 'text?',
    html: 'text?',
    written_at: 'instant',
    sending: 'text?',
    sends: 'integer',
    mailed_at: 'instant?',
    refused: 'json?',
    failed: 'text?',
    handed_at: 'instant?',
    handed_by: 'text?',
  },
  key: ['id'],
  references: { event: 'events', license: 'licenses', customer: 'customers', logo: 'logos' },
}
