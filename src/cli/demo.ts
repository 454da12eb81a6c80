import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp, openApp } from '../app.ts'
import type { Database } from '../store/database.ts'
import { migrate } from '../store/migrate.ts'
import { openPglite } from '../store/pglite.ts'
import type { Invocation } from './command.ts'
import { progress } from './progress.ts'
import { quiet } from './quiet.ts'
import { Stage } from './stage.ts'
import type { Send } from './stage.ts'
import { tellStory } from './story.ts'

/**
 * `auszug demo`: the story, start to end, through the real HTTP app and the real client, on a throw-away database whose clock the story
 * moves. Nothing of it is kept, and nothing calls out.
 */
export async function demoCommand({ terminal, json }: Invocation): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'auszug-demo-'))
  const db = await progress('Making a throw-away database', newDatabase)
  try {
    const { deps, firstAdminToken } = await openApp({
      ...quiet,
      db,
      secret: 'the secret of a throw-away database',
      publicUrl: 'https://license.example',
      sandbox: true,
      sandboxNow: Date.parse('2025-09-24T09:00:00Z'),
      adminToken: null,
      now: Date.now,
    })
    const app = createApp(deps)
    const send: Send = (path, init) => app.request(path, init)
    const stage = new Stage(terminal, send, { token: firstAdminToken ?? '', json })
    await tellStory(stage, send, join(directory, 'license.json'))
  } finally {
    await db.destroy()
    await rm(directory, { recursive: true, force: true })
  }
}

async function newDatabase(): Promise<Database> {
  const db = await openPglite(null)
  await migrate(db, { sandbox: true })
  return db
}
