/** Says at a terminal what is being done for as long as it is, so that nobody waits before an empty line. */
export async function progress<T>(what: string, work: () => Promise<T>): Promise<T> {
  const stream = process.stderr
  if (!stream.isTTY) return work()
  stream.write(`${what} …`)
  try {
    return await work()
  } finally {
    stream.clearLine(0)
    stream.cursorTo(0)
  }
}
