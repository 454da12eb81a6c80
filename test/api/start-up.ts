import { createLocalJWKSet, jwtVerify } from 'jose'
import type { JSONWebKeySet, JWTPayload } from 'jose'
import { publicUrl } from './house.ts'
import type { House, Json, Refusal, Reply } from './house.ts'

/** The answer to a product that starts up. */
export interface TokenWire {
  readonly token: string
  readonly decision: Json
  readonly refresh_at: string
  readonly machines?: readonly Json[]
}

/** Asks for a token as a product does: with its key, and without credentials of staff. */
export function askToken(
  { call }: Pick<House, 'call'>,
  body: Json,
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply<TokenWire & Refusal>> {
  return call('POST', '/v1/tokens', { body, role: null, headers })
}

/** What a library that knows nothing of us makes of a token, by the published keys. */
export async function claimsIn(
  { call, clock }: Pick<House, 'call' | 'clock'>,
  token: string,
): Promise<JWTPayload> {
  const keys = await call<JSONWebKeySet>('GET', '/.well-known/jwks.json', { role: null })
  const { payload } = await jwtVerify(token, createLocalJWKSet(keys.body), {
    issuer: publicUrl,
    typ: 'vnd.auszug.license+jwt',
    currentDate: new Date(clock.now),
  })
  return payload
}
