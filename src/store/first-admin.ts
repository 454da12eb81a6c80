import { system } from '../license/actor.ts'
import type { Instant } from '../license/license.ts'
import { insertApiToken, makeApiToken } from './access.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'

/**
 * Makes the first admin's token, if nobody has one yet. Of several replicas that start at once, one does.
 *
 * @param chosen the token that the operator has chosen; null makes one.
 * @returns the token, to be shown once; null if there is an admin already.
 */
export function ensureFirstAdmin(
  db: Database,
  chosen: string | null,
  now: Instant,
): Promise<string | null> {
  return inTransaction(db, async (trx) => {
    await trx.selectFrom('server').select('sandbox').forUpdate().execute()
    const known = await trx.selectFrom('api_tokens').select('id').limit(1).executeTakeFirst()
    if (known !== undefined) return null
    const token = chosen ?? makeApiToken()
    await insertApiToken(trx, { token, name: 'First admin', role: 'admin' }, system, now)
    return token
  })
}
