import { accessEventRoutes } from './access-events.ts'
import { activationRoutes } from './activations.ts'
import { amendmentRoutes } from './amendments.ts'
import { apiTokenRoutes } from './api-tokens.ts'
import { bulkRoutes } from './bulk.ts'
import { checkpointRoutes } from './checkpoints.ts'
import { customerReferenceRoutes } from './customers-by-reference.ts'
import { customerRoutes } from './customers.ts'
import { deliveryRoutes } from './deliveries.ts'
import { discoveryRoutes } from './discovery.ts'
import { endedRelationRoutes } from './ended-relations.ts'
import { erasureRoutes } from './erasures.ts'
import { mergeRoutes } from './merges.ts'
import { documentRoutes } from './documents.ts'
import { dossierRoutes } from './dossiers.ts'
import { endingRoutes } from './endings.ts'
import { evidenceKeyRoutes } from './evidence-keys.ts'
import { exportFormatRoutes } from './export-formats.ts'
import { exportRoutes } from './export.ts'
import { historyRoutes } from './history.ts'
import { importRoutes } from './import.ts'
import { inquiryRoutes } from './inquiries.ts'
import { keyRoutes } from './keys.ts'
import { leaseRoutes } from './leases.ts'
import { letterRoutes } from './letters.ts'
import { licenseFileRoutes } from './license-files.ts'
import { licenseReferenceRoutes } from './licenses-by-reference.ts'
import { licenseRoutes } from './licenses.ts'
import { lookupRoutes } from './lookup.ts'
import { metricsRoutes } from './metrics.ts'
import { moveInRoutes } from './move-in.ts'
import { objectionRoutes } from './objections.ts'
import { peopleRoutes } from './people.ts'
import { planRoutes } from './plans.ts'
import { productRoutes } from './products.ts'
import { proposalRoutes } from './proposals.ts'
import { withReference } from './reference.ts'
import type { Route } from './route.ts'
import { retentionRoutes } from './retention.ts'
import { sandboxRoutes } from './sandbox.ts'
import { settingsRoutes } from './settings.ts'
import { settlementRoutes } from './settlements.ts'
import { signingKeyRoutes } from './signing-keys.ts'
import { statusListRoutes } from './status-lists.ts'
import { statsRoutes } from './stats.ts'
import { sunsetRoutes } from './sunset.ts'
import { supportRoutes } from './support.ts'
import { transferRoutes } from './transfers.ts'
import { trialRoutes } from './trials.ts'
import { tokenRoutes } from './tokens.ts'
import { warningRoutes } from './warnings.ts'
import { webhookRoutes } from './webhooks.ts'

/** Everything that can be asked, a row each. */
export const routes: readonly Route[] = withReference([
  ...tokenRoutes,
  ...activationRoutes,
  ...leaseRoutes,
  ...discoveryRoutes,
  ...statusListRoutes,
  ...metricsRoutes,
  ...productRoutes,
  ...planRoutes,
  ...customerRoutes,
  ...endedRelationRoutes,
  ...customerReferenceRoutes,
  ...mergeRoutes,
  ...erasureRoutes,
  ...licenseRoutes,
  ...licenseFileRoutes,
  ...trialRoutes,
  ...licenseReferenceRoutes,
  ...bulkRoutes,
  ...keyRoutes,
  ...historyRoutes,
  ...checkpointRoutes,
  ...dossierRoutes,
  ...objectionRoutes,
  ...amendmentRoutes,
  ...proposalRoutes,
  ...endingRoutes,
  ...transferRoutes,
  ...supportRoutes,
  ...inquiryRoutes,
  ...warningRoutes,
  ...letterRoutes,
  ...documentRoutes,
  ...lookupRoutes,
  ...settlementRoutes,
  ...signingKeyRoutes,
  ...evidenceKeyRoutes,
  ...webhookRoutes,
  ...deliveryRoutes,
  ...settingsRoutes,
  ...retentionRoutes,
  ...accessEventRoutes,
  ...apiTokenRoutes,
  ...peopleRoutes,
  ...statsRoutes,
  ...exportFormatRoutes,
  ...exportRoutes,
  ...importRoutes,
  ...sunsetRoutes,
  ...moveInRoutes,
  ...sandboxRoutes,
])
