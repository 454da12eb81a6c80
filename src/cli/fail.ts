import { explain } from './explain.ts'

/** What went wrong, on the error stream, as JSON where that was asked for; the process is to end with 1. */
export function fail(error: unknown): void {
  const sentence = explain(error)
  const json = process.argv.includes('--json')
  process.stderr.write(`${json ? JSON.stringify({ error: sentence }) : sentence}\n`)
  process.exitCode = 1
}
