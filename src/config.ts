import { isIP } from 'node:net'
import { z } from 'zod'
import { instantOf } from './license/calendar.ts'
import type { ProviderSettings } from './console/provider.ts'
import type { Instant } from './license/license.ts'

/** What the environment says, checked once at the door; nothing else reads it. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Where the server is reached, without a slash at the end; the issuer's name at the first start. */
  readonly publicUrl: string
  /** A PostgreSQL; without one, PGlite in `dataDirectory`. */
  readonly databaseUrl: string | null
  readonly dataDirectory: string
  /** Under which private keys rest; without it, a key file in `dataDirectory`. */
  readonly secret: string | null
  /** The token of the first admin; without it, one is made. */
  readonly adminToken: string | null
  /** With which the command line calls a running server. */
  readonly apiToken: string | null
  /** Addresses or CIDR ranges of proxies whose `X-Forwarded-For` counts. */
  readonly trustedProxies: readonly string[]
  /** Hosts, addresses or CIDR ranges that webhooks may reach beside public addresses. */
  readonly webhookAllow: readonly string[]
  readonly sandbox: boolean
  /** The first instant of a sandbox's clock. */
  readonly sandboxNow: Instant | null
  /** Where staff sign in by OpenID Connect; null where they do so by password alone. */
  readonly provider: ProviderSettings | null
  /** Over which server letters are mailed, and whom they are from; null mails none. */
  readonly mail: MailConfig | null
  /** A collector that takes traces as OTLP over HTTP, without `/v1/traces`; null sends none. */
  readonly tracesTo: string | null
}

/** Where mail is handed over, and whom it is from. */
export interface MailConfig {
  readonly url: string
  readonly from: { readonly name: string; readonly address: string }
}

/** A value of the environment that cannot be used, in a sentence for the operator. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ConfigError'
  }
}

type Variables = Readonly<Record<string, string | undefined>>

/** An address, also with a name: `Krume Software <vertrag@krume.example>`. */
const sender = /^(?:([^<>"\r\n]*?)\s*<([^\s<>@]+@[^\s<>@]+)>|([^\s<>@]+@[^\s<>@]+))$/

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().max(65535))
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  AUSZUG_DATA: z.string().min(1).default('./data'),
  AUSZUG_SECRET: z.string().min(16).optional(),
  AUSZUG_ADMIN_TOKEN: z
    .string()
    .min(32)
    .regex(/^[\x21-\x7e]+$/)
    .optional(),
  AUSZUG_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/)
    .optional(),
  AUSZUG_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform(listed)
    .refine((ranges) => ranges.every(isRange)),
  AUSZUG_WEBHOOK_ALLOW: z
    .string()
    .default('')
    .transform(listed)
    .refine((places) => places.every((each) => isRange(each) || isHost(each))),
  AUSZUG_SANDBOX: z.enum(['0', '1', 'false', 'true']).default('0'),
  AUSZUG_SANDBOX_NOW: z
    .string()
    .refine((text) => instantOf(text) !== null)
    .optional(),
  AUSZUG_OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .transform((address) => address.replace(/\/\.well-known\/openid-configuration$/, ''))
    .refine(isIssuer)
    .optional(),
  AUSZUG_OIDC_CLIENT_ID: z.string().optional(),
  AUSZUG_OIDC_CLIENT_SECRET: z.string().optional(),
  AUSZUG_OIDC_NAME: z.string().max(40).optional(),
  AUSZUG_OIDC_SCOPE: z
    .string()
    .refine((scope) => scope.split(' ').includes('openid'))
    .default('openid email'),
  AUSZUG_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  AUSZUG_MAIL_FROM: z.string().regex(sender).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
})

