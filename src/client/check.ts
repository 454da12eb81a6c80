import type { Claims } from '../token/claims.ts'
import type { Opening } from './options.ts'
import { TokenFault } from '../token/fault.ts'
import type { FaultCode } from '../token/fault.ts'
import { saltedFingerprint } from '../token/fingerprint.ts'
import type { PublicKey } from '../token/public-key.ts'
import { verifyLicenseToken } from '../token/verify.ts'
import type { Expected } from '../token/verify.ts'

/** For which installation a token must be. */
export interface Installation extends Expected {
  readonly fingerprint: string | undefined
  readonly sandbox: boolean
  readonly salt: Opening['salt']
}

/** A token that counts here, or why it does not. */
export type Checked =
  | { readonly claims: Claims }
  | {
      readonly claims: null
      readonly code: FaultCode | 'wrong_machine' | 'sandbox'
      readonly cause: unknown
    }

/** Whether a token is good for this product on this machine. Its times are judged later, and again and again. */
export async function checkToken(
  jwt: unknown,
  keys: readonly PublicKey[],
  here: Installation,
): Promise<Checked> {
  try {
    const claims = await verifyLicenseToken(jwt, keys, here)
    const bound = claims.activation?.fingerprint
    const { fingerprint = '', salt = saltedFingerprint } = here
    if (claims.sandbox && !here.sandbox) return { claims: null, code: 'sandbox', cause: null }
    if (bound === undefined || bound === (await salt(claims.sub, fingerprint))) return { claims }
    return { claims: null, code: 'wrong_machine', cause: null }
  } catch (cause) {
    return { claims: null, code: cause instanceof TokenFault ? cause.code : 'invalid_token', cause }
  }
}
