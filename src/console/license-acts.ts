import { actPages } from './act.tsx'
import { amendment } from './amendment.tsx'
import { handTerm } from './hand-term.tsx'
import { licenseEditPages } from './license-edit.tsx'
import { licenseKeyPages } from './license-keys.tsx'
import { machinePages } from './machines.tsx'
import { reinstatement } from './reinstatement.tsx'
import { resumption, suspension } from './suspension.tsx'
import { termination } from './termination.tsx'
import { terminationWithdrawal } from './termination-withdrawal.tsx'
import { proposedAmendment } from './propose-amendment.tsx'
import { proposedWithdrawal } from './propose-withdrawal.tsx'
import { proposalPages } from './proposal.tsx'
import { handingOver } from './transfer.tsx'

/** The sheets of everything that can be done to a license beside its renewal. */
export const licenseActPages = [
  ...actPages(suspension),
  ...actPages(resumption),
  ...actPages(handTerm),
  ...actPages(amendment),
  ...actPages(proposedAmendment),
  ...actPages(proposedWithdrawal),
  ...proposalPages,
  ...actPages(handingOver),
  ...actPages(reinstatement),
  ...actPages(terminationWithdrawal),
  ...actPages(termination),
  ...machinePages,
  ...licenseKeyPages,
  ...licenseEditPages,
]