const sentences: Readonly<Record<string, string>> = {
  PORT: 'PORT is a number from 0 to 65535.',
  PUBLIC_URL: 'PUBLIC_URL is the http or https address under which the server is reached.',
  DATABASE_URL: 'DATABASE_URL is a PostgreSQL address: postgres://user:password@host/database.',
  AUSZUG_SECRET:
    'AUSZUG_SECRET has at least 16 characters; `openssl rand -base64 32` makes a good one.',
  AUSZUG_ADMIN_TOKEN: 'AUSZUG_ADMIN_TOKEN has at least 32 characters, none of them a space.',
  AUSZUG_TOKEN: 'AUSZUG_TOKEN is an API token of the server that --server names, without a space.',
  AUSZUG_TRUSTED_PROXIES:
    'AUSZUG_TRUSTED_PROXIES names addresses and ranges, with commas between: 10.0.0.0/8, ::1.',
  AUSZUG_WEBHOOK_ALLOW:
    'AUSZUG_WEBHOOK_ALLOW names hosts, addresses and ranges, with commas between: hooks.internal, 10.0.0.0/8.',
  AUSZUG_SANDBOX: 'AUSZUG_SANDBOX is 0 or 1.',
  AUSZUG_SANDBOX_NOW: 'AUSZUG_SANDBOX_NOW is an RFC 3339 instant, e.g. 2026-09-28T09:00:00Z.',
  AUSZUG_OIDC_ISSUER:
    'AUSZUG_OIDC_ISSUER is the https address by which the identity provider names itself: https://login.example.com/realms/staff. Plain http is taken on this machine alone.',
  AUSZUG_OIDC_NAME: 'AUSZUG_OIDC_NAME stands on the button: at most 40 characters.',
  AUSZUG_OIDC_SCOPE: 'AUSZUG_OIDC_SCOPE names scopes with spaces between, among them openid.',
  AUSZUG_SMTP_URL:
    'AUSZUG_SMTP_URL is the address of a mail server: smtp://user:password@host:587, or smtps://.',
  AUSZUG_MAIL_FROM:
    'AUSZUG_MAIL_FROM is whom letters are from: vertrag@example.com, or Name <vertrag@example.com>.',
  OTEL_EXPORTER_OTLP_ENDPOINT:
    'OTEL_EXPORTER_OTLP_ENDPOINT is the address of a collector: http://localhost:4318.',
}

/**
 * The configuration that the environment gives. An empty variable counts as left out.
 *
 * @param overrides what the command line says instead.
 * @param variables the environment, for tests.
 * @throws ConfigError for the first that cannot be used.
 */
export function configFrom(overrides: Variables = {}, variables: Variables = process.env): Config {
  const all = { ...variables, ...overrides }
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
  const result = environment.safeParse(given)
  if (!result.success) {
    const name = String(result.error.issues[0]?.path[0] ?? '')
    throw new ConfigError(sentences[name] ?? `${name} cannot be used.`)
  }
  const { PORT, HOST, PUBLIC_URL, DATABASE_URL, AUSZUG_SANDBOX, AUSZUG_SANDBOX_NOW, ...rest } =
    result.data
  return {
    port: PORT,
    host: HOST,
    publicUrl: (PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, ''),
    databaseUrl: DATABASE_URL ?? null,
    dataDirectory: rest.AUSZUG_DATA,
    secret: rest.AUSZUG_SECRET ?? null,
    adminToken: rest.AUSZUG_ADMIN_TOKEN ?? null,
    apiToken: rest.AUSZUG_TOKEN ?? null,
    trustedProxies: rest.AUSZUG_TRUSTED_PROXIES,
    webhookAllow: rest.AUSZUG_WEBHOOK_ALLOW,
    sandbox: AUSZUG_SANDBOX === '1' || AUSZUG_SANDBOX === 'true',
    sandboxNow: AUSZUG_SANDBOX_NOW === undefined ? null : instantOf(AUSZUG_SANDBOX_NOW),
    provider: providerIn(rest),
    mail: mailFrom(rest.AUSZUG_SMTP_URL, rest.AUSZUG_MAIL_FROM),
    tracesTo: rest.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/+$/, '') ?? null,
  }
}

