import type { License } from '../license/license.ts'
import { admins, readers, sellers, supporters } from '../license/roles.ts'
import type { Offer } from './act.tsx'
import { amendmentOffer } from './amendment.tsx'
import { handTermOffer } from './hand-term.tsx'
import { proposedAmendmentOffer } from './propose-amendment.tsx'
import { proposedWithdrawalOffer } from './propose-withdrawal.tsx'
import { reinstatementOffer } from './reinstatement.tsx'
import { suspensionOffers } from './suspension.tsx'
import { terminationOffer } from './termination.tsx'
import { terminationWithdrawalOffer } from './termination-withdrawal.tsx'
import { handingOverOffer } from './transfer.tsx'
import { may } from './visit.ts'
import type { StaffVisit } from './visit.ts'

/** In the order in which they are wanted: what goes on, what changes, what ends. */
const offers: readonly Offer[] = [
  handTermOffer,
  amendmentOffer,
  proposedAmendmentOffer,
  proposedWithdrawalOffer,
  ...suspensionOffers,
  handingOverOffer,
  reinstatementOffer,
  terminationWithdrawalOffer,
  terminationOffer,
]

/** What else can be done to a license as it stands, by who looks. */
export function LicenseMenu({
  visit,
  license,
}: {
  readonly visit: StaffVisit
  readonly license: License
}) {
  const { words, now } = visit
  const at = `/console/licenses/${license.id}`
  const offered = offers.filter(
    ({ act, isOffered }) => may(visit, act.who) && isOffered(license, now),
  )
  const beside: readonly (readonly [path: string, label: string, who: typeof readers])[] = [
    ['dossier', words.dossier.title, supporters],
    ['machines', words.machines.title, readers],
    ['documents', words.ledger.documents.title, readers],
    ['keys', words.licenseKeys.title, admins],
    ['edit', words.licenseEdit.title, sellers],
  ]
  return (
    <details class="more">
      <summary class="button second">{words.acts.more}</summary>
      <div>
        {offered.length > 0 && (
          <ul>
            {offered.map(({ act, label }) => (
              <li>
                <a href={`${at}/${act.path}`}>{label(words, license)}</a>
              </li>
            ))}
          </ul>
        )}
        <ul>
          {beside
            .filter(([, , who]) => may(visit, who))
            .map(([path, label]) => (
              <li>
                <a href={`${at}/${path}`}>{label}</a>
              </li>
            ))}
        </ul>
      </div>
    </details>
  )
}
