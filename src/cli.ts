import { parseArgs } from 'node:util'
import { adminCommand } from './cli/admin.ts'
import { checkCommand } from './cli/check.ts'
import { CommandError } from './cli/command.ts'
import type { Invocation } from './cli/command.ts'
import { demoDeskCommand } from './cli/demo-desk.ts'
import { demoCommand } from './cli/demo.ts'
import { dossierCommand } from './cli/dossier.ts'
import { exportCommand } from './cli/export.ts'
import { fail } from './cli/fail.ts'
import { fileCommand } from './cli/file.ts'
import { help } from './cli/help.ts'
import { importCommand } from './cli/import.ts'
import { issueCommand } from './cli/issue.ts'
import { keysCommand } from './cli/keys.ts'
import { migrateCommand } from './cli/migrate.ts'
import { moveCommand } from './cli/move.ts'
import { settleCommand } from './cli/settle.ts'
import { sunsetCommand } from './cli/sunset.ts'
import { terminalOn } from './cli/terminal.ts'
import { configFrom } from './config.ts'

const options = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  sandbox: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'as-of': { type: 'string' },
  plan: { type: 'string' },
  customer: { type: 'string' },
  'time-zone': { type: 'string' },
  server: { type: 'string' },
  'starts-on': { type: 'string' },
  'ends-on': { type: 'string' },
  keys: { type: 'string' },
  checkpoint: { type: 'string' },
  product: { type: 'string' },
  algorithm: { type: 'string' },
  reason: { type: 'string' },
  name: { type: 'string' },
  out: { type: 'string' },
  request: { type: 'string' },
  formats: { type: 'string' },
  'old-secret': { type: 'string' },
  csv: { type: 'string' },
  keygen: { type: 'string' },
  mapping: { type: 'string' },
  to: { type: 'string' },
} as const

interface Command {
  readonly run: (invocation: Invocation) => Promise<void>
  /** How many words it takes at most. */
  readonly words: number
  /** Its options beside `--json` and `--help`. */
  readonly options: readonly (keyof typeof options)[]
}

const commands: Readonly<Record<string, Command>> = {
  serve: { run: serveCommand, words: 0, options: ['sandbox'] },
  migrate: { run: migrateCommand, words: 0, options: ['sandbox'] },
  settle: { run: settleCommand, words: 0, options: ['sandbox', 'server', 'dry-run', 'as-of'] },
  issue: {
    run: issueCommand,
    words: 0,
    options: ['sandbox', 'server', 'plan', 'customer', 'time-zone', 'starts-on', 'ends-on'],
  },
  sunset: { run: sunsetCommand, words: 0, options: ['sandbox', 'out'] },
  file: { run: fileCommand, words: 1, options: ['sandbox', 'request', 'out'] },
  dossier: { run: dossierCommand, words: 2, options: ['keys', 'checkpoint'] },
  check: { run: checkCommand, words: 1, options: ['keys', 'product'] },
  keys: { run: keysCommand, words: 2, options: ['sandbox', 'algorithm', 'reason'] },
  export: { run: exportCommand, words: 0, options: ['sandbox', 'out', 'formats', 'customer'] },
  import: {
    run: importCommand,
    words: 1,
    options: ['sandbox', 'old-secret', 'csv', 'keygen', 'mapping', 'dry-run'],
  },
  move: { run: moveCommand, words: 0, options: ['sandbox', 'to'] },
  admin: { run: adminCommand, words: 1, options: ['sandbox', 'name'] },
  demo: { run: demoOf, words: 1, options: [] },
}

const seeHelp = 'Say `auszug --help` to see what there is.'

const terminal = terminalOn(process.stdout)

try {
  await main()
} catch (error) {
  fail(error)
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [name, ...words] = positionals
  if (name === undefined || values.help === true) return help(terminal)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) throw new CommandError(`There is no command ${name}. ${seeHelp}`)
  refuseOthers(name, command, words, Object.keys(values))
  const config = configFrom(values.sandbox === true ? { AUSZUG_SANDBOX: '1' } : {})
  await command.run({ config, words, options: values, terminal, json: values.json === true })
}

/** @throws CommandError for what the command would pass over. */
function refuseOthers(
  name: string,
  command: Command,
  words: readonly string[],
  given: readonly string[],
): void {
  const word = words[command.words]
  if (word !== undefined)
    throw new CommandError(`\`auszug ${name}\` does not know what to do with ${word}. ${seeHelp}`)
  const other = given.find(
    (option) => option !== 'json' && !command.options.some((known) => known === option),
  )
  if (other !== undefined)
    throw new CommandError(`\`auszug ${name}\` has no option --${other}. ${seeHelp}`)
}

async function demoOf(invocation: Invocation): Promise<void> {
  const [what] = invocation.words
  if (what !== undefined && what !== 'desk')
    throw new CommandError(`There is no demo of ${what}, but of the desk. ${seeHelp}`)
  await (what === 'desk' ? demoDeskCommand : demoCommand)(invocation)
}

/** The Node door reads `--sandbox` and `--json` itself. */
async function serveCommand(): Promise<void> {
  await import('./node.ts')
}
