import { createApp, openApp } from '../app.ts'
import { beat } from '../clock/beat.ts'
import { migrate } from '../store/migrate.ts'
import { openPglite } from '../store/pglite.ts'
import type { Database } from '../store/database.ts'
import type { Invocation } from './command.ts'
import { greet } from './desk/greeting.ts'
import { openDesk } from './desk/open-desk.ts'
import { opening } from './desk/year.ts'
import { listen, socketAddress } from './listen.ts'
import { progress } from './progress.ts'
import { quiet } from './quiet.ts'

/**
 * `auszug demo desk`: a sandbox with a year of a small vendor's business, whose clock stands where the story's telephone rings. All of
 * it is in memory and gone at the end.
 */
export async function demoDeskCommand({ config, terminal, json }: Invocation): Promise<void> {
  const db = await progress('Making a year of business', newDatabase)
  try {
    const { deps, firstAdminToken } = await openApp({
      log: quiet.log,
      addressOf: (_, env) => socketAddress(env),
      db,
      secret: 'the secret of a database in memory',
      publicUrl: config.publicUrl,
      sandbox: true,
      sandboxNow: opening,
      adminToken: config.adminToken,
      now: Date.now,
    })
    const desk = await progress('Living through a year of business', () => openDesk(deps))
    await beat(deps)
    const socket = await listen(createApp(deps), config)
    const token = config.adminToken ?? firstAdminToken ?? ''
    greet(terminal, { ...desk, address: socket.address, token }, json)
    await toldToStop()
    await socket.stop()
  } finally {
    await db.destroy()
  }
}

async function newDatabase(): Promise<Database> {
  const db = await openPglite(null)
  await migrate(db, { sandbox: true })
  return db
}

function toldToStop(): Promise<unknown> {
  return new Promise((resolve) => {
    process.once('SIGTERM', resolve).once('SIGINT', resolve)
  })
}
