/** Bytes as they are made: nothing is made before somebody reads. */
export type Bytes = AsyncGenerator<Uint8Array, void, undefined>

/**
 * A stream that asks its maker for one chunk at a time.
 *
 * @param make gets a signal that aborts when the reader cancels or `signal` aborts; then it is closed, too.
 */
export function byteStream(
  make: (signal: AbortSignal) => Bytes,
  signal?: AbortSignal,
): ReadableStream<Uint8Array> {
  const stop = new AbortController()
  const forward = () => stop.abort(signal?.reason)
  const forget = () => signal?.removeEventListener('abort', forward)
  let bytes: Bytes | undefined
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        stop.signal.addEventListener('abort', () => {
          failed(controller, stop.signal.reason)
          // Nobody asks the maker again, so it would keep its source open. Its own error is the signal's, told already.
          bytes?.return().catch(() => undefined)
        })
        signal?.addEventListener('abort', forward, { once: true })
        if (signal?.aborted === true) forward()
      },
      async pull(controller) {
        try {
          bytes ??= make(stop.signal)
          const next = await bytes.next()
          if (stop.signal.aborted) return
          if (next.done !== true) return controller.enqueue(next.value)
          forget()
          controller.close()
        } catch (error) {
          forget()
          failed(controller, error)
        }
      },
      async cancel(reason) {
        forget()
        stop.abort(reason ?? new DOMException('the reader went away', 'AbortError'))
        await bytes?.return()
      },
    },
    { highWaterMark: 0 },
  )
}

/** Errors a stream that may be closed or errored already. */
function failed(controller: ReadableStreamDefaultController<Uint8Array>, error: unknown): void {
  try {
    controller.error(error)
  } catch {
    // A cancelled stream takes no error, and nobody waits for one.
  }
}

export async function* bytesOf(stream: ReadableStream<Uint8Array>): Bytes {
  const reader = stream.getReader()
  let isOpen = true
  try {
    for (;;) {
      const next = await reader.read()
      if (next.done) break
      yield next.value
    }
    isOpen = false
  } catch (error) {
    isOpen = false
    throw error
  } finally {
    if (isOpen) await reader.cancel()
    reader.releaseLock()
  }
}
