import { misfitsFrom } from '../api/misfits.ts'
import { arrivalsOfCsv, arrivalsOfKeygen, csvBody, keygenBody, moveIn } from '../api/move-in.ts'
import type { MovingIn } from '../api/arrivals.ts'
import { Problem } from '../license/problem.ts'
import { isRecord } from '../token/record.ts'
import { CommandError, optionText, required } from './command.ts'
import type { Invocation } from './command.ts'
import { visitHouse } from './house.ts'
import { progress } from './progress.ts'
import { readText } from './read-text.ts'

/**
 * `auszug import --csv FILE --mapping FILE [--dry-run]`, or `--keygen FILE`: lets customers and licenses move in, or tells what would
 * be made. The mapping is what `POST /v1/move-in/…` takes, without what moves in.
 */
export async function moveInCommand(invocation: Invocation): Promise<void> {
  const { config, options, words, terminal, json } = invocation
  if (words.length > 0)
    throw new CommandError('Name a package, or what is to move in with --csv or --keygen.')
  const dryRun = options['dry-run'] === true
  const arrivals = arrivalsFrom(invocation)
  const house = await visitHouse(config)
  try {
    const { deps } = house
    const report = await progress('Reading what is to move in', async () =>
      moveIn(deps, arrivals, dryRun, { id: 'cli', role: 'admin' }, await deps.now()),
    )
    if (json) {
      terminal.write(JSON.stringify(report))
      return
    }
    const { customers, licenses, keys_brought, machines } = report.made
    terminal.write(
      `${dryRun ? 'Would move in' : 'Moved in'}: ${customers} customers, ${licenses} licenses (${keys_brought} with their keys), ${machines} machines.`,
    )
    for (const { place, notes } of report.licenses)
      for (const note of notes) terminal.write(`  ${place}  ${note}`)
    for (const { what, count, detail } of report.notes)
      terminal.write(`  ${count} × ${what}  ${detail}`)
    for (const { pointer, detail } of report.errors)
      terminal.write(`${terminal.paint('red', '×')} ${pointer}  ${detail}`)
    if (!dryRun)
      for (const { license, key } of report.licenses)
        if (key !== null) terminal.write(`  ${license}  ${key}`)
  } finally {
    await house.close()
  }
}

function arrivalsFrom(invocation: Invocation): MovingIn {
  const mapping = parsed(required(invocation, 'mapping'))
  const csv = optionText(invocation, 'csv')
  const keygen = optionText(invocation, 'keygen')
  if (csv !== undefined && keygen !== undefined)
    throw new CommandError('Name either --csv or --keygen.')
  if (csv !== undefined) {
    const body = csvBody.safeParse({ ...mapping, data: readText(csv) })
    if (!body.success) throw new Problem('unfit', { errors: misfitsFrom(body.error) })
    return arrivalsOfCsv(body.data)
  }
  const documents = JSON.parse(readText(keygen ?? ''))
  const list: unknown = Array.isArray(documents) ? documents : [documents]
  const body = keygenBody.safeParse({ ...mapping, documents: list })
  if (!body.success) throw new Problem('unfit', { errors: misfitsFrom(body.error) })
  return arrivalsOfKeygen(body.data)
}

/** @throws CommandError */
function parsed(path: string): Readonly<Record<string, unknown>> {
  const text = readText(path)
  try {
    const value: unknown = JSON.parse(text)
    if (isRecord(value)) return value
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new CommandError(`${path} is no JSON object.`)
}
