import { accessPages } from './access.tsx'
import { accountPages } from './account.tsx'
import { byProviderPages } from './by-provider.ts'
import { auditPages } from './audit.tsx'
import { callPages } from './call.tsx'
import { customerFormPages } from './customer-form.tsx'
import { customerPages } from './customers.tsx'
import { declarationPages } from './declarations.tsx'
import { declarePages } from './declare.tsx'
import { documentPages } from './documents.tsx'
import { entryPages } from './entry.tsx'
import { inquiriesPages } from './inquiries.tsx'
import { inquiryPages } from './inquiry.tsx'
import { dossierPages } from './dossier.tsx'
import { invitationPages } from './invitation.tsx'
import { issuePages } from './issue-form.tsx'
import { keysPages } from './keys.tsx'
import { licenseActPages } from './license-acts.ts'
import { letterPages } from './letters.tsx'
import { licensePages } from './license.tsx'
import { listFilePages } from './list-file.ts'
import { licensesPages } from './licenses.tsx'
import { planFormPages } from './plan-form.tsx'
import { planPages } from './plan.tsx'
import { erasurePages } from './erasure.tsx'
import { mergePages } from './merge.tsx'
import { portalLinkPages } from './portal-link.tsx'
import { productFormPages } from './product-form.tsx'
import { productPages } from './products.tsx'
import { receiptPages } from './receipt.tsx'
import { relationPages } from './relation.tsx'
import { retentionPages } from './retention.tsx'
import { searchPages } from './search.tsx'
import { settingsPages } from './settings.tsx'
import { settlementPages } from './settlements.tsx'
import { signInPages } from './sign-in.tsx'
import { startPages } from './start.tsx'
import { unknownCallerPages } from './unknown-caller.tsx'
import { wordingPages } from './wordings.tsx'
import type { Page } from './visit.ts'
import { warningPages } from './warnings.tsx'
import { verifyPages } from './verify.tsx'
import { webhookPages } from './webhooks.tsx'
import { withdrawPages } from './withdraw.tsx'

/** Everything that staff can see and send, a row each. */
export const pages: readonly Page[] = [
  ...signInPages,
  ...byProviderPages,
  ...invitationPages,
  ...startPages,
  ...searchPages,
  ...callPages,
  ...unknownCallerPages,
  ...inquiryPages,
  ...entryPages,
  ...inquiriesPages,
  ...warningPages,
  ...documentPages,
  ...customerPages,
  ...customerFormPages,
  ...mergePages,
  ...erasurePages,
  ...portalLinkPages,
  ...relationPages,
  ...issuePages,
  ...productPages,
  ...productFormPages,
  ...planPages,
  ...planFormPages,
  ...licensesPages,
  ...licensePages,
  ...declarePages,
  ...declarationPages,
  ...receiptPages,
  ...dossierPages,
  ...withdrawPages,
  ...licenseActPages,
  ...letterPages,
  ...settlementPages,
  ...settingsPages,
  ...wordingPages,
  ...accountPages,
  ...accessPages,
  ...retentionPages,
  ...webhookPages,
  ...keysPages,
  ...listFilePages,
  ...verifyPages,
  ...auditPages,
]
