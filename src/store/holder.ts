import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

// Whose a license was, when: what was said and done then is about that customer, and about nobody else.

/** Whose a license was, by the first transfer `t` since. */
export function holderAt(
  license: RawBuilder<unknown>,
  since: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`coalesce(
    (select t.giver from transfers t where t.license = ${license} and ${since} order by t.n limit 1),
    (select h.customer from licenses h where h.id = ${license})
  )`
}

/** Licenses that are theirs, or that they have given away: of these they are told what was so until then. */
export function concerning(customer: RawBuilder<unknown>): RawBuilder<unknown> {
  // One set to look rows up by: two, joined by "or", would have each table read from end to end.
  return sql`(
    select id from licenses where customer = ${customer}
    union select license from transfers where giver = ${customer}
  )`
}

/** Rows `r` of what was declared or done while the license was theirs. */
export function declaredTo(customer: RawBuilder<unknown>): RawBuilder<unknown> {
  const held = sql`${holderAt(sql`r.license`, sql`t.transferred_at > r.recorded_at`)} = ${customer}`
  return sql`r.license in ${concerning(customer)} and ${held}`
}

/** Agreements `r` that they accepted: a transfer has those of both parties recorded at one instant. */
export function acceptedBy(customer: RawBuilder<unknown>): RawBuilder<unknown> {
  const attached = sql`a.type = 'agreement.attached' and a.data ->> 'agreement' = r.id`
  return sql`r.license in ${concerning(customer)} and exists (
    select from events a
    where a.license = r.license and ${attached} and ${holderAt(sql`a.license`, sql`t.n >= a.n`)} = ${customer}
  )`
}
