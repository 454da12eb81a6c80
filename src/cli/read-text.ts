import { readFileSync } from 'node:fs'
import { CommandError } from './command.ts'

/** What stands in a file. @throws CommandError if it cannot be read. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new CommandError(`${path} cannot be read.`)
  }
}
