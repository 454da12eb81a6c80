import { accessPages } from './access.tsx'
import { accountPages } from './account.tsx'
import { invitationPages } from './invitation.tsx'
import { keysPages } from './keys.tsx'
import { signInPages } from './sign-in.tsx'
import { startPages } from './start.tsx'
import type { Page } from './visit.ts'

/** Everything that staff can see and send, a row each. */
export const pages: readonly Page[] = [
  ...signInPages,
  ...invitationPages,
  ...startPages,
  ...accountPages,
  ...accessPages,
  ...keysPages,
]
