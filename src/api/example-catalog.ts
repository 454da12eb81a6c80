/** The product of the story, as it is added. */
export const bakery = {
  code: 'broetchenbringer',
  name: 'Brötchenbringer',
  capabilities: ['orders:read', 'orders:write'],
  export_formats: ['csv', 'jsonl', 'xlsx'],
} as const

/** Its plan, with every member that a plan has. */
export const annual = {
  code: 'annual',
  name: 'Annual',
  capabilities: ['orders:read', 'orders:write'],
  limits: { branches: 3 },
  term: 'P1Y',
  renewal_term: 'P1Y',
  notice: 'P0D',
  renewal_notice: 'P0D',
  renewal: 'automatic',
  seats: 3,
  seat_changes: { count: 3, window: 'P30D' },
  replace_oldest: false,
  seat_lapse: null,
  lease: null,
  token_lifetime: 'P14D',
  renewal_leeway: 'P3D',
  preset: 'b2b-de',
  support: {
    level: 'standard',
    channels: ['phone', 'email'],
    scope: 'Questions about the product.',
    fair_use: { inquiries: 5, window: 'P30D' },
  },
} as const

/** Who sells it, with every member that settings have. */
export const bakersVendor = {
  legal_name: 'Krume Software GmbH',
  address: 'Backgasse 3\n10115 Berlin',
  register_number: 'HRB 12345, Amtsgericht Charlottenburg',
  vat_id: 'DE123456789',
  support_phone: '+49 30 1234567',
  support_email: 'hilfe@krume.example',
  reply_to: 'antwort@krume.example',
  notices_to: 'vertrieb@krume.example',
  language: 'de',
  terms_url: 'https://krume.example/agb',
  privacy_url: 'https://krume.example/datenschutz',
  export_help_url: 'https://krume.example/mitnehmen',
  switched_off: ['renewed'],
} as const
