import type { TestProject } from 'vitest/node'
import { startPostgres } from './start-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL whose role may create databases; `inject('postgresUrl')` in the project "postgres" alone. */
    postgresUrl: string
  }
}

/** The server that the environment names, or one of our own until the tests are over. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | void> {
  const given = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL
  if (given) {
    project.provide('postgresUrl', given)
    return
  }
  const postgres = await startPostgres()
  project.provide('postgresUrl', postgres.url)
  return postgres.stop
}
