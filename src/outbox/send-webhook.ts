/** A message as it goes out. */
export interface OutgoingMessage {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What a receiver answered. */
export interface Answer {
  readonly status: number
  /** `Retry-After`, as it came; null if it did not. */
  readonly retryAfter: string | null
  /** The first characters of what it said. */
  readonly beginning: string
}

/**
 * Posts a message, follows no redirect, and waits no longer than {@link longestAnswerMs}.
 *
 * @throws NoAnswer
 */
export type SendWebhook = (message: OutgoingMessage) => Promise<Answer>

/** Nobody answered. The code is `timeout`, `private-address`, `not-encrypted`, or the system's own, e.g. `ECONNREFUSED`. */
export class NoAnswer extends Error {
  readonly code: string

  constructor(code: string) {
    super(`no answer: ${code}`)
    this.name = 'NoAnswer'
    this.code = code
  }
}

export const longestAnswerMs = 15_000

/** So much of an answer is kept, and no more of it is read. */
export const mostAnswerBytes = 1024

/** The beginning of an answer as text that can be kept. */
export function beginningOf(chunks: readonly Uint8Array[]): string {
  const decoder = new TextDecoder()
  const text = chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('')
  return text.slice(0, mostAnswerBytes).replaceAll('\0', '')
}
