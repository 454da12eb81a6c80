import { addendum, agreementExamples } from './agreement-examples.ts'
import { csvExample, keygenExample } from './move-in-examples.ts'
import { annual, bakersVendor, bakery } from './example-catalog.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * Bodies that fit, with every member that there is: one for each route that takes a body, at a license and a customer. The document shows
 * them, and the tests send them.
 */
export function examples(
  license: string,
  customer: string,
  key: string,
  other = 'cus_00000000000000000000000000',
) {
  const at = `/v1/licenses/${license}`
  const consent = { by: 'N. Beispiel', at: '2025-10-01T08:00:00+02:00', how: 'on the phone' }
  const bodies: Readonly<Record<string, readonly [path: string, body: Json]>> = {
    'POST /v1/tokens': [
      '/v1/tokens',
      {
        license_key: key,
        product: bakery.code,
        fingerprint: 'till-1',
        machine: 'Kasse 1',
        nonce: '0123456789abcdef',
        replace: 'act_00000000000000000000000000',
      },
    ],
    'POST /v1/leases': [
      '/v1/leases',
      { license_key: key, product: bakery.code, holder: 'N. Beispiel', nonce: '0123456789abcdef' },
    ],
    'PUT /v1/leases/:lease/heartbeat': [
      '/v1/leases/lea_00000000000000000000000000/heartbeat',
      { nonce: '0123456789abcdef' },
    ],
    'POST /v1/products': [
      '/v1/products',
      { ...bakery, code: 'sample', name: 'Sample', algorithm: 'Ed25519' },
    ],
    'POST /v1/plans': [
      '/v1/plans',
      { ...annual, code: 'sample', product: bakery.code, renewal: 'none', trial: true },
    ],
    'POST /v1/trials': [
      '/v1/trials',
      {
        plan: 'sample',
        fingerprint: 'till-2',
        time_zone: 'Europe/Berlin',
        name: 'Café Probe',
        email: 'probe@example.com',
        language: 'de',
      },
    ],
    'POST /v1/customers': [
      '/v1/customers',
      {
        name: 'Sample',
        language: 'de',
        external_refs: { stripe: 'cus_sample' },
        contacts: [
          { name: 'N.', phones: ['+49 30 1'], emails: ['a@example.com'], may: ['object'] },
        ],
      },
    ],
    'PUT /v1/customers/:customer/ended-relation': [
      `/v1/customers/${customer}/ended-relation`,
      { reason: 'Unpaid three times' },
    ],
    'DELETE /v1/customers/:customer/ended-relation': [
      `/v1/customers/${customer}/ended-relation`,
      { reason: 'All is paid' },
    ],
    'PATCH /v1/products/:product': [
      `/v1/products/${bakery.code}`,
      {
        name: 'Brötchenbringer',
        capabilities: bakery.capabilities,
        export_formats: bakery.export_formats,
      },
    ],
    'PATCH /v1/plans/:plan': [
      `/v1/plans/${annual.code}`,
      { name: 'Annual', seats: 4, limits: { branches: 3 }, renewal_term: 'P1Y' },
    ],
    'PATCH /v1/customers/:customer': [
      `/v1/customers/${customer}`,
      {
        name: 'Edited',
        language: 'de',
        external_refs: { datev: '10001', gone: null },
        contacts: [{ name: 'N.', phones: ['+49 30 1'], emails: ['a@example.com'], may: ['sign'] }],
      },
    ],
    'PUT /v1/customers/by-ref/:system/:reference': [
      '/v1/customers/by-ref/shop/c-1',
      { name: 'By reference', language: 'de', external_refs: { datev: '10002' } },
    ],
    'POST /v1/licenses/bulk': [
      '/v1/licenses/bulk',
      {
        licenses: [
          { plan: annual.code, customer, time_zone: 'Europe/Berlin', external_refs: { bulk: '1' } },
          { plan: annual.code, customer, time_zone: 'Mars/Olympus' },
        ],
      },
    ],
    'PATCH /v1/licenses/:license': [
      at,
      { metadata: { note: 'edited', gone: null }, external_refs: { erp: '4712', gone: null } },
    ],
    'PUT /v1/licenses/by-ref/:system/:reference': [
      '/v1/licenses/by-ref/shop/order-1',
      { plan: annual.code, customer, time_zone: 'Europe/Berlin', metadata: { note: ['text'] } },
    ],
    'POST /v1/licenses': [
      '/v1/licenses',
      {
        plan: annual.code,
        customer,
        time_zone: 'Europe/Berlin',
        starts_on: '2025-10-01',
        ends_on: '2026-12-31',
        overrides: { seats: 5, limits: { branches: 4 }, support: annual.support },
        metadata: { note: ['text'] },
        external_refs: { erp: '4711' },
        agreement: {
          title: 'Contract',
          version: '1',
          language: 'de',
          url: 'https://example.com/contract.pdf',
          sha256: 'a'.repeat(64),
          accepted_at: '2025-09-30T12:00:00+02:00',
          accepted_by: 'N. Beispiel',
        },
        key: 'C1B6DE-39A6E3-DE1529-8559A0-4AF593-V6',
        override: { reason: 'All is paid' },
      },
    ],
    'POST /v1/licenses/:license/keys': [
      `${at}/keys`,
      { key: 'C1B6DE-39A6E3-DE1529-8559A0-4AF593-V4' },
    ],
    'POST /v1/licenses/:license/keys/:key/replacement': [
      `${at}/keys/key_00000000000000000000000000/replacement`,
      {
        key: 'C1B6DE-39A6E3-DE1529-8559A0-4AF593-V5',
        keep_old_until: '2026-01-01T00:00:00+01:00',
        leaked: false,
        reason: 'It stood on a slide',
      },
    ],
    'POST /v1/licenses/:license/file': [
      `${at}/file`,
      { version: 1, product: bakery.code, fingerprint: 'till-2', machine: 'Kasse 2' },
    ],
    'POST /v1/licenses/:license/objections': [
      `${at}/objections`,
      {
        side: 'vendor',
        channel: 'letter',
        declared_by: 'Admin A.',
        reason: 'By post',
        received_at: '2025-10-01T08:30:00+02:00',
      },
    ],
    'PUT /v1/licenses/:license/objections/:side/receipt': [
      `${at}/objections/vendor/receipt`,
      { received_at: '2025-10-01T08:30:00+02:00', reason: 'The slip says so' },
    ],
    'POST /v1/licenses/:license/objections/:side/withdrawal': [
      `${at}/objections/vendor/withdrawal`,
      { kind: 'agreed', reason: 'They talked', agreed: consent },
    ],
    'PUT /v1/licenses/:license/suspension': [
      `${at}/suspension`,
      { reason: 'Unpaid', effective_at: '2025-12-01T00:00:00+01:00' },
    ],
    'POST /v1/licenses/:license/termination': [
      `${at}/termination`,
      {
        side: 'vendor',
        kind: 'good_cause',
        reason: 'Resold',
        effective_at: '2025-12-01T00:00:00+01:00',
      },
    ],
    'POST /v1/licenses/:license/termination/withdrawal': [
      `${at}/termination/withdrawal`,
      { kind: 'agreed', side: 'vendor', reason: 'They talked', agreed: consent },
    ],
    'POST /v1/licenses/:license/reinstatement': [
      `${at}/reinstatement`,
      {
        starts_on: '2026-10-01',
        plan: annual.code,
        reason: 'Came back',
        override: { reason: 'All is paid' },
      },
    ],
    ...agreementExamples(at),
    'POST /v1/licenses/:license/terms': [
      `${at}/terms`,
      { ends_on: '2027-12-31', override: { reason: 'All is paid' } },
    ],
    'POST /v1/licenses/:license/transfer': [
      `${at}/transfer`,
      {
        customer: other,
        reason: 'The business was sold',
        agreements: { giver: addendum, receiver: addendum },
        override: { reason: 'All is paid' },
      },
    ],
    'POST /v1/licenses/:license/inquiries': [
      `${at}/inquiries`,
      { ...asked, at: '2025-10-01T08:30:00+02:00', topic: 'in_scope' },
    ],
    'PUT /v1/licenses/:license/inquiries/:inquiry': [
      `${at}/inquiries/inq_00000000000000000000000000`,
      { ...asked, topic: 'repeat', repeats: 'inq_00000000000000000000000000', reason: 'Misheard' },
    ],
    'DELETE /v1/licenses/:license/inquiries/:inquiry': [
      `${at}/inquiries/inq_00000000000000000000000000`,
      { reason: 'Of another license' },
    ],
    'POST /v1/licenses/:license/warnings': [
      `${at}/warnings`,
      {
        form: 'letter',
        delivery: 'by_hand',
        language: 'de',
        at: '2025-10-01T08:30:00+02:00',
        recipient: 'N. Beispiel',
        text: 'Stop',
      },
    ],
    'POST /v1/lookup': ['/v1/lookup', { phone: '+49 30 1234567', country: 'DE' }],
    'POST /v1/settlements': [
      '/v1/settlements',
      { dry_run: true, as_of: '2026-10-01T00:00:00+02:00' },
    ],
    'POST /v1/signing-keys/rotation': ['/v1/signing-keys/rotation', { algorithm: 'Ed25519' }],
    'POST /v1/signing-keys/:kid/revocation': ['/v1/signing-keys/none/revocation', leaked],
    'POST /v1/evidence-keys/:kid/revocation': ['/v1/evidence-keys/none/revocation', leaked],
    'POST /v1/evidence-keys/rotation': ['/v1/evidence-keys/rotation', {}],
    'PUT /v1/settings': ['/v1/settings', bakersVendor],
    'PUT /v1/retention': [
      '/v1/retention',
      {
        inquiries: 'P3Y',
        evidence: 'P10Y',
        machines: 'P90D',
        sign_ins: 'P90D',
        deliveries: null,
        access: 'P3Y',
      },
    ],
    'POST /v1/api-tokens': [
      '/v1/api-tokens',
      { name: 'The shop', role: 'billing', expires_at: '2026-01-01T00:00:00Z' },
    ],
    'POST /v1/webhooks': [
      '/v1/webhooks',
      {
        url: 'https://shop.example.com/auszug',
        description: 'The shop',
        event_types: ['license.renewed', 'license.downgraded'],
      },
    ],
    'PATCH /v1/webhooks/:webhook': [
      '/v1/webhooks/none',
      {
        url: 'https://shop.example.com/licenses',
        description: 'The shop',
        event_types: null,
        enabled: true,
      },
    ],
    'POST /v1/webhooks/:webhook/secret': [
      '/v1/webhooks/none/secret',
      { keep_old_until: '2025-10-03T00:00:00Z' },
    ],
    'POST /v1/people': ['/v1/people', { login: 'n@example.com', name: 'N.', role: 'support' }],
    'PATCH /v1/people/:person': ['/v1/people/none', { role: 'viewer' }],
    'POST /v1/move-in/csv': ['/v1/move-in/csv', csvExample],
    'POST /v1/move-in/keygen': ['/v1/move-in/keygen', keygenExample],
    'PUT /v1/sandbox/clock': ['/v1/sandbox/clock', { now: '2025-10-01T09:00:00+02:00' }],
    // Last of all: the others name this customer.
    'POST /v1/customers/:customer/erasure': [
      `/v1/customers/${other}/erasure`,
      { reason: 'As asked in May' },
    ],
    'POST /v1/customers/:customer/merge': [
      `/v1/customers/${other}/merge`,
      { into: customer, reason: 'Typed in twice' },
    ],
  }
  return bodies
}

const asked = { channel: 'phone', subject: 'How to', contact: 'N.', minutes: 5 }
const leaked = { reason: 'The laptop was stolen' }
