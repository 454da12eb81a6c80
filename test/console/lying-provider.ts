import { Hono } from 'hono'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { listen } from '../../src/cli/listen.ts'
import { freePort } from '../web/house.ts'

/** What an ID token says that a provider gives, and what it is signed with. */
export interface Lie {
  readonly claims?: Readonly<Record<string, unknown>>
  /** Signed by a key that the provider does not publish. */
  readonly byOther?: true
  /** Not signed at all. */
  readonly unsigned?: true
  /** Answered in place of a token. */
  readonly status?: number
  /** What the provider says of the person beside the token. */
  readonly userInfo?: Readonly<Record<string, unknown>>
}

/** An identity provider that says whatever it is told to. */
export interface LyingProvider {
  readonly issuer: string
  readonly tell: (lie: Lie) => void
  readonly stop: () => Promise<void>
}

export async function openLyingProvider(): Promise<LyingProvider> {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const [own, other] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')]
  let lie: Lie = {}
  let nonce = ''
  const app = new Hono()
  app.get('/.well-known/openid-configuration', (c) =>
    c.json({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      userinfo_endpoint: `${issuer}/me`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256', 'none'],
    }),
  )
  app.get('/auth', (c) => {
    nonce = c.req.query('nonce') ?? ''
    const back = new URL(c.req.query('redirect_uri') ?? '')
    back.searchParams.set('code', 'code')
    back.searchParams.set('state', c.req.query('state') ?? '')
    return c.redirect(back.href)
  })
  app.get('/jwks', async (c) =>
    c.json({ keys: [{ ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256' }] }),
  )
  app.post('/token', async (c) => {
    if (lie.status !== undefined) return new Response('Bad gateway', { status: lie.status })
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: issuer,
      aud: 'auszug',
      sub: 'liar',
      iat: now,
      exp: now + 60,
      nonce,
      ...lie.claims,
    }
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
    const token =
      lie.unsigned === true
        ? `${encode({ alg: 'none' })}.${encode(claims)}.`
        : await new SignJWT(claims)
            .setProtectedHeader({ alg: 'RS256', kid: 'own' })
            .sign(lie.byOther === true ? other.privateKey : own.privateKey)
    return c.json({ access_token: 'access', token_type: 'bearer', id_token: token })
  })
  app.get('/me', (c) => c.json({ sub: 'liar', ...lie.userInfo }))
  const socket = await listen(app, { host: '127.0.0.1', port })
  return { issuer, tell: (next) => (lie = next), stop: socket.stop }
}
