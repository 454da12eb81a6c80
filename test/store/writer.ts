import type { Instant } from '../../src/license/license.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openPglite } from '../../src/store/pglite.ts'
import { openPostgres } from '../../src/store/postgres.ts'
import { openBakery } from './bakery.ts'

/**
 * A process of its own that issues licenses until it is killed, and says each one's id once it is kept.
 * Run as `node writer.ts <directory or URL> <code>`.
 */
const [where = '', code = ''] = process.argv.slice(2)
const db = where.startsWith('postgres:') ? openPostgres(where) : await openPglite(where)
await migrate(db, { sandbox: false })
const { sell } = await openBakery(db, {}, code)
const lanes = Array.from({ length: 4 }, async () => {
  for (let now: Instant = Date.parse('2025-09-30T12:00:00Z'); ; now++) {
    const { license } = await sell({}, now)
    process.stdout.write(`${license.id}\n`)
  }
})
await Promise.all(lanes)
