import { migrate } from '../store/migrate.ts'
import type { Invocation } from './command.ts'
import { openDatabase } from './house.ts'

/** `auszug migrate`: brings the database to the newest state. */
export async function migrateCommand({ config, terminal, json }: Invocation): Promise<void> {
  const db = await openDatabase(config)
  try {
    await migrate(db, { sandbox: config.sandbox })
  } finally {
    await db.destroy()
  }
  terminal.write(json ? JSON.stringify({ migrated: true }) : 'The database is in its newest state.')
}
