import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { createTestHarness } from 'wrangler'
import { publicUrl } from '../api/house.ts'

/** The Worker as wrangler.toml describes it, built and run by workerd on this machine. */
export interface Edge {
  readonly request: (path: string, init?: RequestInit) => Promise<Response>
  /** What a Cron Trigger does; the outcome is `ok` or what went wrong. */
  readonly beat: () => Promise<string>
  /** Everything that it has logged since this was last asked. */
  readonly logged: () => readonly string[]
  readonly close: () => Promise<void>
}

export const secret = 'a secret of the tests'

/**
 * @param url of its PostgreSQL, with a password in it: Hyperdrive takes none without.
 * @param bindings beside those of wrangler.toml, or in their place.
 */
export async function startEdge(
  url: string,
  bindings: Readonly<Record<string, string>> = {},
): Promise<Edge> {
  process.env.CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE = url
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false'
  process.env.WRANGLER_SEND_METRICS = 'false'
  const server = createTestHarness({
    root: join(import.meta.dirname, '../..'),
    workers: [
      {
        configPath: 'wrangler.toml',
        secrets: { PUBLIC_URL: publicUrl, AUSZUG_SECRET: secret, ...bindings },
      },
    ],
  })
  const { url: address } = await server.listen()
  return {
    request: (path, init) => fetch(new URL(path, address), init),
    beat: async () => {
      const { outcome } = await server.getWorker().scheduled({ cron: '* * * * *' })
      return outcome
    },
    logged: () => {
      const lines = server.getLogs().map(({ message }) => message)
      server.clearLogs()
      return lines
    },
    close: () => server.close(),
  }
}

/** Writes down whom this process tries to reach: wrangler itself, and through it the Worker's own `fetch`. */
export function watchCalls(): { readonly called: readonly string[]; readonly stop: () => void } {
  const called: string[] = []
  const listen = (message: unknown): void => {
    if (typeof message !== 'object' || message === null || !('socket' in message)) return
    if (!(message.socket instanceof Socket)) return
    message.socket.on('lookup', (_error, _address, _family, host) => called.push(host))
    message.socket.on('connectionAttempt', (address) => called.push(address))
  }
  subscribe('net.client.socket', listen)
  return { called, stop: () => unsubscribe('net.client.socket', listen) }
}
