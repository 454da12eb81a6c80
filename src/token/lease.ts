import { odd } from './fault.ts'
import type { PublicKey } from './public-key.ts'
import { readSigned } from './signed.ts'

/** What a signed lease says (`typ` `vnd.auszug.lease+jwt`): one seat of the license may be used until `exp`. */
export interface LeaseClaims {
  readonly iss: string
  /** The product's code. */
  readonly aud: string
  /** The license. */
  readonly sub: string
  /** The lease. */
  readonly jti: string
  /** NumericDate. */
  readonly iat: number
  /** NumericDate, exclusive. */
  readonly exp: number
  /** The request's. */
  readonly nonce?: string | undefined
  readonly sandbox?: true | undefined
}

/** For which request a lease must be. */
export interface LeaseExpected {
  readonly product: string
  /** Any, if it is not known. */
  readonly issuer?: string | undefined
  readonly nonce: string
  readonly sandbox: boolean
}

/**
 * How long a lease lasts from its request on, in seconds. It counts only as the answer to this very request, so that none can be kept
 * and shown again, and no clock need be right.
 *
 * @throws TokenFault
 */
export async function verifyLease(
  jwt: unknown,
  keys: readonly PublicKey[],
  { product, issuer, nonce, sandbox }: LeaseExpected,
): Promise<number> {
  const claims = await readSigned(jwt, 'vnd.auszug.lease+jwt', keys)
  const { iat, exp } = claims
  const isOurs =
    claims.aud === product &&
    claims.nonce === nonce &&
    (issuer === undefined || claims.iss === issuer) &&
    (claims.sandbox === undefined || sandbox)
  if (!isOurs || !isSeconds(iat) || !isSeconds(exp)) throw odd()
  return exp - iat
}

function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
