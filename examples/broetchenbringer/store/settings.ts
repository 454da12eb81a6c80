import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { one, run } from './database.ts'
import type { DatabaseSync } from './database.ts'

const setting = z.object({ value: z.string() })

/** With what session cookies are signed: made at the first start. */
export function sessionSecret(db: DatabaseSync): string {
  const sql = 'insert into settings values (?, ?) on conflict do nothing'
  run(db, sql, 'session_secret', randomBytes(32).toString('base64url'))
  return (
    one(db, setting, 'select value from settings where name = ?', 'session_secret')?.value ?? ''
  )
}
