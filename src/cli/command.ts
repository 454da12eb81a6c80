import type { Config } from '../config.ts'
import type { Terminal } from './terminal.ts'

/** What a command of the command line gets: its words, its options, and where it may speak. */
export interface Invocation {
  readonly config: Config
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly terminal: Terminal
  /** Whether the answer is to be JSON for a machine. */
  readonly json: boolean
}

/** A command that cannot do what was asked, in a sentence for the one who typed it. */
export class CommandError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'CommandError'
  }
}

/** The text of an option; undefined if it was not given. */
export function optionText(
  { options }: Pick<Invocation, 'options'>,
  name: string,
): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

/** @throws CommandError if it was not given. */
export function required(invocation: Pick<Invocation, 'options'>, name: string): string {
  const value = optionText(invocation, name)
  if (value === undefined) throw new CommandError(`--${name} is missing.`)
  return value
}
