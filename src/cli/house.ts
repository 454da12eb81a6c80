import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openApp } from '../app.ts'
import type { Opened, Opening } from '../app.ts'
import { ConfigError } from '../config.ts'
import type { Config } from '../config.ts'
import { mailOver } from '../outbox/mail.ts'
import { hasBegun } from '../store/server.ts'
import { migrate } from '../store/migrate.ts'
import type { OnStatement } from '../store/on-statement.ts'
import { openPglite } from '../store/pglite.ts'
import { openPostgres } from '../store/postgres.ts'
import type { Database } from '../store/database.ts'
import { WrongSecret } from '../token/secret.ts'
import { progress } from './progress.ts'
import { quiet } from './quiet.ts'

/** A house that somebody has opened and is to close. */
export interface House extends Opened {
  readonly close: () => Promise<void>
}

/** What a door does beside serving: log, measure, follow. */
interface Io extends Pick<Opening, 'log' | 'addressOf' | 'meter' | 'follow' | 'sendWebhook'> {
  readonly onStatement?: OnStatement | undefined
}

/**
 * Opens the house of a server, new or not, as the configuration says. Without `AUSZUG_SECRET` a key file is made at the first start and
 * read from then on; nobody but its owner can read it.
 *
 * @param makesAdmin whether the first admin is made; who asks for it shows the token.
 * @throws ConfigError with a sentence for the operator.
 */
export function openHouse(config: Config, io: Io, makesAdmin = true): Promise<House> {
  return progress(opening(config), () => opened(config, io, { founds: true, makesAdmin }))
}

/**
 * Opens the house of a server that has been started before, for a command.
 *
 * @throws ConfigError with a sentence for the operator.
 */
export async function visitHouse(config: Config): Promise<House> {
  refuseNowhere(config)
  return progress(opening(config), () =>
    opened(config, quiet, { founds: false, makesAdmin: false }),
  )
}

/**
 * Opens the database of a server that has been started before, for a command that reads what is kept and opens nothing sealed: it
 * needs no secret.
 *
 * @throws ConfigError with a sentence for the operator.
 */
export async function visitDatabase(config: Config): Promise<Database> {
  refuseNowhere(config)
  return progress(opening(config), async () => {
    const db = await openDatabase(config)
    try {
      await migrate(db, { sandbox: config.sandbox })
      if (!(await hasBegun(db))) throw nothingThere(config)
      return db
    } catch (error) {
      await db.destroy()
      throw error
    }
  })
}

function opening({ databaseUrl, dataDirectory }: Config): string {
  return `Opening ${databaseUrl === null ? `the database in ${dataDirectory}` : 'PostgreSQL'}`
}

async function opened(
  config: Config,
  io: Io,
  { founds, makesAdmin }: { readonly founds: boolean; readonly makesAdmin: boolean },
): Promise<House> {
  const { onStatement, ...rest } = io
  const db = await openDatabase(config, onStatement)
  try {
    await migrate(db, { sandbox: config.sandbox })
    if (!founds && !(await hasBegun(db))) throw nothingThere(config)
    const secret = config.secret ?? readSecret(config) ?? (await newSecret(db, config))
    const opened = await openApp({
      db,
      secret,
      publicUrl: config.publicUrl,
      sandbox: config.sandbox,
      sandboxNow: config.sandboxNow,
      webhookAllow: config.webhookAllow,
      adminToken: config.adminToken,
      provider: config.provider,
      makesAdmin,
      sendMail: config.mail === null ? null : mailOver(config.mail),
      now: Date.now,
      ...rest,
    })
    return { ...opened, close: () => db.destroy() }
  } catch (error) {
    await db.destroy()
    throw error instanceof WrongSecret ? wrongSecret(config) : error
  }
}

/** The database that the configuration names: PostgreSQL, or PGlite in the data directory. */
export async function openDatabase(
  { databaseUrl, dataDirectory }: Config,
  onStatement?: OnStatement,
): Promise<Database> {
  if (databaseUrl !== null) return openPostgres(databaseUrl, { onStatement })
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
  return openPglite(dataDirectory, { onStatement })
}

function keyFileOf({ dataDirectory }: Config): string {
  return join(dataDirectory, 'secret.key')
}

/** The key file's content; null if there is none. */
function readSecret(config: Config): string | null {
  try {
    const secret = readFileSync(keyFileOf(config), 'utf8')
    chmodSync(keyFileOf(config), 0o600)
    return secret
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Kept before anything is sealed under it: dying on the first start loses nothing. Never made for a database that has another. */
async function newSecret(db: Database, config: Config): Promise<string> {
  if (await hasBegun(db)) throw wrongSecret(config)
  const secret = randomBytes(32).toString('base64')
  mkdirSync(config.dataDirectory, { recursive: true, mode: 0o700 })
  writeFileSync(keyFileOf(config), `${secret}\n`, { mode: 0o600, flag: 'wx' })
  return secret
}

/** @throws ConfigError where there is no data directory: a command makes none. */
export function refuseNowhere(config: Config): void {
  if (config.databaseUrl === null && !existsSync(config.dataDirectory)) throw nothingThere(config)
}

/** A command in the wrong directory makes nothing there, and says so. */
export function nothingThere({ databaseUrl, dataDirectory }: Config): ConfigError {
  const where = databaseUrl === null ? dataDirectory : 'this database'
  return new ConfigError(
    `No server has been started in ${where} yet. Say \`auszug serve\` first, or name the right place in AUSZUG_DATA or DATABASE_URL.`,
  )
}

function wrongSecret({ secret, dataDirectory }: Config): ConfigError {
  const given = secret === null ? `the key file in ${dataDirectory}` : 'AUSZUG_SECRET'
  return new ConfigError(
    `This database was begun with another secret than ${given}. Give it the secret that it was begun with: without it its private keys cannot be opened. ` +
      'If that is lost, this remains: every record (`auszug export` needs no secret), and the tokens given so far until they run out; docs/operating.md says how to go on.',
  )
}
