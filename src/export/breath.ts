/** How long an export may hold the thread at a stretch, in milliseconds. */
const holdMs = 10

/**
 * Lets timers, sockets and other requests have their turn. A source that never waits, such as SQLite, would else hold
 * the thread until its last row, and no signal could end it.
 */
export class Breath {
  #since: number = performance.now()

  /** Undefined while there is breath left, so that most batches cost no promise. */
  taken(): Promise<void> | undefined {
    if (performance.now() - this.#since < holdMs) return undefined
    return turn().then(() => {
      this.#since = performance.now()
    })
  }
}

function turn(): Promise<void> {
  if (typeof setImmediate === 'function') return new Promise((resolve) => setImmediate(resolve))
  // A browser holds a timer of nothing back for four milliseconds; a message comes at once.
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    const arrived = () => {
      port1.close()
      resolve()
    }
    port1.addEventListener('message', arrived, { once: true })
    port1.start()
    port2.postMessage(undefined)
  })
}
