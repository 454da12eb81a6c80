import { openAsBlob } from 'node:fs'
import { openServerPackage, originOf, restoreRecords } from '../api/restore.ts'
import { Problem } from '../license/problem.ts'
import { CommandError, optionText } from './command.ts'
import type { Invocation } from './command.ts'
import { openHouse } from './house.ts'
import { moveInCommand } from './move-in.ts'
import { progress } from './progress.ts'
import { quiet } from './quiet.ts'
import { readText } from './read-text.ts'

/**
 * `auszug import FILE [--old-secret FILE]`: brings all records of a server back into an empty place. One where no server was started
 * yet gets the other's name.
 */
export async function importCommand(invocation: Invocation): Promise<void> {
  const { config, words, options, terminal, json } = invocation
  if (options.csv !== undefined || options.keygen !== undefined) return moveInCommand(invocation)
  const [file] = words
  if (file === undefined) throw new CommandError('Name the package that `auszug export` has made.')
  const secretFile = optionText(invocation, 'old-secret')
  const oldSecret = secretFile === undefined ? null : readText(secretFile)
  const archive = await openAsBlob(file).catch(() => {
    throw new CommandError(`${file} cannot be read.`)
  })
  const { issuer, sandbox } = await originOf(await openServerPackage(archive))
  if (sandbox !== config.sandbox)
    throw new Problem('other-server', { needs: { PUBLIC_URL: issuer, sandbox } })
  const house = await openHouse({ ...config, publicUrl: issuer }, quiet, false)
  try {
    const { deps } = house
    const restored = await progress(`Bringing ${file} back`, async () =>
      restoreRecords(deps, archive, oldSecret, await deps.now()),
    )
    if (json) {
      const { rows, sealedAnew } = restored
      terminal.write(JSON.stringify({ issuer, rows, sealed_anew: sealedAnew }))
      return
    }
    const { licenses = 0, events = 0 } = restored.rows
    terminal.write(`${issuer}: ${licenses} licenses with ${events} events are back.`)
    terminal.write('API tokens are not among them: say `auszug admin create`.')
  } finally {
    await house.close()
  }
}
