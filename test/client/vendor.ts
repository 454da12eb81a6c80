import { Hono } from 'hono'
import { openLicense } from '../../src/client/index.ts'
import type { Fetch, OpenLicense, Options, Store } from '../../src/client/index.ts'
import type { Instant } from '../../src/license/license.ts'
import type { Claims } from '../../src/token/claims.ts'
import { saltedFingerprintSync } from '../../src/token/fingerprint-sync.ts'
import { jwks, signKeySet } from '../../src/token/keyset.ts'
import type { PublishedKey } from '../../src/token/keyset.ts'
import { signer } from '../../src/token/sign.ts'
import { newSigningKey } from '../../src/token/signing-key.ts'
import type { SigningKey } from '../../src/token/signing-key.ts'
import { claims } from '../token/license.ts'

export const server = 'http://localhost:3000'
export const june = Date.parse('2026-06-01T10:00:00+02:00')
/** The first moment of 1 October in Berlin. */
export const end = Date.parse('2026-10-01T00:00:00+02:00')
export const second = 1000
export const day = 86_400_000

export interface Ask {
  readonly license_key: string
  readonly product: string
  readonly fingerprint?: string
  readonly nonce: string
  readonly replace?: string
}

/** A license server in the test's own process, moved by hand. */
export interface Vendor {
  now: Instant
  signing: SigningKey
  /** Who signs the key set; default the signing key. */
  vouching: SigningKey | null
  published: readonly PublishedKey[]
  /** What tokens say otherwise. */
  says: Partial<Record<keyof Claims, unknown>>
  /** Until when tokens are good beside the end of the term and 14 days; for a renewing license its leeway. */
  leeway: number
  /** Who has the seats, as the answer lists them. */
  taken: unknown
  /** Binds tokens to the machine that asks. */
  binds: boolean
  /** A status instead of an answer; 0 is a network that is down. */
  fails: number | null
  retryAfter: string | null
  /** Milliseconds until it answers. */
  slow: number
  sandbox: boolean
  /** What stands at the address that tokens name as their status list; null for nothing. */
  list: (() => string | Promise<string>) | null
  readonly asked: Ask[]
  readonly freed: string[]
  readonly calls: string[]
  readonly fetch: Fetch
}

export async function newVendor(at: Instant): Promise<Vendor> {
  const signing = await newSigningKey('Ed25519')
  const app = new Hono()
  const vendor: Vendor = {
    now: at,
    signing,
    vouching: null,
    published: [{ publicKey: signing.publicKey, state: 'active' }],
    says: {},
    leeway: 0,
    taken: undefined,
    binds: false,
    fails: null,
    retryAfter: null,
    slow: 0,
    sandbox: false,
    list: null,
    asked: [],
    freed: [],
    calls: [],
    fetch: async (url, init) => {
      vendor.calls.push(`${init.method ?? 'GET'} ${url.slice(server.length)}`)
      if (vendor.slow > 0) await pause(vendor.slow, init.signal)
      if (vendor.fails === 0) throw new TypeError('fetch failed')
      return app.request(url, init)
    },
  }
  app.use(async (c, next) => {
    if (vendor.fails === null) return next()
    const headers = vendor.retryAfter === null ? {} : { 'retry-after': vendor.retryAfter }
    return c.json(
      { type: `${server}/problems#it` },
      { status: vendor.fails === 404 ? 404 : vendor.fails === 429 ? 429 : 500, headers },
    )
  })
  app.post('/v1/tokens', async (c) => {
    const ask: Ask = await c.req.json()
    vendor.asked.push(ask)
    const refresh = Math.min(vendor.now + day, vendor.now < end ? end : Infinity)
    return c.json({
      token: tokenFor(vendor, ask),
      refresh_at: new Date(refresh).toISOString(),
      machines: vendor.taken,
    })
  })
  app.delete('/v1/activations/:id', (c) => {
    vendor.freed.push(`${c.req.param('id')} ${c.req.header('authorization')}`)
    return c.body(null, 204)
  })
  app.get('/.well-known/jwks.json', (c) => c.json(jwks(vendor.published)))
  app.get('/.well-known/keys.jwt', (c) =>
    c.text(
      signKeySet(
        signer(vendor.vouching ?? vendor.signing),
        claims.iss,
        vendor.published,
        vendor.now,
      ),
    ),
  )
  app.get('/status-lists/1', async (c) =>
    vendor.list === null ? c.notFound() : c.text(await vendor.list()),
  )
  app.get('/v1/sandbox/clock', (c) =>
    vendor.sandbox ? c.json({ now: new Date(vendor.now).toISOString() }) : c.json({}, 404),
  )
  return vendor
}

/** What the vendor signs: full until the term's end, export-only from it on. */
export function tokenFor(vendor: Vendor, { fingerprint, nonce }: Partial<Ask> = {}): string {
  const { now, leeway, says, binds } = vendor
  const full = now < end
  const goodUntil = Math.min(now + 14 * day, end + leeway)
  const payload: Partial<Record<keyof Claims, unknown>> = {
    ...claims,
    iat: Math.floor(now / 1000),
    exp: full ? goodUntil / 1000 : undefined,
    nonce,
    mode: full ? 'full' : 'export-only',
    reason: full ? 'in_term' : 'ended',
    capabilities: full ? claims.capabilities : ['data:export'],
    limits: full ? claims.limits : {},
    activation:
      binds && full
        ? { id: 'act_01', fingerprint: saltedFingerprintSync(claims.sub, fingerprint ?? '') }
        : undefined,
    sandbox: vendor.sandbox || undefined,
    ...says,
  }
  return signer(vendor.signing)('vnd.auszug.license+jwt', payload)
}

/** Opens a license at that vendor, on a machine whose clock is right. */
export function openAt(vendor: Vendor, options: Partial<Options> = {}): Promise<OpenLicense> {
  return openLicense({
    server,
    product: claims.aud,
    key: 'AUSZUG-TEST',
    trust: [vendor.signing.publicKey],
    fetch: vendor.fetch,
    fingerprint: 'machine',
    now: () => vendor.now,
    ...options,
  })
}

/** A store whose texts a test can see, spoil and copy. */
export interface Drawer extends Store {
  readonly texts: Map<string, string>
}

export function newDrawer(texts = new Map<string, string>()): Drawer {
  return {
    texts,
    read: (name) => texts.get(name) ?? null,
    write: (name, text) => void texts.set(name, text),
  }
}

function pause(ms: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
  })
}
