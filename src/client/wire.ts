import type { Instant } from '../license/license.ts'
import { isRecord } from '../token/record.ts'
import type { Fetch } from './options.ts'
import type { ClientProblem } from './problem.ts'

/** What a product asks with at start-up. */
export interface TokenRequest {
  readonly license_key: string
  readonly product: string
  readonly fingerprint?: string | undefined
  readonly machine?: string | undefined
  readonly nonce: string
  /** The activation whose seat is to be taken over. */
  readonly replace?: string | undefined
}

/** A machine that has a seat of the license. */
export interface SeatHolder {
  readonly id: string
  /** What people call it; empty if they call it nothing. */
  readonly machine: string
  readonly lastSeenAt: Instant
}

/** A token, still to be checked, and when to ask again; null if the server does not say. */
export interface Granted {
  readonly token: string
  readonly refreshAt: Instant | null
  readonly retryAfterMs: 0
  /** With `no_seat`: who has the seats. */
  readonly machines: readonly SeatHolder[]
}

/** No token: why, and how long to leave the server alone; Infinity if it has no other answer to this. */
export interface Denied {
  readonly problem: ClientProblem
  readonly retryAfterMs: number
}

/** The calls of a client, each of which ends with its signal. None of them throws but `call`. */
export interface Wire {
  /** Asks for a path of the server's; the others are asked for by this. */
  readonly call: (path: string, init: RequestInit) => Promise<Response>
  requestToken(request: TokenRequest, signal: AbortSignal): Promise<Granted | Denied>
  /** A public document: JSON as it parses, anything else as text; null if it cannot be had. */
  read(path: string, signal: AbortSignal): Promise<unknown>
  /** Frees a machine's seat. */
  free(activation: string, key: string, signal: AbortSignal): Promise<boolean>
}

/** @param server without a slash at the end. */
export function wireTo(server: string, fetch: Fetch): Wire {
  // The body holds the license key, so it follows nobody to another address.
  const call = async (path: string, init: RequestInit) => {
    init.signal?.throwIfAborted()
    return fetch(server + path, { redirect: 'error', ...init })
  }
  return {
    call,
    requestToken: (request, signal) =>
      call('/v1/tokens', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
        signal,
      }).then(answerOf, gone),
    read: (path, signal) =>
      call(path, { signal }).then(
        async (response) => (response.ok ? parsed(await response.text()) : null),
        () => null,
      ),
    free: (activation, key, signal) =>
      call(`/v1/activations/${encodeURIComponent(activation)}`, {
        method: 'DELETE',
        headers: { authorization: `License ${key}` },
        signal,
      }).then(
        ({ ok }) => ok,
        () => false,
      ),
  }
}

async function answerOf(response: Response): Promise<Granted | Denied> {
  const { status } = response
  const body = parsed(await response.text().catch(() => ''))
  if (response.ok && isRecord(body) && typeof body.token === 'string')
    return {
      token: body.token,
      refreshAt: Date.parse(String(body.refresh_at)) || null,
      retryAfterMs: 0,
      machines: holders(body.machines),
    }
  if (response.ok || status === 429 || status >= 500) return gone(body, response)
  return {
    problem: { code: status === 404 ? 'unknown_key' : 'refused', cause: body },
    retryAfterMs: Infinity,
  }
}

function holders(machines: unknown): readonly SeatHolder[] {
  return (Array.isArray(machines) ? machines.filter(isRecord) : []).map((each) => ({
    id: String(each.id),
    machine: typeof each.machine === 'string' ? each.machine : '',
    lastSeenAt: Date.parse(String(each.last_seen_at)),
  }))
}

function gone(cause: unknown, response?: Response): Denied {
  const seconds = Number(response?.headers.get('retry-after')) || 0
  return { problem: { code: 'server_gone', cause }, retryAfterMs: seconds * 1000 }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
