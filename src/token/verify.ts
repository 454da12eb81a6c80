import { parseClaims } from './claims.ts'
import type { Claims } from './claims.ts'
import { TokenFault } from './fault.ts'
import { readSigned } from './signed.ts'
import type { PublicKey } from './public-key.ts'

/** For whom a token must be. */
export interface Expected {
  /** The product's code: the token's `aud`. */
  readonly product: string
  /** The server's name: the token's `iss`. Any, if it is not known. */
  readonly issuer?: string | undefined
}

/**
 * What a license token claims, after its signature, type, issuer and product have been checked. Its times are not judged here: the
 * holder's clock has rules of its own.
 *
 * @throws TokenFault
 * @see docs/token.md
 */
export async function verifyLicenseToken(
  jwt: unknown,
  keys: readonly PublicKey[],
  { product, issuer }: Expected,
): Promise<Claims> {
  const claims = parseClaims(await readSigned(jwt, 'vnd.auszug.license+jwt', keys))
  if (issuer !== undefined && claims.iss !== issuer) throw new TokenFault('wrong_issuer')
  if (claims.aud !== product) throw new TokenFault('wrong_product')
  return claims
}
