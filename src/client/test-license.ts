import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'
import type { Capability } from '../license/capability.ts'
import type { Mode } from '../license/decide.ts'
import { openLicense } from './browser.ts'
import type { OpenLicense } from './open-license.ts'
import type { Fetch, Options } from './options.ts'

/** What a license for a test says; whatever is left out is as it would usually be. */
export interface TestState {
  readonly mode: Mode
  /** Default: `in_term`, or `ended`. */
  readonly reason?: string
  readonly capabilities?: readonly Capability[]
  readonly limits?: Readonly<Record<string, number>>
  readonly exportFormats?: readonly string[]
}

/** A license without a server, and how to make it another. */
export interface TestLicense {
  readonly license: OpenLicense
  readonly become: (state: TestState) => Promise<void>
}

/** A license in any mode, without a server or a network: the real client, with a key of its own and a token signed on the spot. */
export async function testLicense(
  state: TestState,
  options: Partial<Options> = {},
): Promise<TestLicense> {
  const { product = 'test', now = Date.now } = options
  const { privateKey, publicKey } = await generateKeyPair('Ed25519')
  const jwk = await exportJWK(publicKey)
  const kid = await calculateJwkThumbprint(jwk)
  let current = state
  const fetch: Fetch = async (url, { body }) => {
    if (!url.endsWith('/v1/tokens')) return new Response(null, { status: 404 })
    const { nonce }: { nonce?: unknown } = JSON.parse(typeof body === 'string' ? body : '{}')
    const claims = claimsOf(
      current,
      { iss: 'https://license.test', aud: product, nonce },
      Math.floor(now() / 1000),
    )
    const token = await new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
      .setProtectedHeader({ alg: 'Ed25519', typ: 'vnd.auszug.license+jwt', kid })
      .sign(privateKey)
    return Response.json({ token, refresh_at: new Date(now() + 86_400_000).toISOString() })
  }
  const own = {
    server: 'https://license.test',
    key: 'test',
    trust: [{ ...jwk, kid, alg: 'Ed25519' }],
    fetch,
  }
  const license = await openLicense({ ...own, ...options, product })
  return {
    license,
    become: async (next) => {
      current = next
      await license.refresh()
    },
  }
}

function claimsOf(state: TestState, names: object, iat: number): object {
  const { mode, reason = mode === 'full' ? 'in_term' : 'ended', limits = {} } = state
  const { capabilities = ['data:export'], exportFormats = ['csv', 'jsonl'] } = state
  return {
    ...names,
    sub: 'lic_test',
    jti: 'test',
    iat,
    ...(mode === 'full' && { exp: iat + 14 * 86_400 }),
    mode,
    reason,
    capabilities: mode === 'full' ? capabilities : ['data:export'],
    limits: mode === 'full' ? limits : {},
    export_formats: exportFormats,
    term: null,
    renewal: { automatic: false, ends: false },
    support: null,
  }
}
