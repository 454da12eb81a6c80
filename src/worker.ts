import { begin, createAppFor, depsOf } from './app.ts'
import type { Begun, Opening } from './app.ts'
import { refusal } from './api/refusal.ts'
import { beat, deliver } from './clock/beat.ts'
import { configFromBindings } from './config.ts'
import type { Deps, LogEntry } from './deps.ts'
import { sendByFetch } from './outbox/by-fetch.ts'
import type { Database } from './store/database.ts'
import { ensureFirstAdmin } from './store/first-admin.ts'
import { newId } from './store/id.ts'
import { checkMigrated } from './store/migrated.ts'
import { openPostgres } from './store/postgres.ts'

// The edge door: Cloudflare Workers, on a PostgreSQL behind Hyperdrive that `auszug migrate` has migrated.

/** An invocation, as far as it matters here. */
interface Context {
  readonly waitUntil: (work: Promise<unknown>) => void
}

/** What a request brings to the app as its environment. */
class Handed {
  readonly deps: Deps

  constructor(deps: Deps) {
    this.deps = deps
  }
}

/** What an isolate keeps. Sockets belong to the request that opened them, so none of it is one; nor is it a promise, which could wait for another's. */
const begun = new WeakMap<object, Begun>()

const app = createAppFor((env) => {
  if (env instanceof Handed) return env.deps
  throw new TypeError('a request was handed nothing')
})

export default {
  async fetch(request: Request, env: object, context: Context): Promise<Response> {
    let db: Database | null = null
    try {
      const opening = openingOf(env)
      db = opening.db
      const deps = await enter(opening, env)
      return closedBehind(await app.fetch(request, new Handed(deps)), db, context)
    } catch (error) {
      if (db !== null) context.waitUntil(db.destroy())
      return refusal({ issuer: new URL(request.url).origin, log }, error, newId('req', Date.now()))
    }
  },

  /** A sandbox's clock beats when it is moved; what waits goes out all the same. */
  async scheduled(_event: unknown, env: object): Promise<void> {
    const opening = openingOf(env)
    try {
      const deps = await enter(opening, env)
      await (opening.sandbox ? deliver(deps) : beat(deps))
    } finally {
      await opening.db.destroy()
    }
  },
}

/** @throws ConfigError */
function openingOf(env: object): Opening {
  const config = configFromBindings(env)
  return {
    ...config,
    db: openPostgres(config.databaseUrl, { max: mostConnections }),
    now: Date.now,
    sendWebhook: sendByFetch(config.webhookAllow),
    log,
    addressOf: (request) => request.headers.get('cf-connecting-ip') ?? '',
  }
}

/** A request may have six connections to anywhere at once. */
const mostConnections = 5

/** Several may begin at once; whoever is done leaves it to those that come later. */
async function enter(opening: Opening, env: object): Promise<Deps> {
  const known = begun.get(env)
  if (known !== undefined) return depsOf(opening, known)
  const { db, sandbox, adminToken } = opening
  await checkMigrated(db, { sandbox })
  const fresh = await begin(opening)
  const deps = depsOf(opening, fresh)
  // One that is made here would be shown to nobody: `auszug admin create` makes one that is.
  if (adminToken !== null) await ensureFirstAdmin(db, adminToken, await deps.now())
  begun.set(env, fresh)
  return deps
}

/** The database may still be read while the body is sent: it is closed behind the last byte. */
function closedBehind(response: Response, db: Database, context: Context): Response {
  if (response.body === null) {
    context.waitUntil(db.destroy())
    return response
  }
  const { readable, writable } = new TransformStream()
  const sent = response.body.pipeTo(writable).catch(() => {})
  context.waitUntil(sent.then(() => db.destroy()))
  return new Response(readable, response)
}

function log(entry: LogEntry): void {
  console.log(JSON.stringify({ at: new Date().toISOString(), ...entry }))
}
