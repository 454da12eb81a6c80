import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  ResponseBodyError,
} from 'openid-client'
import type { ClientAuth, Configuration } from 'openid-client'
import type { Instant } from '../license/license.ts'
import type { Passport } from './errand.ts'

/** What the operator says of the identity provider. */
export interface ProviderSettings {
  /** Its name as it gives it itself; https, or http on this machine. */
  readonly issuer: string
  readonly clientId: string
  /** Null for a client that has none: PKCE alone shows then that we are who began. */
  readonly clientSecret: string | null
  /** What stands on the button. */
  readonly name: string
  readonly scope: string
}

/** Whom the provider says that a browser has come back as. */
export interface Claimed {
  readonly issuer: string
  readonly subject: string
  /** As the provider gave it, to give it back at the sign-out. */
  readonly idToken: string
  /** Asked for only where the subject says nothing. @throws ProviderFault */
  readonly address: () => Promise<ClaimedAddress>
}

export interface ClaimedAddress {
  readonly email: string | null
  /** Whether the provider says that it is really theirs. */
  readonly isVerified: boolean
}

/** An identity provider by OpenID Connect, as far as a sign-in needs it. */
export interface Provider {
  readonly name: string
  readonly issuer: string
  /**
   * Where a browser goes to sign in.
   *
   * @param asks whether the provider asks who it is, though somebody is signed in there.
   * @throws ProviderFault
   */
  readonly addressFor: (passport: Passport, backTo: string, asks: boolean) => Promise<string>
  /** @param back the address that the browser came back to, with all that it brought. @throws ProviderFault */
  readonly whoIs: (passport: Passport, back: URL) => Promise<Claimed>
  /** Where a browser is signed out at the provider; null where it offers no such place, or cannot be reached. */
  readonly leavingAddress: (idToken: string, backTo: string) => Promise<string | null>
}

/**
 * Why nobody gets in by the provider: it is `unreachable`; somebody or something there `declined`; or its answer is not to be
 * `believed`.
 */
export class ProviderFault extends Error {
  readonly why: 'unreachable' | 'declined' | 'unbelieved'
  /** For the log: a name of the error's, never what the provider said of somebody. */
  readonly code: string

  constructor(why: ProviderFault['why'], code: string) {
    super(`${why}: ${code}`)
    this.name = 'ProviderFault'
    this.why = why
    this.code = code
  }
}

/** How long what a provider says of itself is good for, and how long one that cannot be reached is not asked again. */
const freshMs = 3_600_000
const patienceMs = 5000
const timeoutS = 5

/** @param now the machine's clock: a sandbox's stands still, its provider's does not. */
export function openProvider(settings: ProviderSettings, now: () => Instant): Provider {
  const known = knownTo(settings, now)
  return {
    name: settings.name,
    issuer: settings.issuer,
    addressFor: async ({ state, nonce, verifier }, backTo, asks) => {
      const config = await known()
      const address = buildAuthorizationUrl(config, {
        scope: settings.scope,
        redirect_uri: backTo,
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(asks && { prompt: promptOf(config) }),
      })
      return address.href
    },
    whoIs: async (passport, back) => claimedIn(await known(), passport, back),
    leavingAddress: async (idToken, backTo) => {
      const config = await known().catch(() => null)
      if (config?.serverMetadata().end_session_endpoint === undefined) return null
      return buildEndSessionUrl(config, {
        id_token_hint: idToken,
        post_logout_redirect_uri: backTo,
      }).href
    },
  }
}

/** Google knows no `login`, and does not say what it knows. */
function promptOf(config: Configuration): 'login' | 'select_account' {
  const { issuer, prompt_values_supported: known } = config.serverMetadata()
  const selects = Array.isArray(known) && known.includes('select_account')
  return selects || issuer === 'https://accounts.google.com' ? 'select_account' : 'login'
}

/**
 * What the provider says of itself, read at the first sign-in and again every hour. What was read is kept, never the reading: on
 * Workers a request cannot wait for what another one has begun.
 */
