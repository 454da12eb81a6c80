import { writeFileSync } from 'node:fs'
import { fileRequest, makeLicenseFile } from '../api/license-files.ts'
import { misfitsFrom } from '../api/misfits.ts'
import { Problem } from '../license/problem.ts'
import { CommandError, optionText, required } from './command.ts'
import type { Invocation } from './command.ts'
import { visitHouse } from './house.ts'
import { readText } from './read-text.ts'

/** `auszug file LICENSE --request FILE [--out FILE]`: makes the license file of a machine without a network, from its request file. */
export async function fileCommand(invocation: Invocation): Promise<void> {
  const { config, words, terminal } = invocation
  const [license] = words
  if (license === undefined) throw new CommandError('Name a license by its id.')
  const asked = fileRequest.safeParse(requestIn(required(invocation, 'request')))
  if (!asked.success) throw new Problem('unfit', { errors: misfitsFrom(asked.error) })
  const house = await visitHouse(config)
  try {
    const now = await house.deps.now()
    const actor = { id: 'cli', role: 'admin' } as const
    const file = JSON.stringify(await makeLicenseFile(house.deps, license, asked.data, actor, now))
    const out = optionText(invocation, 'out')
    if (out === undefined) return terminal.write(file)
    writeFileSync(out, `${file}\n`)
    terminal.write(`${out} is the license file: the product takes it, and no other machine does.`)
  } finally {
    await house.close()
  }
}

function requestIn(path: string): unknown {
  const text = readText(path)
  try {
    return JSON.parse(text)
  } catch {
    throw new CommandError(`${path} is no request file: the product writes it, as JSON.`)
  }
}
