import type { Terminal } from './terminal.ts'
import { columns } from './terminal.ts'

/** What the command line can do, a line each. */
const commands: readonly (readonly [string, string])[] = [
  ['serve [--sandbox]', 'run the server; a sandbox’s clock is moved by hand'],
  ['migrate', 'bring the database to the newest state'],
  ['settle [--dry-run [--as-of DAY]]', 'record what is due, or list what would be'],
  ['issue --plan P --customer C --time-zone Z', 'issue a license with its key'],
  ['      [--starts-on DAY] [--ends-on DAY]', ''],
  ['file LICENSE --request FILE [--out FILE]', 'make the file of a machine without a network'],
  ['sunset --out FOLDER', 'write every license’s last file, to close the house'],
  ['check TOKEN|FILE [--keys JWKS] [--product P]', 'tell offline what a token allows, and why'],
  ['dossier verify FILE [--keys FILE]', 'tell whether a dossier holds, or what was changed'],
  ['      [--checkpoint FILE]', 'also against the checkpoints that came with receipts'],
  ['keys [rotate] [--algorithm A]', 'list the signing keys, or let the next one sign'],
  ['keys revoke KEY [--reason WHY]', 'take the trust from a key that has leaked'],
  ['export --out FILE [--formats F,F]', 'write all records as a package'],
  ['      [--customer ID]', 'or those of a customer'],
  ['import FILE [--old-secret FILE]', 'bring all records back into an empty place'],
  ['import --csv FILE --mapping FILE', 'let customers and licenses move in'],
  ['       --keygen FILE [--dry-run]', 'from Keygen’s documents; or only tell what would be'],
  ['move --to DATABASE_URL', 'go on in an empty PostgreSQL with everything'],
  ['admin create [--name NAME]', 'make another admin’s token'],
  ['demo', 'tell the story, on a throw-away database'],
  ['demo desk', 'serve a year of a vendor’s business, for the console'],
]

export function help(terminal: Terminal): void {
  terminal.write(`${terminal.paint('bold', 'auszug')}  licenses that end the decent way\n`)
  for (const line of columns(commands.map(([usage, what]) => [`  ${usage}`, what])))
    terminal.write(line)
  terminal.write(
    '\nUsage: auszug COMMAND. --json answers for machines; --sandbox opens a sandbox’s database.\n' +
      'issue and settle take --server URL: a running server does it, called by AUSZUG_TOKEN.\n' +
      'The environment is told of in docs/operating.md.',
  )
}