function knownTo(settings: ProviderSettings, now: () => Instant): () => Promise<Configuration> {
  let read: { readonly config: Configuration; readonly at: Instant } | null = null
  let failed: { readonly fault: ProviderFault; readonly at: Instant } | null = null
  return async () => {
    if (read !== null && now() - read.at < freshMs) return read.config
    if (failed !== null && now() - failed.at < patienceMs) return orOlder(failed.fault)
    try {
      const config = await discovered(settings)
      read = { config, at: now() }
      failed = null
      return config
    } catch (error) {
      failed = { fault: faultOf(error), at: now() }
      return orOlder(failed.fault)
    }
  }

  /** What was good an hour ago is good until something newer is there. */
  function orOlder(fault: ProviderFault): Configuration {
    if (read === null) throw fault
    return read.config
  }
}

async function discovered(settings: ProviderSettings): Promise<Configuration> {
  const { issuer, clientId, clientSecret } = settings
  const address = new URL(issuer)
  let auth: ClientAuth = None()
  const config = await discovery(address, clientId, undefined, (...given) => auth(...given), {
    timeout: timeoutS,
    ...(address.protocol === 'http:' && { execute: [allowInsecureRequests] }),
  })
  config.timeout = timeoutS
  enableNonRepudiationChecks(config)
  const taken = config.serverMetadata().token_endpoint_auth_methods_supported
  if (clientSecret !== null)
    // Where nothing is said it is Basic (OpenID Connect Discovery, section 3).
    auth =
      taken?.includes('client_secret_post') === true
        ? ClientSecretPost(clientSecret)
        : ClientSecretBasic(clientSecret)
  return config
}

async function claimedIn(
  config: Configuration,
  { state, nonce, verifier }: Passport,
  back: URL,
): Promise<Claimed> {
  try {
    const tokens = await authorizationCodeGrant(config, back, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (claims === undefined || tokens.id_token === undefined)
      throw new ProviderFault('unbelieved', 'no-id-token')
    const { iss, sub } = claims
    return {
      issuer: iss,
      subject: sub,
      idToken: tokens.id_token,
      address: async () => {
        const inToken = addressIn(claims)
        const isThere = config.serverMetadata().userinfo_endpoint !== undefined
        return inToken.email === null && isThere
          ? await addressAsked(config, tokens.access_token, sub)
          : inToken
      },
    }
  } catch (error) {
    throw faultOf(error)
  }
}

async function addressAsked(
  config: Configuration,
  accessToken: string,
  subject: string,
): Promise<ClaimedAddress> {
  try {
    return addressIn(await fetchUserInfo(config, accessToken, subject))
  } catch (error) {
    throw faultOf(error)
  }
}

/** Microsoft says `xms_edov` in place of `email_verified`, and some providers say either as text or number. */
function addressIn(claims: Readonly<Record<string, unknown>>): ClaimedAddress {
  const { email, email_verified: verified, xms_edov: byDomain } = claims
  return {
    email: typeof email === 'string' && email.includes('@') ? email : null,
    isVerified: [true, 'true', 1, '1'].some((yes) => yes === (verified ?? byDomain)),
  }
}

/** What says that nobody answered, or something on the way in the provider's place. */
const silent: readonly string[] = [
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]

function faultOf(error: unknown): ProviderFault {
  if (error instanceof ProviderFault) return error
  if (error instanceof AuthorizationResponseError)
    return new ProviderFault('declined', wordIn(error.error))
  if (error instanceof ResponseBodyError)
    return new ProviderFault('unbelieved', wordIn(error.error))
  const code = codeOf(error)
  // A fetch that comes to nothing is a TypeError, with what the system says of it as its cause.
  if (error instanceof TypeError)
    return new ProviderFault('unreachable', codeOf(error.cause) ?? code ?? error.name)
  return new ProviderFault(
    code !== null && silent.includes(code) ? 'unreachable' : 'unbelieved',
    code ?? 'unknown',
  )
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null
}

/** One of the names of the standards, as it comes from outside. */
function wordIn(code: string): string {
  return /^[\w.-]{1,60}$/.exec(code)?.[0] ?? 'unknown'
}
