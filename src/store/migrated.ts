import { Migrator } from 'kysely/migration'
import { migrations } from '../../migrations/index.ts'
import type { Database } from './database.ts'
import { checkMark } from './migrate.ts'

/** The database is in an older state than this code needs. */
export class NotMigrated extends Error {
  constructor(missing: readonly string[]) {
    super(
      `This database is not migrated, ${missing.join(', ')} is to come: say \`auszug migrate\` with its DATABASE_URL.`,
    )
    this.name = 'NotMigrated'
  }
}

/**
 * For a door that opens what somebody else has migrated. A database that is further on than this code is taken.
 *
 * @throws NotMigrated
 * @throws Error if it is marked as the other kind.
 */
export async function checkMigrated(
  db: Database,
  mark: { readonly sandbox: boolean },
): Promise<void> {
  const provider = { getMigrations: async () => ({ ...migrations }) }
  const known = await new Migrator({ db, provider }).getMigrations()
  const missing = known.filter(({ executedAt }) => executedAt === undefined)
  if (missing.length > 0) throw new NotMigrated(missing.map(({ name }) => name))
  await checkMark(db, mark.sandbox)
}
