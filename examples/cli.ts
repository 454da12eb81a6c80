// A command-line tool: `node examples/cli.ts add "Mehl bestellen"`, `… list`, `… export csv > notes.csv`, `… license`.
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileStore, guarded, openLicense } from 'auszug/client'
import type { OpenLicense } from 'auszug/client'
import { exportTable } from 'auszug/export'
import { isMain } from './is-main.ts'
import { notes } from './notes.ts'

/** Runs one command. Answers the exit code: 0, 1 for what the license does not allow, 2 for what is no command. */
export async function runCommand(
  license: OpenLicense,
  [name = '', argument = '']: readonly string[],
  out: NodeJS.WritableStream,
  err: NodeJS.WritableStream,
): Promise<number> {
  const commands: Readonly<Record<string, () => unknown>> = {
    add: guarded(license, () => out.write(`${notes.add({ words: argument }).id}\n`)),
    list: guarded(license, () => {
      for (const { id, words } of notes.all()) out.write(`${id}  ${words}\n`)
    }),
    export: guarded(license, () => exportTo(out, argument || 'csv'), 'export'),
    license: guarded(license, () => out.write(`${license.mode} (${license.reason})\n`), 'open'),
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) {
    err.write(`Commands: ${Object.keys(commands).join(', ')}\n`)
    return 2
  }
  try {
    await command()
    return 0
  } catch (error) {
    err.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

async function exportTo(out: NodeJS.WritableStream, format: string): Promise<void> {
  for await (const chunk of exportTable(notes.data.table('notes'), format))
    if (!out.write(chunk)) await new Promise((resolve) => void out.once('drain', resolve))
}

if (isMain(import.meta.url)) {
  const license = await openLicense({
    server: process.env.LICENSE_SERVER ?? 'http://localhost:3000',
    product: 'notes',
    key: process.env.LICENSE_KEY,
    store: fileStore(join(homedir(), '.config', 'notes', 'license.json')),
    timeout: 500,
  })
  process.exitCode = await runCommand(
    license,
    process.argv.slice(2),
    process.stdout,
    process.stderr,
  )
  await license.close()
}
