import { createApp, openApp } from '../../src/app.ts'
import type { Deps, LogEntry } from '../../src/deps.ts'
import { system } from '../../src/license/actor.ts'
import type { Role } from '../../src/license/actor.ts'
import type { Instant } from '../../src/license/license.ts'
import { insertApiToken, makeApiToken } from '../../src/store/access.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openPglite } from '../../src/store/pglite.ts'
import { callOn, publicUrl } from '../api/house.ts'
import type { House, Reachable } from '../api/house.ts'
import { openTestDatabase } from '../database.ts'

/** A server that was started and has sold nothing yet. */
export type EmptyHouse = Pick<House, 'app' | 'call' | 'deps' | 'logged'> & {
  readonly tokens: Readonly<Record<Role, string>>
  /** Where another process finds its database; null on PGlite. */
  readonly url: string | null
  readonly close: () => Promise<void>
}

export interface EmptyOptions {
  readonly now: Instant
  readonly secret?: string
  readonly issuer?: string
  readonly sandbox?: boolean
  /** Whether it lies on PGlite, whatever the run is on; default false. */
  readonly onPglite?: boolean
}

export const secretOfTests = 'a secret of the tests'

export async function openEmptyHouse({
  now,
  secret = secretOfTests,
  issuer = publicUrl,
  sandbox = false,
  onPglite = false,
}: EmptyOptions): Promise<EmptyHouse> {
  const { db, url, close } = onPglite ? await pglite(sandbox) : await openTestDatabase({ sandbox })
  const logged: LogEntry[] = []
  const { deps } = await openApp({
    db,
    publicUrl: issuer,
    sandbox,
    secret,
    now: () => now,
    sandboxNow: now,
    adminToken: null,
    log: (entry) => logged.push(entry),
    addressOf: () => '192.0.2.1',
  })
  const tokens = {
    viewer: await tokenOf(deps, 'viewer'),
    phone: await tokenOf(deps, 'phone'),
    support: await tokenOf(deps, 'support'),
    billing: await tokenOf(deps, 'billing'),
    admin: await tokenOf(deps, 'admin'),
  }
  const app = createApp(deps)
  return { app, deps, tokens, logged, call: callOn(app, tokens), url, close }
}

async function pglite(sandbox: boolean) {
  const db = await openPglite(null)
  await migrate(db, { sandbox })
  return { db, url: null, close: () => db.destroy() }
}

async function tokenOf(deps: Deps, role: Role): Promise<string> {
  const token = makeApiToken()
  await insertApiToken(deps.db, { token, name: role, role }, system, await deps.now())
  return token
}

/** A server in this process, or behind a socket, and the tokens of its staff. */
interface Asked {
  readonly app: Reachable
  readonly tokens: Readonly<Record<Role, string>>
}

/** The package of a server, or of one of its customers. */
export async function packageOf(
  { app, tokens }: Asked,
  path = '/v1/export',
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await app.request(path, {
    headers: { authorization: `Bearer ${tokens.admin}` },
  })
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  return new Uint8Array(await response.arrayBuffer())
}

/** Hands a package in. */
export async function bringBack(
  { app, tokens }: Asked,
  archive: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
) {
  const response = await app.request('/v1/import', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${tokens.admin}`,
      'content-type': 'application/zip',
      ...headers,
    },
    body: archive,
  })
  const text = await response.text()
  const body: Readonly<Record<string, unknown>> = JSON.parse(text)
  return { status: response.status, body, text }
}
