import type { Instant } from '../license/license.ts'
import { odd } from './fault.ts'
import type { PublicKey } from './public-key.ts'
import type { Signer } from './sign.ts'
import { readSigned } from './signed.ts'

/**
 * How far a license's history had come at an instant: whoever holds a signed one can tell later whether anything up to there was
 * changed, dropped or moved. So the customer gets one with every receipt.
 *
 * @see docs/dossier.md#checkpoints
 */
export interface Checkpoint {
  readonly issuer: string
  readonly license: string
  /** How many events the history had. */
  readonly events: number
  /** The hash of the last of them. */
  readonly head: string
  /** To the second. */
  readonly at: Instant
}

/** As a JWT (`typ` `vnd.auszug.checkpoint+jwt`), by an evidence key. */
export function signCheckpoint(sign: Signer, checkpoint: Checkpoint): string {
  const { issuer, license, events, head, at } = checkpoint
  const iat = Math.floor(at / 1000)
  return sign('vnd.auszug.checkpoint+jwt', { iss: issuer, sub: license, iat, events, head })
}

/** @throws TokenFault */
export async function readCheckpoint(
  jwt: unknown,
  keys: readonly PublicKey[],
): Promise<Checkpoint> {
  const claims = await readSigned(jwt, 'vnd.auszug.checkpoint+jwt', keys)
  const { iss: issuer, sub: license, iat, events, head } = claims
  const isWhole =
    typeof issuer === 'string' &&
    typeof license === 'string' &&
    typeof head === 'string' &&
    typeof iat === 'number' &&
    typeof events === 'number' &&
    Number.isSafeInteger(iat) &&
    Number.isSafeInteger(events) &&
    events > 0
  if (!isWhole) throw odd()
  return { issuer, license, events, head, at: iat * 1000 }
}
