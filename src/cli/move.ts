import type { Config } from '../config.ts'
import type { Database } from '../store/database.ts'
import { migrate } from '../store/migrate.ts'
import { countOthers, moveDatabase } from '../store/move.ts'
import { openPostgres } from '../store/postgres.ts'
import { hasBegun } from '../store/server.ts'
import { CommandError, required } from './command.ts'
import type { Invocation } from './command.ts'
import { nothingThere, openDatabase, refuseNowhere } from './house.ts'
import { progress } from './progress.ts'

/**
 * `auszug move --to DATABASE_URL`: copies the database with everything into an empty PostgreSQL, where the server goes on as the same
 * one. The old database stays as it was.
 */
export async function moveCommand(invocation: Invocation): Promise<void> {
  const { config, terminal, json } = invocation
  const to = required(invocation, 'to')
  if (!/^postgres(ql)?:\/\//.test(to))
    throw new CommandError('--to is a PostgreSQL address: postgres://user:password@host/database.')
  const source = await openSource(invocation)
  const target = openPostgres(to)
  try {
    const rows = await progress('Moving', () =>
      moveDatabase(source, target, { sandbox: config.sandbox }),
    )
    if (json) {
      terminal.write(JSON.stringify({ rows }))
      return
    }
    terminal.write(moved(config, rows))
  } finally {
    await target.destroy()
    await source.destroy()
  }
}

function moved(
  { secret, dataDirectory }: Config,
  { licenses = 0, events = 0 }: Readonly<Record<string, number>>,
): string {
  const kept = secret === null ? `the key file in ${dataDirectory}` : 'AUSZUG_SECRET'
  return [
    `${licenses} licenses with ${events} events are there, and everything else.`,
    `Start the server with DATABASE_URL naming the new database; ${kept} stays what it is.`,
    'The old database is as it was: start nothing on it any more.',
  ].join('\n')
}

/** @throws CommandError while a server runs on it: what it recorded meanwhile would stay behind. */
async function openSource({ config }: Invocation): Promise<Database> {
  refuseNowhere(config)
  const source = await openDatabase(config)
  try {
    // Before this process has a second connection of its own.
    if (config.databaseUrl !== null && (await countOthers(source)) > 0)
      throw new CommandError('A server runs on the old database: stop it first, and then move.')
    await migrate(source, { sandbox: config.sandbox })
    if (!(await hasBegun(source))) throw nothingThere(config)
    return source
  } catch (error) {
    await source.destroy()
    throw error
  }
}
