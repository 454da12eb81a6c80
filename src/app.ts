import type { Hono } from 'hono'
import { faultOf } from './api/fault.ts'
import { listFile } from './api/list-file.ts'
import { failureLimit, trialLimit, uploadLimit } from './api/rate-limit.ts'
import { routes } from './api/routes.ts'
import { serve, told } from './api/serve.ts'
import { messageWriter } from './api/webhook-message.ts'
import { moveSandboxClock } from './clock/sandbox-clock.ts'
import { foreseeDue } from './clock/settle-due.ts'
import { tick } from './clock/tick.ts'
import { unfollowed } from './clock/unfollowed.ts'
import { pages } from './console/pages.ts'
import { openProvider } from './console/provider.ts'
import type { ProviderSettings } from './console/provider.ts'
import { openConsole } from './console/serve.tsx'
import { customerDownload } from './api/customer-download.ts'
import { pages as portalPages } from './portal/pages.ts'
import { openPortal } from './portal/serve.tsx'
import type { Deps } from './deps.ts'
import type { Instant } from './license/license.ts'
import { reachOf } from './outbox/reach.ts'
import type { SendWebhook } from './outbox/send-webhook.ts'
import { webhookCarrier } from './outbox/webhook.ts'
import { letterCarrier } from './outbox/letter-carrier.ts'
import { letterWork } from './outbox/letter-work.ts'
import { plainMailer } from './outbox/plain-mail.ts'
import type { SendMail } from './outbox/send-mail.ts'
import type { Database } from './store/database.ts'
import { ensureEvidenceKey, openEvidence } from './store/evidence-key.ts'
import { ensureFirstAdmin } from './store/first-admin.ts'
import { inviteFirst } from './store/invitation.ts'
import { checkSecret, fixIssuer, sandboxNow } from './store/server.ts'
import { ensureSigningKeys, openSigners, signerShelf } from './store/signers.ts'
import type { SignerShelf } from './store/signers.ts'
import { keyEncryptionKey } from './token/secret.ts'

/** What a door knows before the house is open. */
export interface Opening extends Pick<
  Deps,
  'db' | 'publicUrl' | 'sandbox' | 'log' | 'addressOf' | 'meter'
> {
  /** Under which private keys rest. */
  readonly secret: string
  /** The machine's clock. */
  readonly now: () => Instant
  /** Where a sandbox's clock begins; null for now. */
  readonly sandboxNow: Instant | null
  /** The first admin's token; null makes one. */
  readonly adminToken: string | null
  /** Where staff sign in by OpenID Connect; default: nowhere. */
  readonly provider?: ProviderSettings | null
  /** Whether the first admin is made, if there is none; default true. Whoever makes one is to show the token. */
  readonly makesAdmin?: boolean
  /** What webhooks may reach beside public addresses; default nothing. */
  readonly webhookAllow?: readonly string[] | undefined
  /** How webhooks are sent to, on a door that delivers; default not at all. */
  readonly sendWebhook?: SendWebhook | undefined
  /** Default: this door sends no mail, and letters are kept to be read. */
  readonly sendMail?: SendMail | null
  /** Default: nothing is followed. */
  readonly follow?: Deps['follow'] | undefined
}

/** The open house. */
export interface Opened {
  readonly deps: Deps
  /** To be shown once, at the first start; null later. */
  readonly firstAdminToken: string | null
  /** The first admin's one-time link to sign in by; null once anybody can. */
  readonly firstAdminLink: string | null
}

/** What stays from request to request where a door opens the database anew for each, as on Workers. */
export interface Begun extends Pick<
  Deps,
  'kek' | 'issuer' | 'failures' | 'trials' | 'uploads' | 'provider'
> {
  readonly shelf: SignerShelf
}

/**
 * Opens the house in a migrated database, and makes the first admin where that is wanted.
 *
 * @throws WrongSecret if the database was begun with another secret.
 */
export async function openApp(opening: Opening): Promise<Opened> {
  const deps = depsOf(opening, await begin(opening))
  const { db, adminToken, makesAdmin = true } = opening
  const token = makesAdmin ? await ensureFirstAdmin(db, adminToken, await deps.now()) : null
  const end = makesAdmin ? await inviteFirst(db) : null
  const link = end === null ? null : `${deps.publicUrl}/console/invitation/${end}`
  return { deps, firstAdminToken: token, firstAdminLink: link }
}

/**
 * Makes what a first start needs in a migrated database: the server's name and its signing keys.
 *
 * @throws WrongSecret if the database was begun with another secret.
 */
export async function begin(opening: Opening): Promise<Begun> {
  const { db, publicUrl } = opening
  const kek = keyEncryptionKey(opening.secret)
  await checkSecret(db, kek)
  const issuer = await fixIssuer(db, publicUrl)
  const now = await clockOf(opening)()
  await ensureSigningKeys(db, kek, 'Ed25519', now)
  await ensureEvidenceKey(db, kek, now)
  const settings = opening.provider ?? null
  return {
    kek,
    issuer,
    failures: failureLimit(),
    trials: trialLimit(),
    uploads: uploadLimit(),
    provider: settings === null ? null : openProvider(settings, opening.now),
    shelf: signerShelf(),
  }
}

/** What the door hands to the rooms, on this opening's database. */
export function depsOf(opening: Opening, begun: Begun): Deps {
  const { db, publicUrl, sandbox, addressOf, log, meter, follow = unfollowed } = opening
  const { kek, issuer, failures, trials, uploads, provider, shelf } = begun
  const clock = {
    settle: (each: Database, at: Instant) => tick(each, at, { asked: true, follow }),
    foresee: foreseeDue,
    moveSandbox: moveSandboxClock,
  }
  const signers = openSigners(db, kek, shelf)
  const evidence = openEvidence(kek)
  const now = clockOf(opening)
  const house = {
    db,
    now,
    kek,
    signers,
    evidence,
    issuer,
    publicUrl,
    sandbox,
    clock,
    letters: letterWork(publicUrl, opening.sendMail ?? null),
    listFile,
    reach: reachOf(opening.webhookAllow ?? []),
    carriers: carriersOf(opening, kek),
    failures,
    trials,
    uploads,
    provider,
    addressOf,
    log,
    follow,
  }
  return {
    ...house,
    ...(meter !== undefined && { meter }),
    ...(opening.sendMail != null && {
      sendMail: plainMailer({ db, publicUrl, sendMail: opening.sendMail, stamp: opening.now }),
    }),
  }
}

function carriersOf(opening: Opening, kek: Uint8Array): Deps['carriers'] {
  const { db, publicUrl, now: stamp, sandbox, sendWebhook, sendMail = null } = opening
  const letters = letterCarrier({ db, publicUrl, sendMail })
  if (sendWebhook === undefined) return [letters]
  return [
    letters,
    webhookCarrier({ db, kek, stamp, send: sendWebhook, write: messageWriter(sandbox) }),
  ]
}

/** The server as a function from request to response; a door gives it a socket. */
export function createApp(deps: Deps): Hono {
  return createAppFor(() => deps)
}

/** The same where each request brings its own along, in the environment that the door calls it with. */
export function createAppFor(depsOf: (env: unknown) => Deps): Hono {
  const app = serve(routes, depsOf)
  openConsole(app, pages, depsOf, { told, faultOf })
  openPortal(app, portalPages, depsOf, { told, faultOf, goods: { packageOf: customerDownload } })
  return app
}

function clockOf({ db, sandbox, sandboxNow: first, now }: Opening): Deps['now'] {
  return sandbox ? () => sandboxNow(db, first ?? now()) : now
}
