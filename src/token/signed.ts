import { odd } from './fault.ts'
import { json, readJws } from './jws.ts'
import type { PublicKey } from './public-key.ts'

/** Each kind of JWT that a license server signs has a `typ` of its own, so that none can stand for another (RFC 8725, section 3.11). */
export type SignedType =
  | 'vnd.auszug.license+jwt'
  | 'vnd.auszug.keys+jwt'
  | 'vnd.auszug.lease+jwt'
  | 'statuslist+jwt'
  | 'vnd.auszug.checkpoint+jwt'
  | 'vnd.auszug.dossier+jwt'

/**
 * The claims of a JWT of the given type, signed by one of the keys. Whether its time has come or is over is not judged here.
 *
 * @throws TokenFault
 */
export async function readSigned(
  jwt: unknown,
  typ: SignedType,
  keys: readonly PublicKey[],
): Promise<Readonly<Record<string, unknown>>> {
  const { header, payload } = await readJws(jwt, keys)
  if (header.typ !== typ) throw odd()
  return json(payload)
}
