import type { Claims } from '../../src/token/claims.ts'

/** The claims of a license through 30 September 2026 in Berlin, which renews, asked for on 1 June. */
export const claims: Claims = {
  iss: 'https://license.example',
  aud: 'broetchenbringer',
  sub: 'lic_01',
  jti: 'jti_01',
  iat: 1_780_300_800,
  exp: 1_781_510_400,
  mode: 'full',
  reason: 'in_term',
  capabilities: ['data:export', 'orders:write'],
  limits: { branches: 3 },
  export_formats: ['csv', 'jsonl'],
  term: {
    starts_on: '2025-10-01',
    ends_on: '2026-09-30',
    time_zone: 'Europe/Berlin',
    starts_at: 1_759_269_600,
    ends_at: 1_790_805_600,
  },
  renewal: { automatic: true, ends: false },
  objection: { last_day: '2026-09-30', deadline: 1_790_805_600 },
  support: { until: '2026-09-30' },
}

export const expected = { product: 'broetchenbringer', issuer: 'https://license.example' }
