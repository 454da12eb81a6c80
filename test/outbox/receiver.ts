import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Webhook } from 'standardwebhooks'

/** A message as it came. */
export interface Received {
  readonly id: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  readonly body: Message
}

export interface Message {
  readonly type: string
  readonly timestamp: string
  readonly data: {
    readonly webhook?: string
    readonly event?: { readonly id: string; readonly license: string; readonly type: string }
    readonly license?: { readonly id: string }
  }
}

/** A receiver of webhooks behind a socket of this machine. */
export interface Receiver {
  readonly url: string
  readonly port: number
  readonly received: readonly Received[]
  /** Answers from now on by this; at first every message is taken. */
  readonly answer: (by: (message: Received, response: ServerResponse) => void) => void
  readonly clear: () => void
  readonly close: () => Promise<void>
}

/** Whether the receiver's library finds that a message was signed with this secret. */
export function isSignedWith(secret: string, { text, headers }: Received): boolean {
  try {
    new Webhook(secret).verify(text, { ...headers })
    return true
  } catch {
    return false
  }
}

export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const taken = (_: Received, response: ServerResponse): void => {
    response.writeHead(204).end()
  }
  let answer = taken
  const server = createServer((request, response) => {
    void readAll(request).then((text) => {
      const message = receivedAs(request, text)
      received.push(message)
      answer(message, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('no port')
  return {
    url: `http://127.0.0.1:${address.port}/hook`,
    port: address.port,
    received,
    answer: (by) => {
      answer = by
    },
    clear: () => {
      answer = taken
      received.splice(0)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function receivedAs(request: IncomingMessage, text: string): Received {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  )
  return {
    id: headers['webhook-id'] ?? '',
    path: request.url ?? '',
    headers,
    text,
    body: JSON.parse(text),
  }
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
