import { z } from 'zod'
import { accessEventAnswer, apiTokenAnswer, personAnswer } from './access-answers.ts'
import {
  customerAnswer,
  decisionAnswer,
  eventAnswer,
  issuedAnswer,
  licenseAnswer,
  listOf,
  movedInAnswer,
  planAnswer,
  productAnswer,
  restoredAnswer,
  settlementAnswer,
  signingKeyAnswer,
  termAnswer,
  tokenAnswer,
} from './answers.ts'
import {
  documentAnswer,
  inquiryAnswer,
  letterAnswer,
  loggedAnswer,
  supportAnswer,
  warningAnswer,
} from './ledger-answers.ts'
import { keptLetterAnswer, settingsAnswer, wholeLetterAnswer } from './letter-answers.ts'
import { lookupAnswer } from './lookup-answers.ts'
import { activationAnswer, leaseAnswer, licenseFileAnswer } from './seat-answers.ts'
import { bulkIssuedAnswer } from './bulk-answer.ts'
import {
  checkpointAnswer,
  evidenceKeyAnswer,
  evidenceKeySetAnswer,
  receiptAnswer,
  retentionAnswer,
} from './evidence-answers.ts'
import { proposalAnswer } from './proposal-answer.ts'
import { exportFormatsAnswer } from './export-formats-answer.ts'
import { statsAnswer } from './stats-answer.ts'
import {
  countAnswer,
  deliveryAnswer,
  webhookAnswer,
  webhookWithSecretAnswer,
  wholeDeliveryAnswer,
} from './webhook-answers.ts'

/** What an operation answers where it says yes, by status; null for an answer without a body. */
export type Answers = Readonly<Record<number, z.ZodType | null>>

const instant = z.string().meta({ format: 'date-time' })
const keyAnswer = z
  .object({
    id: z.string(),
    key: z.string(),
    created_at: instant,
    keep_until: instant.nullable(),
    leaked_at: instant.nullable(),
  })
  .meta({ id: 'LicenseKey' })
const status = z.object({ status: z.string() })
const page = z.string()
const jws = z.string().meta({ format: 'binary', contentMediaType: 'application/jose' })
const zip = z.string().meta({ format: 'binary' })
const file = z.string().meta({ format: 'binary', contentMediaType: '*/*' })

const leasedAnswer = z.object({
  decision: decisionAnswer,
  lease: leaseAnswer.nullable(),
  token: z.string().nullable(),
  heartbeat_at: instant.nullable(),
  leases: z.array(leaseAnswer).optional(),
})

