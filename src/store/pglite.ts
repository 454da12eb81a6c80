import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { connect, createServer } from 'node:net'
import type { Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { columnParsers } from './column.ts'
import type { Database } from './database.ts'
import { loggingTo } from './on-statement.ts'
import type { OnStatement } from './on-statement.ts'
import type { Tables } from './tables.ts'

const PARSERS = { parsers: columnParsers }

export interface PgliteOptions {
  /** What one in memory starts from, as `PGlite.dumpDataDir` gives it; a new one takes a second or two to make. */
  readonly image?: Blob
  readonly onStatement?: OnStatement | undefined
}

/**
 * PostgreSQL within this process. What is acknowledged survives the death of the process; the operating system writes it to the
 * disk in its own time, so a power cut can cost the last seconds.
 *
 * @param directory where it lies; null for one in memory.
 * @throws Error if another process holds the directory.
 */
export async function openPglite(
  directory: string | null,
  { image, onStatement }: PgliteOptions = {},
): Promise<Database> {
  if (directory === null) {
    const from = image && { loadDataDir: image }
    return opened(await PGlite.create({ ...PARSERS, ...from }), onStatement)
  }
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const hold = await holdDirectory(realpathSync(directory))
  try {
    const data = await prepared(join(directory, 'pglite'))
    const pglite = new HeldPGlite(data, PARSERS)
    pglite.onClosed = hold.release
    await pglite.waitReady
    return await opened(pglite, onStatement)
  } catch (error) {
    await hold.release()
    throw error
  }
}

/** Gives the directory back once nothing is written to it any more. */
class HeldPGlite extends PGlite {
  onClosed: () => Promise<void> = async () => {}

  override async close(): Promise<void> {
    await super.close()
    await this.onClosed()
  }
}

/** Kysely closes PGlite with itself only after a first statement. */
async function opened(pglite: PGlite, onStatement?: OnStatement): Promise<Database> {
  const dialect = new PGliteDialect({ pglite })
  const db = new Kysely<Tables>({ dialect, ...loggingTo(onStatement) })
  await db.selectNoFrom((eb) => eb.lit(1).as('one')).execute()
  return db
}

/** A new data directory appears whole or not at all: dying on the first start leaves nothing half made. */
async function prepared(data: string): Promise<string> {
  if (existsSync(data)) return data
  const fresh = `${data}.new`
  rmSync(fresh, { recursive: true, force: true })
  const pglite = await PGlite.create(fresh, PARSERS)
  await pglite.close()
  renameSync(fresh, data)
  return data
}

/** What a Unix socket's path may be long, on every system. */
const mostPathBytes = 100

interface Hold {
  readonly release: () => Promise<void>
}

/**
 * Holds a directory by a listening socket in it: the system closes it with the process, however that ends, and a socket that
 * nobody listens at is left over.
 */
async function holdDirectory(directory: string): Promise<Hold> {
  const { path, forget } = reachable(directory)
  const server = createServer((socket) => socket.destroy()).unref()
  try {
    if (!(await listens(server, path))) {
      const judged = identity(path)
      if ((await answers(path)) || judged === null || !clear(path, judged)) throw inUse(directory)
      if (!(await listens(server, path))) throw inUse(directory)
    }
  } catch (error) {
    forget()
    throw error
  }
  const release = async (): Promise<void> => {
    await new Promise<void>((resolve) => server.close(() => resolve()))
    forget()
  }
  return { release }
}

function inUse(directory: string): Error {
  return new Error(
    `Another process uses ${directory}, and an embedded database takes one at a time. ` +
      'Stop that one, name another directory in AUSZUG_DATA, or use a PostgreSQL server (DATABASE_URL).',
  )
}

/** A path to the socket that is short enough: through a link where the directory's own is too long. */
function reachable(directory: string): { readonly path: string; readonly forget: () => void } {
  if (process.platform === 'win32') {
    const name = createHash('sha256').update(directory).digest('hex')
    return { path: `\\\\.\\pipe\\auszug-${name}`, forget: () => {} }
  }
  const path = join(directory, 'in-use')
  if (Buffer.byteLength(path) <= mostPathBytes) return { path, forget: () => {} }
  const shortcut = mkdtempSync(join(tmpdir(), 'auszug-'))
  symlinkSync(directory, join(shortcut, 'd'))
  return {
    path: join(shortcut, 'd', 'in-use'),
    forget: () => rmSync(shortcut, { recursive: true, force: true }),
  }
}

function listens(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const refused = (error: NodeJS.ErrnoException): void => {
      server.off('listening', held)
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    }
    const held = (): void => {
      server.off('error', refused)
      resolve(true)
    }
    server.once('error', refused).once('listening', held).listen(path)
  })
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('close', () => socket.destroy())
  })
}

/**
 * Takes a left-over socket out of the way. Of several that start at once one may have done so already and listen in its place:
 * whoever finds that it moved another one than it judged puts it back.
 */
function clear(path: string, judged: string): boolean {
  const aside = `${path}.${process.pid}`
  if (identity(path) === null) return false
  renameSync(path, aside)
  if (identity(aside) !== judged) {
    renameSync(aside, path)
    return false
  }
  rmSync(aside, { force: true })
  return true
}

function identity(path: string): string | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stat === undefined ? null : `${stat.ino} ${stat.mtimeNs}`
}
