import { Migrator } from 'kysely/migration'
import { migrations } from '../../migrations/index.ts'
import type { Database } from './database.ts'

/**
 * Brings the database to the newest state; several replicas may do so at once. The first time marks it as a sandbox's or as
 * production's for ever.
 *
 * @throws Error if it is marked as the other, or a newer version of Auszug has migrated it.
 */
export async function migrate(db: Database, mark: { readonly sandbox: boolean }): Promise<void> {
  const provider = { getMigrations: async () => ({ ...migrations }) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error !== undefined) throw error
  await checkMark(db, mark.sandbox)
}

/** @throws Error if the database is marked as the other kind; one without a mark is marked. */
export async function checkMark(db: Database, sandbox: boolean): Promise<void> {
  await db
    .insertInto('server')
    .values({ sandbox })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const marked = await db.selectFrom('server').select('sandbox').executeTakeFirstOrThrow()
  if (marked.sandbox === sandbox) return
  throw new Error(
    sandbox
      ? 'This database is marked as production: a sandbox never opens it. Name another one for the sandbox.'
      : "This database is marked as a sandbox's: it opens with --sandbox alone. Name another one for production.",
  )
}
