import type { NumericDate } from './claims.ts'

// A client loads this only once it looks for news, so it carries nothing that the client has already.

/**
 * How many tokens one list tells of. It has its full size from the first day: a cached list is never too short for a token, and
 * nobody counts the licenses.
 */
export const listSize: number = 2 ** 17

/** The largest list that is unpacked, in bytes: the standard allows eight bits a status at most. */
const mostBytes = listSize

/** What a Status List Token says, unpacked. */
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
 * A status list from the claims of a Status List Token whose signature is good. Whether its time is over is not judged here.
 *
 * @throws RangeError if it is another list or none, or larger than any list of ours.
 * @see draft-ietf-oauth-status-list-21, section 8.3
 */
export async function statusListIn(
  { iss, sub, iat, exp, ttl, status_list }: Readonly<Record<string, unknown>>,
  { uri, issuer }: ExpectedList,
): Promise<StatusList> {
  if (iss !== issuer || sub !== uri) throw new RangeError('another list')
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
 * @throws RangeError if it is none, or larger than any list of ours.
 * @see draft-ietf-oauth-status-list-21, section 4
 */
export async function statusesIn(claim: unknown): Promise<StatusList['at']> {
  const { bits, lst }: { bits?: unknown; lst?: unknown } = Object(claim)
  if ((bits !== 1 && bits !== 2 && bits !== 4 && bits !== 8) || typeof lst !== 'string')
    throw new RangeError('no status list')
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
    const binary = atob(lst.replaceAll('-', '+').replaceAll('_', '/'))
    const packed = new Blob([Uint8Array.from(binary, (byte) => byte.charCodeAt(0))]).stream()
    const reader = packed.pipeThrough(new DecompressionStream('deflate')).getReader()
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      bytes.set(next.value, length)
      length += next.value.length
    }
  } catch (cause) {
    throw new RangeError('no status list', { cause })
  }
  return bytes.subarray(0, length)
}

function count(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw new RangeError('no status list')
}
