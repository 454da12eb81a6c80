import { sql } from 'kysely'
import type { CustomerId } from '../license/license.ts'
import type { Database } from './database.ts'

/** A customer that was found, by its own name or by that of a contact. */
export interface FoundCustomer {
  readonly id: CustomerId
  readonly name: string
  readonly contacts: readonly string[]
}

/**
 * Customers in whose names, or in one contact's, every word stands; those first whose own name begins with the first word. Words are
 * compared without regard to case.
 */
export async function searchCustomers(
  db: Database,
  words: readonly string[],
  limit: number,
): Promise<readonly FoundCustomer[]> {
  const named = words.map(
    (word) => sql`
      (c.name ilike ${containing(word)} or exists (
        select from contacts o where o.customer = c.id and o.name ilike ${containing(word)}
      ))`,
  )
  const { rows } = await sql<FoundCustomer>`
    select c.id, c.name, (
      select coalesce(json_agg(o.name order by o.n), '[]') from contacts o where o.customer = c.id
    ) as contacts
    from customers c
    where ${sql.join(named, sql` and `)}
    order by c.name ilike ${`${escaped(words[0] ?? '')}%`} desc, c.name, c.id
    limit ${limit}`.execute(db)
  return rows
}

function containing(word: string): string {
  return `%${escaped(word)}%`
}

/** What a pattern takes for more than itself. */
function escaped(word: string): string {
  return word.replaceAll(/[\\%_]/g, String.raw`\$&`)
}
