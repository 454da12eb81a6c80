/** Runs something later, without keeping the process alive for it. Answers how to call it off. */
export function later(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, Math.max(ms, 10))
  letGo(timer)
  return () => clearTimeout(timer)
}

/** Waits for a promise, but no longer than so many milliseconds. */
export async function atMost(ms: number, promise: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  await Promise.race([promise, new Promise((resolve) => (timer = setTimeout(resolve, ms)))])
  clearTimeout(timer)
}

/** Node's timers hold the process, a browser's are plain numbers. */
function letGo(timer: unknown): void {
  const held: { unref?: () => void } = Object(timer)
  held.unref?.()
}
