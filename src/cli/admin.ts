import { insertApiToken, makeApiToken } from '../store/access.ts'
import { commandLine } from '../store/note-access.ts'
import { CommandError, optionText } from './command.ts'
import type { Invocation } from './command.ts'
import { openHouse } from './house.ts'
import { quiet } from './quiet.ts'

/** `auszug admin create [--name NAME]`: another admin's token, shown once. For who has lost the first. */
export async function adminCommand(invocation: Invocation): Promise<void> {
  const { config, words, terminal, json } = invocation
  if (words[0] !== 'create') throw new CommandError('Say `auszug admin create`.')
  const house = await openHouse(config, quiet, false)
  try {
    const name = optionText(invocation, 'name') ?? 'Admin'
    const token = makeApiToken()
    const made = { token, name, role: 'admin' } as const
    await insertApiToken(house.deps.db, made, commandLine, await house.deps.now())
    if (json) terminal.write(JSON.stringify({ token }))
    else terminal.write(`The token of ${name}. It is shown this once:\n\n  ${token}\n`)
  } finally {
    await house.close()
  }
}
