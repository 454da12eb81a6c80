import { dataPages } from './data.tsx'
import { declarePages } from './declare.tsx'
import { declaredPages } from './declared.tsx'
import { dossierPages } from './dossier.ts'
import { keyPages } from './keys.tsx'
import { licensePages } from './license.tsx'
import { machinePages } from './machines.tsx'
import { objectionPages } from './objection.tsx'
import { proposalPages } from './proposal.tsx'
import { receiptPages } from './receipt.tsx'
import { signInPages } from './sign-in.tsx'
import { takeBackPages } from './take-back.tsx'
import type { Page } from './visit.ts'

/** Everything that customers can see and send, a row each. */
export const pages: readonly Page[] = [
  ...signInPages,
  ...licensePages,
  ...objectionPages,
  ...receiptPages,
  ...takeBackPages,
  ...proposalPages,
  ...machinePages,
  ...keyPages,
  ...dataPages,
  ...dossierPages,
  ...declarePages,
  ...declaredPages,
]
