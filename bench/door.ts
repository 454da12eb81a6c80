import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { nodeOn } from './pin.ts'

/** A server in a process of its own. */
export interface Door {
  readonly port: number
  readonly pid: number
  /** From the start of its process to its first answer. */
  readonly startMs: number
  /** Resident memory as the system counts it, in MB. */
  readonly rss: () => number
  /** How long its process has computed so far, in milliseconds. */
  readonly cpuMs: () => number
  readonly stop: () => Promise<void>
}

/** The admin's token on every door of ours. */
export const adminToken = 'a-token-for-the-bench-of-32-characters'

/** The built Node door on a database, `dist/node.js`; it is up once it answers. */
export function openDoor(core: string, port: number, env: Record<string, string>): Promise<Door> {
  return started(core, port, ['dist/node.js', '--json'], {
    PORT: String(port),
    AUSZUG_ADMIN_TOKEN: adminToken,
    AUSZUG_SECRET: 'a secret of the bench',
    ...env,
  })
}

/** The bare limit of `bare.ts`. */
export function openBare(core: string, port: number, url: string, claims: string): Promise<Door> {
  return started(core, port, ['bench/bare.ts', url, claims], { PORT: String(port) })
}

async function started(
  core: string,
  port: number,
  args: readonly string[],
  env: Record<string, string>,
): Promise<Door> {
  const begun = performance.now()
  const child = nodeOn(core, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await answers(port, child)
  const startMs = performance.now() - begun
  const { pid } = child
  if (pid === undefined) throw new TypeError('a process has an id')
  return {
    port,
    pid,
    startMs,
    rss: () => Number(/VmRSS:\s+(\d+)/.exec(proc(pid, 'status'))?.[1]) / 1024,
    cpuMs: () => cpuOf(proc(pid, 'stat')),
    stop: async () => {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

async function answers(port: number, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const answered = await fetch(`http://127.0.0.1:${port}/.well-known/jwks.json`).then(
      () => true,
      () => false,
    )
    if (answered) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

function proc(pid: number, file: string): string {
  return readFileSync(`/proc/${pid}/${file}`, 'utf8')
}

/** The system counts in hundredths of a second. */
function cpuOf(stat: string): number {
  const [, , , , , , , , , , , user, system] = stat.slice(stat.lastIndexOf(')')).split(' ')
  return (Number(user) + Number(system)) * 10
}
