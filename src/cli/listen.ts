import type { HttpBindings } from '@hono/node-server'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import { once } from 'node:events'
import { Server } from 'node:http'
import type { Config } from '../config.ts'

/** A socket that takes requests. */
export interface Listening {
  /** Where, e.g. `http://127.0.0.1:3000`. */
  readonly address: string
  /** Takes no more, and answers what has been asked. */
  readonly stop: () => Promise<void>
}

/** How long a request that is under way may take once the server stops. */
const graceMs = 10_000

/** @throws Error with a system's code, e.g. `EADDRINUSE`. */
export async function listen(
  app: Pick<Hono, 'fetch'>,
  { host, port }: Pick<Config, 'host' | 'port'>,
): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch })
  if (!(server instanceof Server)) throw new TypeError('the socket speaks HTTP/1.1')
  server.listen(port, host)
  await once(server, 'listening')
  return { address: addressOf(server, host), stop: () => stop(server) }
}

/** The address at the other end of the socket; empty where there is none. */
export function socketAddress(env: unknown): string {
  return isNodeEnv(env) ? (env.incoming.socket.remoteAddress ?? '') : ''
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  // A connection that is kept alive would keep the server for seconds after its answer, and one that says nothing for ever.
  const sweep = setInterval(() => server.closeIdleConnections(), 20)
  const deadline = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearInterval(sweep)
  clearTimeout(deadline)
}

function addressOf(server: Server, host: string): string {
  const bound = server.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

function isNodeEnv(env: unknown): env is HttpBindings {
  return typeof env === 'object' && env !== null && 'incoming' in env
}
