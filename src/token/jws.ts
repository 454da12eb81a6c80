import { odd, TokenFault } from './fault.ts'
import type { PublicKey } from './public-key.ts'
import { isRecord } from './record.ts'
import { isSignature } from './signature.ts'

type Json = Readonly<Record<string, unknown>>

/** A JWS whose signature is good. */
export interface Signed {
  readonly header: Json
  readonly payload: Uint8Array
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })
/** Characters of the longest one that is looked into at all. */
const longest = 65_536
/** Header members by which a token would bring its own key or its own rules along. */
const refused = ['crit', 'b64', 'jku', 'jwk', 'x5u', 'x5c']

/**
 * A compact JWS, signed by one of the keys with that key's own algorithm.
 *
 * @param most characters of the longest one that is looked into; default 65,536.
 * @throws TokenFault `untrusted_key` if its `kid` is none of the keys', else `invalid_token`.
 * @see RFC 7515, section 5.2; RFC 8725, section 3
 */
export async function readJws(
  jws: unknown,
  keys: readonly PublicKey[],
  most: number = longest,
): Promise<Signed> {
  try {
    if (typeof jws !== 'string' || jws.length > most || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(jws))
      throw odd()
    const [head = '', body = '', signature = ''] = jws.split('.')
    const header = json(bytes(head))
    const key = chosen(header, keys)
    if (!(await isSignature(key, bytes(signature), encoder.encode(`${head}.${body}`)))) throw odd()
    return { header, payload: bytes(body) }
  } catch (cause) {
    throw cause instanceof TokenFault ? cause : odd(cause)
  }
}

/** @throws TokenFault if the bytes are not a JSON object in UTF-8. */
export function json(utf8: Uint8Array): Json {
  try {
    const value: unknown = JSON.parse(decoder.decode(utf8))
    if (isRecord(value)) return value
  } catch {
    // As good as any other text that is no object.
  }
  throw odd()
}

function chosen(header: Json, keys: readonly PublicKey[]): PublicKey {
  if (refused.some((name) => name in header)) throw odd()
  const key = keys.find(({ kid }) => kid === header.kid)
  if (key === undefined) throw new TokenFault('untrusted_key')
  if (key.alg !== header.alg) throw odd()
  return key
}

/** Base64url without padding (RFC 7515, section 2), in its one canonical spelling. */
function bytes(part: string): Uint8Array<ArrayBuffer> {
  const base64 = part.replaceAll('-', '+').replaceAll('_', '/')
  const binary = atob(base64)
  if (btoa(binary).replaceAll('=', '') !== base64) throw odd()
  const read = new Uint8Array(binary.length)
  for (let at = 0; at < read.length; at++) read[at] = binary.charCodeAt(at)
  return read
}
