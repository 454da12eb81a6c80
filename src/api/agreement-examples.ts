import { annual } from './example-catalog.ts'

/** What both sides agreed to. */
export const addendum = {
  title: 'Addendum',
  version: '1',
  accepted_at: '2025-09-30T12:00:00+02:00',
  accepted_by: 'N. Beispiel',
}

/** Bodies of what changes an agreement, or proposes to. */
export function agreementExamples(at: string) {
  return {
    'POST /v1/licenses/:license/proposals': [
      `${at}/proposals`,
      {
        kind: 'amendment',
        amendment: { from: 'now', seats: 6 },
        agreement: { title: 'More tills', version: '1', language: 'de' },
        reason: 'As discussed',
      },
    ],
    'POST /v1/licenses/:license/proposals/:proposal/acceptance': [
      `${at}/proposals/prp_1/acceptance`,
      {},
    ],
    'POST /v1/licenses/:license/amendments': [
      `${at}/amendments`,
      {
        from: 'next_term',
        plan: annual.code,
        renewal_term: 'P2Y',
        seats: 5,
        agreement: addendum,
      },
    ],
  } as const
}
