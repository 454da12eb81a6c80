import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'

/** A license server in a process of its own, whose clock is moved by hand. */
export interface Sandbox {
  readonly address: string
  readonly adminToken: string
  /** A call of staff. @throws Error with the server's words if it refuses. */
  call(method: string, path: string, body?: object): Promise<Reply>
  /** Ends it; what it knew is kept until `remove`. */
  stop(): Promise<void>
  remove(): Promise<void>
}

/** A member of an answer, by its name; empty if it is not there. */
export type Reply = (member: string) => string

/** Long enough for a server, and no secret: the sandbox is thrown away. */
const adminToken = 'sandbox-admin-sandbox-admin-sandbox-admin'

const root = new URL('../../', import.meta.url).pathname

/**
 * @param now the first instant of the sandbox's clock.
 * @throws Error with what the server said last, if it does not start.
 */
export async function startSandbox(port: number, now: string): Promise<Sandbox> {
  const directory = await mkdtemp(join(tmpdir(), 'auszug-sandbox-'))
  const address = `http://127.0.0.1:${port}`
  const server = spawn(process.execPath, ['scripts/run.mjs', 'node', '--json'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: address,
      DATABASE_URL: '',
      AUSZUG_DATA: directory,
      AUSZUG_SECRET: 'the secret of a sandbox that is thrown away',
      AUSZUG_ADMIN_TOKEN: adminToken,
      AUSZUG_SANDBOX: '1',
      AUSZUG_SANDBOX_NOW: now,
    },
  })
  try {
    await listening(server)
  } catch (error) {
    await rm(directory, { recursive: true, force: true })
    throw error
  }
  return {
    address,
    adminToken,
    call: (method, path, body) => call(address, method, path, body),
    stop: async () => {
      if (server.exitCode !== null || server.signalCode !== null) return
      server.kill('SIGTERM')
      await once(server, 'exit')
    },
    remove: () => rm(directory, { recursive: true, force: true }),
  }
}

async function listening(server: ReturnType<typeof spawn>): Promise<void> {
  if (server.stdout === null || server.stderr === null) throw new Error('the server says nothing')
  let last = ''
  server.stderr.on('data', (text) => (last += String(text)))
  for await (const line of createInterface({ input: server.stdout })) {
    last = line
    if (!line.includes('"listening"')) continue
    server.stdout.resume()
    return
  }
  throw new Error(`The license server did not start: ${last}`)
}

const members = z.record(z.string(), z.unknown())
const texts = z.string().catch('')

async function call(address: string, method: string, path: string, body?: object): Promise<Reply> {
  const response = await fetch(address + path, {
    method,
    headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  const answer = members.parse(text === '' ? {} : JSON.parse(text))
  return (member) => texts.parse(answer[member])
}

/**
 * The sandbox's clock as the product's own, so that its days are the story's. While the server is gone it stands where
 * it stood.
 */
export function sandboxClock(address: string, start: string): () => Promise<number> {
  let last = Date.parse(start)
  return async () => {
    const response = await fetch(`${address}/v1/sandbox/clock`).catch(() => null)
    if (response?.ok) last = Date.parse(clock.parse(await response.json()).now)
    return last
  }
}

const clock = z.object({ now: z.string() })
