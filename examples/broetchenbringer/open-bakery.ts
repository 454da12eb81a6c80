import { createAdaptorServer } from '@hono/node-server'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenLicense } from 'auszug/client'
import { createBakery } from './app.ts'
import { exportBoard } from './export-board.ts'
import { dayOf } from './german.ts'
import { openBakeryLicense } from './license.ts'
import { ensureBasics } from './seed/basics.ts'
import { seed } from './seed/seed.ts'
import { openDatabase } from './store/database.ts'
import { ensureDemoPerson } from './store/people.ts'

export interface BakeryOptions {
  /** Where database and license are kept; made if it is not there. */
  readonly directory: string
  /** The license server's address. */
  readonly server: string
  readonly key?: string | undefined
  readonly sandbox?: boolean | undefined
  readonly port?: number | undefined
  readonly now?: (() => number | Promise<number>) | undefined
  /** Whether an empty file is filled with the example's bakery; default true. */
  readonly seeded?: boolean | undefined
}

/** A bakery that runs. */
export interface RunningBakery {
  readonly address: string
  readonly license: OpenLicense
  readonly stop: () => Promise<void>
}

/** Opens the bakery's file and license, and listens on this machine alone. */
export async function openBakery(options: BakeryOptions): Promise<RunningBakery> {
  const { directory, server, key, sandbox, port = 0, now = Date.now, seeded = true } = options
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const file = join(directory, 'bakery.sqlite')
  const db = openDatabase(file)
  ensureBasics(db)
  if (seeded) seed(db, dayOf(await now()))
  await ensureDemoPerson(db)
  const license = await openBakeryLicense(join(directory, 'license.json'), {
    server,
    key,
    sandbox,
    machine: 'Backstube',
  })
  const app = createBakery({ db, file, license, now, exports: exportBoard() })
  const http = createAdaptorServer({ fetch: app.fetch })
  http.listen(port, '127.0.0.1')
  await once(http, 'listening')
  const at = http.address()
  return {
    address: `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : port}`,
    license,
    stop: async () => {
      const closed = once(http, 'close')
      http.close()
      if ('closeAllConnections' in http) http.closeAllConnections()
      await closed
      await license.close()
      db.close()
    },
  }
}
