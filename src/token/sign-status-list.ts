import { decodeProtectedHeader } from 'jose'
import type { Instant } from '../license/license.ts'
import type { Signer } from './sign.ts'
import type { ExpectedList } from './status-list.ts'

/** Bits a status: there are four. */
const bits = 2
const ttlSeconds = 3600
const goodForSeconds = 7 * 86_400

/** A list, and the key that it is signed with. */
export interface SignedList {
  readonly jwt: string
  readonly kid: string
}

/**
 * A Status List Token, to be fetched hourly and good for a week. Clients go by its `iat`: of two lists the newer counts.
 *
 * @param statuses a byte for each index.
 * @see draft-ietf-oauth-status-list-21, section 5.1
 */
export async function signStatusList(
  sign: Signer,
  { uri, issuer }: ExpectedList,
  statuses: Uint8Array,
  now: Instant,
): Promise<SignedList> {
  const iat = Math.floor(now / 1000)
  const jwt = sign('statuslist+jwt', {
    iss: issuer,
    sub: uri,
    iat,
    exp: iat + goodForSeconds,
    ttl: ttlSeconds,
    status_list: { bits, lst: await deflated(packed(statuses, bits)) },
  })
  return { jwt, kid: decodeProtectedHeader(jwt).kid ?? '' }
}

/** So many bits a status, the first in the lowest bits of the first byte. */
export function packed(statuses: Uint8Array, width: 1 | 2 | 4 | 8): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil((statuses.length * width) / 8))
  statuses.forEach((status, index) => {
    const at = index * width
    bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (status << (at & 7))
  })
  return bytes
}

/** In the ZLIB format (RFC 1950), base64url. */
async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
  return Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url')
}
