import { sql } from 'kysely'
import { deliverDue } from '../../src/outbox/deliver.ts'
import type { Attempt, Delivered } from '../../src/outbox/deliver.ts'
import type { Instant } from '../../src/license/license.ts'
import type { Database } from '../../src/store/database.ts'
import { newId } from '../../src/store/id.ts'
import type { Entry } from '../../src/store/outbox.ts'
import type { WebhookId } from '../../src/store/outbox-tables.ts'

/** A webhook in the database alone, for tests that need no socket. */
export async function addWebhook(
  db: Database,
  now: Instant,
  types: readonly string[] | null = null,
): Promise<WebhookId> {
  const id = newId('whk', now)
  await sql`
    insert into webhooks (id, url, description, event_types, sealed, created_at, revision)
    values (${id}, 'https://hooks.example.com/', '', ${types === null ? null : JSON.stringify(types)}::jsonb, '', now(), 1)`.execute(
    db,
  )
  return id
}

/** Delivers what is due by a function in place of a network. */
export function deliver(
  db: Database,
  now: Instant,
  send: (entry: Entry) => Partial<Attempt> | Promise<Partial<Attempt>>,
): Promise<Delivered> {
  const made = { at: now, ms: 1, status: 200, error: null, answer: null, body: null }
  return deliverDue({
    db,
    now: () => now,
    dice: () => 0,
    carriers: [
      {
        carries: (target) => target !== 'letters',
        send: (entries) =>
          Promise.all(entries.map(async (each) => ({ ...made, ...(await send(each)) }))),
      },
    ],
  })
}
