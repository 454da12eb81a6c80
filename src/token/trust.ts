import { odd, TokenFault } from './fault.ts'
import { readSigned } from './signed.ts'
import { publicKeys } from './public-key.ts'
import type { PublicKey } from './public-key.ts'

/** The keys that are believed, and since which key set. */
export interface Trust {
  readonly keys: readonly PublicKey[]
  /** NumericDate of the newest key set that was adopted; null while the pinned keys are all there is. */
  readonly iat: number | null
}

/**
 * What is trusted after seeing a signed key set: its keys and no others, pinned ones neither, if an already trusted key signed it and it is newer
 * than the last one. An older set changes nothing.
 *
 * @throws TokenFault if nobody trusted signed it, if it is another issuer's, or if it holds no usable key.
 */
export async function adoptKeySet(trust: Trust, jwt: unknown, issuer?: string): Promise<Trust> {
  const { iss, iat, keys } = await readSigned(jwt, 'vnd.auszug.keys+jwt', trust.keys)
  if (issuer !== undefined && iss !== issuer) throw new TokenFault('wrong_issuer')
  const vouched = publicKeys(keys)
  if (typeof iat !== 'number' || !Number.isSafeInteger(iat) || iat < 0 || vouched.length === 0)
    throw odd()
  return trust.iat !== null && iat <= trust.iat ? trust : { keys: vouched, iat }
}
