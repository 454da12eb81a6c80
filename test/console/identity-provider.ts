import { once } from 'node:events'
import { createServer } from 'node:http'
import { exportJWK, generateKeyPair } from 'jose'
import { Provider } from 'oidc-provider'
import type { ClientMetadata } from 'oidc-provider'
import type { ProviderSettings } from '../../src/console/provider.ts'
import { freePort } from '../web/house.ts'

/** Somebody as the identity provider knows them. */
export interface Account {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean | string
  readonly xms_edov?: boolean | number
}

/** A real identity provider on this machine, at which somebody signs in without being asked. */
export interface IdentityProvider {
  readonly settings: ProviderSettings
  /** Who signs in from now on; null breaks every sign-in off. */
  knows: (account: Account | null) => void
  /** While it is away, nobody answers at its address. */
  readonly stop: () => Promise<void>
  readonly start: () => Promise<void>
}

/** @param console where the console is reached. */
export async function openIdentityProvider(
  console: string,
  client: Partial<ClientMetadata> = {},
): Promise<IdentityProvider> {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const accounts = new Map<string, Account>()
  let account: Account | null = null
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const secret = 'a secret between server and provider'
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'auszug',
        client_secret: secret,
        redirect_uris: [`${console}/console/sign-in/oidc/callback`],
        post_logout_redirect_uris: [`${console}/console/sign-in`],
        token_endpoint_auth_method: 'client_secret_post',
        ...client,
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['a key of the tests'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified', 'xms_edov'] },
    features: { devInteractions: { enabled: false } },
    ttl: { Session: 60, Interaction: 60, Grant: 60, AccessToken: 60, IdToken: 60 },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ ...accounts.get(accountId), sub: accountId }),
    }),
    loadExistingGrant: async ({ oidc }) => {
      const clientId = oidc.client?.clientId ?? ''
      const known = oidc.session?.grantIdFor(clientId)
      if (known !== undefined) return oidc.provider.Grant.find(known)
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  })
  const answer = provider.callback()
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) return void answer(request, response)
    const result =
      account === null ? { error: 'access_denied' } : { login: { accountId: account.sub } }
    void provider.interactionFinished(request, response, result)
  })
  const start = async () => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  await start()
  return {
    settings: {
      issuer,
      clientId: 'auszug',
      clientSecret: secret,
      name: 'Bakery ID',
      scope: 'openid email',
    },
    knows: (somebody) => {
      account = somebody
      if (somebody !== null) accounts.set(somebody.sub, somebody)
    },
    start,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
