import { reachOf } from './reach.ts'
import { beginningOf, longestAnswerMs, mostAnswerBytes, NoAnswer } from './send-webhook.ts'
import type { SendWebhook } from './send-webhook.ts'

/**
 * Sends by `fetch`, on a door that has no sockets: Cloudflare's reaches no private network, so the address alone is looked at.
 *
 * @param allowed what may be reached beside public addresses.
 */
export function sendByFetch(allowed: readonly string[]): SendWebhook {
  const reach = reachOf(allowed)
  return async ({ url, headers, body }) => {
    const verdict = reach.url(url)
    if (verdict !== 'yes') throw new NoAnswer(verdict)
    try {
      const signal = AbortSignal.timeout(longestAnswerMs)
      const response = await fetch(url, {
        method: 'POST',
        headers,
        body,
        signal,
        redirect: 'manual',
      })
      const retryAfter = response.headers.get('retry-after')
      return { status: response.status, retryAfter, beginning: await beginning(response) }
    } catch (error) {
      const isLate = error instanceof Error && error.name === 'TimeoutError'
      throw new NoAnswer(isLate ? 'timeout' : 'no-connection')
    }
  }
}

/** An answer that breaks off is one nevertheless: its status came first. */
async function beginning({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of body ?? []) {
      chunks.push(chunk)
      size += chunk.length
      if (size >= mostAnswerBytes) break
    }
  } catch {
    return beginningOf(chunks)
  }
  return beginningOf(chunks)
}
