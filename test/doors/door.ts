import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onPostgres, openTestDatabase } from '../database.ts'

const home = join(import.meta.dirname, '../..')
const cli = join(home, 'dist/cli.js')

type Environment = Readonly<Record<string, string>>

/** What a process that is over has said. */
export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Builds the doors, if the sources are newer than what is there. */
export async function buildDoors(): Promise<void> {
  const built = await stat(cli).catch(() => null)
  if (
    built !== null &&
    built.mtimeMs > (await newest('src')) &&
    built.mtimeMs > (await newest('migrations'))
  )
    return
  const { code, err } = await runNode(['scripts/build.mjs', '--doors', '--quiet'], process.env.PATH)
  if (code !== 0) throw new Error(err)
}

async function newest(folder: string): Promise<number> {
  const names = await readdir(join(home, folder), { recursive: true })
  const stats = await Promise.all(names.map((name) => stat(join(home, folder, name))))
  return Math.max(...stats.map(({ mtimeMs }) => mtimeMs))
}

async function runNode(words: readonly string[], PATH = ''): Promise<Ended> {
  return ended(spawn(process.execPath, words, { cwd: home, env: { PATH } }))
}

/** Where a server keeps what it has: a data directory, and on PostgreSQL a database too. */
export interface Place {
  readonly directory: string
  readonly env: Environment
  readonly clear: () => Promise<void>
}

export async function newPlace(): Promise<Place> {
  const directory = await mkdtemp(join(tmpdir(), 'auszug-door-'))
  const database = onPostgres ? await openTestDatabase(null) : null
  const url = database?.url ?? null
  return {
    directory,
    env: { AUSZUG_DATA: directory, ...(url !== null && { DATABASE_URL: url }) },
    clear: async () => {
      await database?.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** Runs `auszug` until it ends. */
export function auszug(words: readonly string[], env: Environment = {}): Promise<Ended> {
  return ended(start(words, env))
}

function start(words: readonly string[], env: Environment): ChildProcess {
  return spawn(process.execPath, [cli, ...words], {
    cwd: tmpdir(),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function ended(child: ChildProcess): Promise<Ended> {
  const said = { out: '', err: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said.out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said.err += text))
  const [code]: unknown[] = await once(child, 'close')
  return { ...said, code: typeof code === 'number' ? code : null }
}

/** `auszug serve` as a process of its own, on a free port of the loopback interface. */
export interface Served {
  readonly address: string
  /** The first admin's token, if it was shown. */
  readonly token: string | null
  readonly welcome: string
  /** The lines that it has logged so far. */
  readonly log: () => readonly unknown[]
  readonly kill: (signal: NodeJS.Signals) => Promise<Ended>
}

const running = new Set<ChildProcess>()

/** @throws Error with the process's own words if it ends before it listens. */
export function serve(env: Environment, ...words: readonly string[]): Promise<Served> {
  return listening(['serve', ...words], env, /issuer .*\n/)
}

/** `auszug demo desk`, telling of itself in lines of JSON. */
export function serveDesk(env: Environment): Promise<Served> {
  return listening(['demo', 'desk', '--json'], env, /"listening".*\n/)
}

async function listening(
  words: readonly string[],
  env: Environment,
  isReady: RegExp,
): Promise<Served> {
  const child = start(words, { PORT: String(await freePort()), ...env })
  running.add(child)
  const over = ended(child).finally(() => running.delete(child))
  let out = ''
  const ready = new Promise<void>((resolve) => {
    child.stdout?.on('data', (text: string) => {
      out += text
      if (isReady.test(out)) resolve()
    })
  })
  const early = await Promise.race([ready, over])
  if (early !== undefined) throw new Error(early.err)
  const address = /http:\/\/[^\s,"]+/.exec(out)?.[0] ?? ''
  return {
    address,
    get token() {
      return /^ {2}(auszug_\S+)$/m.exec(out)?.[1] ?? null
    },
    get welcome() {
      return out
    },
    log: () =>
      out
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line): unknown => JSON.parse(line)),
    kill: (signal) => {
      child.kill(signal)
      return over
    },
  }
}

/** Ends what a test that failed has left running. */
export async function endAll(): Promise<void> {
  for (const child of running) {
    child.kill('SIGKILL')
    await once(child, 'close')
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  server.close()
  await once(server, 'close')
  return typeof bound === 'object' && bound !== null ? bound.port : 0
}

/** An answer over the network, as far as these tests look into it. */
export interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** A call of staff over the network; without a token a call of anybody. */
export async function ask(
  { address }: Pick<Served, 'address'>,
  token: string | null,
  method: string,
  path: string,
  body?: object,
): Promise<Answer> {
  const response = await fetch(`${address}${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token !== null && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: JSON.parse((await response.text()) || '{}') }
}

/** A product, a plan, a customer and a license, made over the network. */
export async function sellAt(server: Pick<Served, 'address'>, token: string): Promise<Sold> {
  const made = async (path: string, body: object) => {
    const answer = await ask(server, token, 'POST', path, body)
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
    return answer.body
  }
  const capabilities = ['orders:read', 'orders:write']
  await made('/v1/products', {
    code: 'broetchenbringer',
    name: 'Brötchenbringer',
    capabilities,
    export_formats: ['csv', 'jsonl'],
  })
  const plan = { code: 'annual', product: 'broetchenbringer', name: 'Annual', capabilities }
  await made('/v1/plans', { ...plan, term: 'P1Y', renewal: 'automatic' })
  const customer = await made('/v1/customers', { name: 'Bäckerei Beispiel' })
  const asked = { plan: 'annual', customer: customer.id, time_zone: 'Europe/Berlin' }
  const { id, key } = await made('/v1/licenses', asked)
  return { id: String(id), key: String(key), customer: String(customer.id) }
}

export interface Sold {
  readonly id: string
  readonly key: string
  readonly customer: string
}
