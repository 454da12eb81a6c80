import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lastFiles } from '../api/sunset.ts'
import { CommandError, required } from './command.ts'
import type { Invocation } from './command.ts'
import { visitHouse } from './house.ts'
import { progress } from './progress.ts'

/** `auszug sunset --out FOLDER`: for a vendor who closes, writes every license's last file, named by its license. */
export async function sunsetCommand(invocation: Invocation): Promise<void> {
  const { config, terminal, json } = invocation
  const out = required(invocation, 'out')
  if (existsSync(out)) throw new CommandError(`${out} is there already: name another folder.`)
  const house = await visitHouse(config)
  try {
    await mkdir(out, { recursive: true, mode: 0o700 })
    const now = await house.deps.now()
    const counts = { files: 0, without: 0 }
    await progress(`Writing ${out}`, async () => {
      for await (const { license, file } of lastFiles(house.deps, now)) {
        if (file === null) counts.without += 1
        else {
          await writeFile(join(out, `${license}.lic`), `${JSON.stringify(file)}\n`, { mode: 0o600 })
          counts.files += 1
        }
      }
    })
    if (json) return terminal.write(JSON.stringify({ folder: out, ...counts }))
    terminal.write(
      `${out}  ${counts.files} license files. Each counts on any machine to the end of its term: send it to its customer alone.`,
    )
    if (counts.without > 0)
      terminal.write(`${counts.without} licenses are not full and need none: the export stays.`)
  } finally {
    await house.close()
  }
}
