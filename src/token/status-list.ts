import type { NumericDate } from './claims.ts'
import { odd, TokenFault } from './fault.ts'
import { base64urlBytes } from './jws.ts'
import type { PublicKey } from './public-key.ts'
import { isRecord } from './record.ts'
import { readSigned } from './signed.ts'

/**
 * How many tokens one list tells of. It has its full size from the first day: a cached list is never too short for a token, and
 * nobody counts the licenses.
 */
export const listSize = 2 ** 17

/** The largest list that is unpacked, in bytes: the standard allows eight bits a status at most. */
const mostBytes = listSize

/** A status list whose signature is good, unpacked. */
export interface StatusList {
  readonly iat: NumericDate
  /** Exclusive; null for a list that is good for ever. */
  readonly exp: NumericDate | null
  /** For how many seconds it need not be fetched again; null if it does not say. */
  readonly ttl: number | null
  /** The status at an index; null past its end. */
  readonly at: (index: number) => number | null
}

/** Which list it must be. */
export interface ExpectedList {
  /** Where it is served, as the token names it. */
  readonly uri: string
  /** The server's name, as the token has it. */
  readonly issuer: string
}

/**
 * A Status List Token that one of the keys has signed. Whether its time is over is not judged here.
 *
 * @throws TokenFault
 * @see draft-ietf-oauth-status-list-21, section 8.3
 */
export async function readStatusList(
  jwt: unknown,
  keys: readonly PublicKey[],
  { uri, issuer }: ExpectedList,
): Promise<StatusList> {
  const { iss, sub, iat, exp, ttl, status_list } = await readSigned(jwt, 'statuslist+jwt', keys)
  if (iss !== issuer) throw new TokenFault('wrong_issuer')
  if (sub !== uri) throw odd()
  return {
    iat: count(iat),
    exp: exp === undefined ? null : count(exp),
    ttl: ttl === undefined ? null : count(ttl),
    at: await statusesIn(status_list),
  }
}

/**
 * The statuses of a `status_list` claim, by index: the first in the lowest bits of the first byte.
 *
 * @throws TokenFault if it is none, or larger than any list of ours.
 * @see draft-ietf-oauth-status-list-21, section 4
 */
export async function statusesIn(claim: unknown): Promise<StatusList['at']> {
  const { bits, lst } = isRecord(claim) ? claim : {}
  if ((bits !== 1 && bits !== 2 && bits !== 4 && bits !== 8) || typeof lst !== 'string') throw odd()
  const bytes = await inflated(lst)
  return (index) => {
    const at = index * bits
    const byte = bytes[at >> 3]
    return byte === undefined ? null : (byte >> (at & 7)) & (2 ** bits - 1)
  }
}

/** What a small text unpacks to may be huge: it is put down where it becomes too large. */
async function inflated(lst: string): Promise<Uint8Array> {
  const bytes = new Uint8Array(mostBytes)
  let length = 0
  try {
    const packed = new Blob([base64urlBytes(lst)]).stream()
    const reader = packed.pipeThrough(new DecompressionStream('deflate')).getReader()
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      bytes.set(next.value, length)
      length += next.value.length
    }
  } catch (cause) {
    throw odd(cause)
  }
  return bytes.subarray(0, length)
}

function count(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw odd()
}