/** The answers of every operation: `METHOD path`, as the list of routes names it. */
export const operations: Readonly<Record<string, Answers>> = {
  'POST /v1/tokens': { 200: tokenAnswer },
  'POST /v1/trials': { 201: issuedAnswer },
  'DELETE /v1/activations/:activation': { 204: null },
  'DELETE /v1/licenses/:license/activations/:activation': { 204: null },
  'GET /v1/licenses/:license/activations': { 200: listOf(activationAnswer) },
  'POST /v1/leases': { 200: leasedAnswer },
  'PUT /v1/leases/:lease/heartbeat': { 200: leasedAnswer },
  'DELETE /v1/leases/:lease': { 204: null },
  'GET /v1/licenses/:license/leases': { 200: listOf(leaseAnswer) },
  'GET /.well-known/jwks.json': {
    200: z.object({ keys: z.array(z.record(z.string(), z.string())) }),
  },
  'GET /.well-known/keys.jwt': { 200: page },
  'GET /.well-known/evidence-keys.json': { 200: evidenceKeySetAnswer },
  'GET /.well-known/license-server': {
    200: z.object({
      issuer: z.string(),
      token_endpoint: z.string(),
      jwks_uri: z.string(),
      keys_uri: z.string(),
      evidence_keys_uri: z.string(),
      algorithms: z.array(z.string()),
      status_lists: z.array(z.string()),
      sandbox: z.literal(true).optional(),
    }),
  },
  'GET /status-lists/:list': { 200: page },
  'GET /healthz': { 200: status },
  'GET /readyz': { 200: status },
  'GET /metrics': { 200: page },
  'GET /problems': { 200: page },
  'GET /openapi.json': { 200: z.record(z.string(), z.unknown()) },
  'GET /docs': { 200: page },
  'POST /v1/products': { 201: productAnswer },
  'GET /v1/products': { 200: listOf(productAnswer) },
  'GET /v1/products/:product': { 200: productAnswer },
  'PATCH /v1/products/:product': { 200: productAnswer },
  'POST /v1/plans': { 201: planAnswer },
  'GET /v1/plans': { 200: listOf(planAnswer) },
  'GET /v1/plans/:plan': { 200: planAnswer },
  'PATCH /v1/plans/:plan': { 200: planAnswer },
  'POST /v1/customers': { 201: customerAnswer },
  'GET /v1/customers': { 200: listOf(customerAnswer) },
  'GET /v1/customers/:customer': { 200: customerAnswer },
  'PUT /v1/customers/:customer/ended-relation': { 200: customerAnswer },
  'DELETE /v1/customers/:customer/ended-relation': { 200: customerAnswer },
  'PATCH /v1/customers/:customer': { 200: customerAnswer },
  'GET /v1/customers/by-ref/:system/:reference': { 200: customerAnswer },
  'PUT /v1/customers/by-ref/:system/:reference': { 200: customerAnswer, 201: customerAnswer },
  'POST /v1/customers/:customer/merge': { 200: customerAnswer },
  'POST /v1/customers/:customer/erasure': { 200: customerAnswer },
  'POST /v1/licenses': { 201: issuedAnswer },
  'POST /v1/licenses/bulk': { 200: bulkIssuedAnswer },
  'GET /v1/licenses': { 200: listOf(licenseAnswer) },
  'GET /v1/licenses/:license': { 200: licenseAnswer },
  'POST /v1/licenses/:license/file': { 200: licenseFileAnswer },
  'PATCH /v1/licenses/:license': { 200: licenseAnswer },
  'GET /v1/licenses/by-ref/:system/:reference': { 200: licenseAnswer },
  'PUT /v1/licenses/by-ref/:system/:reference': { 200: licenseAnswer, 201: issuedAnswer },
  'GET /v1/licenses/:license/keys': { 200: listOf(keyAnswer) },
  'POST /v1/licenses/:license/keys': { 201: keyAnswer },
  'POST /v1/licenses/:license/keys/:key/replacement': { 201: keyAnswer },
  'GET /v1/licenses/:license/decision': { 200: decisionAnswer },
  'GET /v1/licenses/:license/terms': { 200: listOf(termAnswer) },
  'GET /v1/licenses/:license/events': { 200: listOf(eventAnswer) },
  'GET /v1/events': { 200: listOf(eventAnswer) },
  'GET /v1/history': { 200: listOf(eventAnswer) },
  'GET /v1/licenses/:license/checkpoint': { 200: checkpointAnswer },
  'GET /v1/licenses/:license/dossier': { 200: jws },
  'POST /v1/licenses/:license/objections': { 200: receiptAnswer, 201: receiptAnswer },
  'GET /v1/licenses/:license/objections/:side': { 200: receiptAnswer },
  'PUT /v1/licenses/:license/objections/:side/receipt': { 200: receiptAnswer },
  'POST /v1/licenses/:license/objections/:side/withdrawal': { 200: receiptAnswer },
  'PUT /v1/licenses/:license/suspension': { 200: licenseAnswer },
  'DELETE /v1/licenses/:license/suspension': { 200: licenseAnswer },
  'POST /v1/licenses/:license/termination': { 201: licenseAnswer },
  'POST /v1/licenses/:license/termination/withdrawal': { 200: licenseAnswer },
  'POST /v1/licenses/:license/reinstatement': { 201: licenseAnswer },
  'POST /v1/licenses/:license/amendments': { 200: licenseAnswer, 201: licenseAnswer },
  'POST /v1/licenses/:license/proposals': { 201: proposalAnswer },
  'GET /v1/licenses/:license/proposals': { 200: listOf(proposalAnswer) },
  'POST /v1/licenses/:license/proposals/:proposal/acceptance': { 200: proposalAnswer },
  'DELETE /v1/licenses/:license/proposals/:proposal': { 200: proposalAnswer },
  'POST /v1/licenses/:license/terms': { 201: licenseAnswer },
  'POST /v1/licenses/:license/transfer': { 201: licenseAnswer },
  'GET /v1/licenses/:license/support': { 200: supportAnswer },
  'POST /v1/licenses/:license/inquiries': { 201: loggedAnswer },
  'GET /v1/licenses/:license/inquiries': { 200: listOf(inquiryAnswer) },
  'GET /v1/inquiries': { 200: listOf(inquiryAnswer) },
  'GET /v1/licenses/:license/inquiries/:inquiry': { 200: inquiryAnswer },
  'PUT /v1/licenses/:license/inquiries/:inquiry': { 200: inquiryAnswer },
  'DELETE /v1/licenses/:license/inquiries/:inquiry': { 200: inquiryAnswer },
  'GET /v1/licenses/:license/warning-letter': { 200: letterAnswer },
  'POST /v1/licenses/:license/warnings': { 201: warningAnswer },
  'GET /v1/licenses/:license/warnings': { 200: listOf(warningAnswer) },
  'GET /v1/licenses/:license/warnings/:warning': { 200: warningAnswer },
  'GET /v1/letters': { 200: listOf(keptLetterAnswer) },
  'GET /v1/licenses/:license/letters': { 200: listOf(keptLetterAnswer) },
  'GET /v1/letters/:letter': { 200: wholeLetterAnswer },
  'POST /v1/letters/:letter/mailing': { 202: wholeLetterAnswer },
  'PUT /v1/letters/:letter/handover': { 200: wholeLetterAnswer },
  'POST /v1/documents': { 201: documentAnswer },
  'POST /v1/licenses/:license/documents': { 201: documentAnswer },
  'GET /v1/licenses/:license/documents': { 200: listOf(documentAnswer) },
  'GET /v1/documents/:document': { 200: file },
  'POST /v1/lookup': { 200: lookupAnswer },
  'POST /v1/settlements': { 200: settlementAnswer },
  'GET /v1/settlements': { 200: listOf(settlementAnswer) },
  'GET /v1/evidence-keys': { 200: listOf(evidenceKeyAnswer) },
  'POST /v1/evidence-keys/rotation': { 200: listOf(evidenceKeyAnswer) },
  'POST /v1/evidence-keys/:kid/revocation': { 200: listOf(evidenceKeyAnswer) },
  'GET /v1/settings': { 200: settingsAnswer },
  'PUT /v1/settings': { 200: settingsAnswer },
  'GET /v1/retention': { 200: retentionAnswer },
  'PUT /v1/retention': { 200: retentionAnswer },
  'GET /v1/access-events': { 200: listOf(accessEventAnswer) },
  'GET /v1/signing-keys': { 200: listOf(signingKeyAnswer) },
  'POST /v1/signing-keys/rotation': { 200: listOf(signingKeyAnswer) },
  'POST /v1/signing-keys/:kid/revocation': { 200: listOf(signingKeyAnswer) },
  'POST /v1/webhooks': { 201: webhookWithSecretAnswer },
  'GET /v1/webhooks': { 200: listOf(webhookAnswer) },
  'GET /v1/webhooks/:webhook': { 200: webhookAnswer },
  'PATCH /v1/webhooks/:webhook': { 200: webhookAnswer },
  'DELETE /v1/webhooks/:webhook': { 204: null },
  'POST /v1/webhooks/:webhook/secret': { 201: webhookWithSecretAnswer },
  'POST /v1/webhooks/:webhook/test': { 202: deliveryAnswer },
  'GET /v1/webhooks/:webhook/deliveries': { 200: listOf(deliveryAnswer) },
  'GET /v1/webhooks/:webhook/deliveries/:delivery': { 200: wholeDeliveryAnswer },
  'POST /v1/webhooks/:webhook/deliveries/:delivery/resend': { 202: deliveryAnswer },
  'POST /v1/webhooks/:webhook/resend': { 200: countAnswer },
  'POST /v1/webhooks/:webhook/dismissals': { 200: countAnswer },
  'POST /v1/api-tokens': { 201: apiTokenAnswer.extend({ token: z.string() }) },
  'GET /v1/api-tokens': { 200: listOf(apiTokenAnswer) },
  'GET /v1/api-tokens/:token': { 200: apiTokenAnswer },
  'DELETE /v1/api-tokens/:token': { 204: null },
  'POST /v1/people': { 201: personAnswer.extend({ invitation: z.string() }) },
  'GET /v1/people': { 200: listOf(personAnswer) },
  'GET /v1/people/:person': { 200: personAnswer },
  'PATCH /v1/people/:person': { 200: personAnswer },
  'DELETE /v1/people/:person': { 204: null },
  'POST /v1/people/:person/invitation': { 201: z.object({ invitation: z.string() }) },
  'DELETE /v1/people/:person/password': { 204: null },
  'DELETE /v1/people/:person/identities': { 204: null },
  'DELETE /v1/people/:person/sessions': { 204: null },
  'GET /v1/stats': { 200: statsAnswer },
  'GET /v1/export-formats': { 200: listOf(exportFormatsAnswer) },
  'GET /v1/export': { 200: zip },
  'GET /v1/customers/:customer/export': { 200: zip },
  'POST /v1/import': { 200: restoredAnswer },
  'GET /v1/sunset': { 200: page },
  'POST /v1/move-in/csv': { 200: movedInAnswer, 201: movedInAnswer },
  'POST /v1/move-in/keygen': { 200: movedInAnswer, 201: movedInAnswer },
  'GET /v1/sandbox/clock': { 200: z.object({ now: instant }) },
  'PUT /v1/sandbox/clock': {
    200: z.object({
      now: instant,
      settled: z.object({ renewed: z.int(), ended: z.int() }),
    }),
  },
}

/** The answers of a route. @throws TypeError if the list above forgot it. */
export function answersOf({
  method,
  path,
}: {
  readonly method: string
  readonly path: string
}): Answers {
  const answers = operations[`${method} ${path}`]
  if (answers === undefined) throw new TypeError(`no answers for ${method} ${path}`)
  return answers
}