/** @throws ConfigError where one of the two is there without the other. */
function providerIn(
  given: Pick<
    z.infer<typeof environment>,
    | 'AUSZUG_OIDC_ISSUER'
    | 'AUSZUG_OIDC_CLIENT_ID'
    | 'AUSZUG_OIDC_CLIENT_SECRET'
    | 'AUSZUG_OIDC_NAME'
    | 'AUSZUG_OIDC_SCOPE'
  >,
): ProviderSettings | null {
  const { AUSZUG_OIDC_ISSUER: issuer, AUSZUG_OIDC_CLIENT_ID: clientId } = given
  if (issuer === undefined && clientId === undefined) return null
  if (issuer === undefined || clientId === undefined)
    throw new ConfigError(
      'AUSZUG_OIDC_ISSUER and AUSZUG_OIDC_CLIENT_ID belong together: one of them is missing.',
    )
  return {
    issuer,
    clientId,
    clientSecret: given.AUSZUG_OIDC_CLIENT_SECRET ?? null,
    name: given.AUSZUG_OIDC_NAME ?? new URL(issuer).hostname,
    scope: given.AUSZUG_OIDC_SCOPE,
  }
}

/** An address of https, or of http on this machine, where nobody listens on the way; without a query. */
function isIssuer(address: string): boolean {
  const { protocol, hostname, search, hash } = new URL(address)
  const isHere = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
  return (protocol === 'https:' || isHere) && search === '' && hash === ''
}

/** What a Worker must be told: it has no directory to make a secret in, and no address of its own. */
export interface WorkerConfig extends Config {
  readonly databaseUrl: string
  readonly secret: string
}

const bindings = z.object({
  HYPERDRIVE: z.object({ connectionString: z.string().min(1) }),
  AUSZUG_SECRET: z.string().min(1),
  PUBLIC_URL: z.string().min(1),
})

const missing: Readonly<Record<string, string>> = {
  HYPERDRIVE: 'There is no binding HYPERDRIVE: wrangler.toml tells how to make one.',
  AUSZUG_SECRET: 'AUSZUG_SECRET is missing: say `npx wrangler secret put AUSZUG_SECRET`.',
  PUBLIC_URL:
    'PUBLIC_URL is missing: write it into wrangler.toml. It becomes the server’s name at the first start, for ever.',
}

/**
 * The configuration that a Worker's bindings give: variables and secrets as in an environment, the database by Hyperdrive.
 *
 * @throws ConfigError for the first that is missing or cannot be used.
 */
export function configFromBindings(env: object): WorkerConfig {
  const result = bindings.safeParse(env)
  if (!result.success)
    throw new ConfigError(missing[String(result.error.issues[0]?.path[0])] ?? 'No bindings.')
  const { HYPERDRIVE, AUSZUG_SECRET } = result.data
  const entries = Object.entries(env).filter(([, value]) => typeof value === 'string')
  const config = configFrom({}, Object.fromEntries(entries))
  return { ...config, databaseUrl: HYPERDRIVE.connectionString, secret: AUSZUG_SECRET }
}

/** What stands between commas. */
function listed(text: string): readonly string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

/** A name, without a port and without a scheme. */
function isHost(text: string): boolean {
  return /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text)
}

/** @throws ConfigError where only one of both is given: mail needs a server and a sender. */
function mailFrom(url: string | undefined, from: string | undefined): MailConfig | null {
  if (url === undefined && from === undefined) return null
  const [, name = '', named, bare] = sender.exec(from ?? '') ?? []
  const address = named ?? bare
  if (url === undefined || address === undefined)
    throw new ConfigError(
      'AUSZUG_SMTP_URL and AUSZUG_MAIL_FROM belong together: name the mail server and whom letters are from.',
    )
  return { url, from: { name, address } }
}

/** An address, or a range in CIDR notation. */
function isRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  const fits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most)
  return most > 0 && fits && more.length === 0
}
