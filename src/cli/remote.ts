import { apiClient } from '../remote/index.ts'
import type { components } from '../remote/index.ts'
import { CommandError, optionText } from './command.ts'
import type { Invocation } from './command.ts'

/**
 * The server that `--server` names, called with the API token in `AUSZUG_TOKEN`; null where a command is to work on the database itself.
 *
 * @throws CommandError if there is no token.
 */
export function serverNamed(invocation: Invocation): ReturnType<typeof apiClient> | null {
  const server = optionText(invocation, 'server')
  if (server === undefined) return null
  if (!URL.canParse(server))
    throw new CommandError('--server is an address: https://license.example.')
  const { apiToken } = invocation.config
  if (apiToken === null) throw new CommandError('Put an API token of the server into AUSZUG_TOKEN.')
  return apiClient({ server, token: apiToken })
}

/** What a call to the server answered. @throws CommandError with the server's own sentence, or one about the way to it. */
export async function answered<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error } = await call.catch((cause: unknown) => {
    throw new CommandError(`The server cannot be reached: ${reasonOf(cause)}`)
  })
  if (data !== undefined) return data
  const { title, detail, errors = [] } = error ?? {}
  const members = errors.map((each) => `\n  ${each.pointer} ${each.detail}`)
  throw new CommandError(`${title ?? 'The server refused'}. ${detail ?? ''}${members.join('')}`)
}

type Refusal = components['schemas']['Problem']

interface Answer<T> {
  readonly data?: T | undefined
  readonly error?: Refusal | undefined
}

/** What `fetch` fails for stands in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
