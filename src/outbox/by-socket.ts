import { lookup as lookUp } from 'node:dns'
import type { LookupAddress } from 'node:dns'
import { request as requestHttp } from 'node:http'
import type { IncomingMessage, RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { reachOf } from './reach.ts'
import type { Reach } from './reach.ts'
import { beginningOf, longestAnswerMs, mostAnswerBytes, NoAnswer } from './send-webhook.ts'
import type { Answer, OutgoingMessage, SendWebhook } from './send-webhook.ts'

/** All addresses of a host. */
export type LookUp = (
  host: string,
  options: { readonly all: true },
  found: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/**
 * Sends by a socket of this machine. The addresses that the socket is given are the very ones that were looked at, so a name that
 * leads elsewhere at the second asking leads nowhere.
 *
 * @param allowed what may be reached beside public addresses.
 * @param options.lookup how a host is looked up; default as the system does.
 */
export function sendBySocket(
  allowed: readonly string[],
  {
    lookup = lookUp,
    timeoutMs = longestAnswerMs,
  }: { readonly lookup?: LookUp; readonly timeoutMs?: number } = {},
): SendWebhook {
  const reach = reachOf(allowed)
  return async (message) => {
    const verdict = reach.url(message.url)
    if (verdict !== 'yes') throw new NoAnswer(verdict)
    try {
      return await post(message, guarded(reach, lookup), AbortSignal.timeout(timeoutMs))
    } catch (error) {
      throw error instanceof NoAnswer ? error : new NoAnswer(codeOf(error))
    }
  }
}

function post(
  { url, headers, body }: OutgoingMessage,
  lookup: LookupFunction,
  signal: AbortSignal,
): Promise<Answer> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const bytes = Buffer.from(body)
  // A connection of its own: one that was kept may be closed at the moment when it is used again.
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': bytes.length },
    lookup,
    signal,
    agent: false,
  }
  return new Promise((resolve, reject) => {
    const sending = request(url, options, (response) => {
      beginning(response).then((text) => {
        const { statusCode: status = 0 } = response
        resolve({ status, retryAfter: response.headers['retry-after'] ?? null, beginning: text })
        sending.destroy()
      }, reject)
    })
    sending.on('error', reject)
    sending.end(bytes)
  })
}

/** An answer that breaks off is one nevertheless: its status came first. */
async function beginning(response: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of response) {
      chunks.push(chunk)
      size += chunk.length
      if (size >= mostAnswerBytes) break
    }
  } catch {
    return beginningOf(chunks)
  }
  return beginningOf(chunks)
}

/** Gives a socket the addresses of a host, once each of them may be reached. */
function guarded(reach: Reach, lookup: LookUp): LookupFunction {
  return (host, { all }, found) => {
    lookup(host, { all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error !== null) return found(error, [])
      const isOpen = reach.host(host) || addresses.every(({ address }) => reach.address(address))
      if (!isOpen) return found(new NoAnswer('private-address'), [])
      if (all === true) return found(null, addresses)
      return found(null, first?.address ?? '', first?.family)
    })
  }
}

/** The system's name for what went wrong, which tells more than its sentence. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
