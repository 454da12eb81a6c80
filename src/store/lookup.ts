import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Inquiry } from '../license/inquiry.ts'
import type { Instant, License, LicenseId } from '../license/license.ts'
import type { Warning } from '../license/warning.ts'
import { customerRows } from './customer.ts'
import type { KnownCustomer } from './customer.ts'
import type { Database } from './database.ts'
import { licenseJson } from './load-licenses.ts'
import { prepared } from './prepared.ts'
import type { Prepared } from './prepared.ts'
import type { ContactId } from './tables.ts'

/** What a caller is known by. */
export type Clue =
  | {
      readonly kind: 'phone'
      /** The digits under which it may be kept, the likeliest first. */
      readonly digits: readonly string[]
    }
  | { readonly kind: 'email'; readonly email: string }
  /** @see hashLicenseKey */
  | { readonly kind: 'key'; readonly hash: string }
  /** Names as they are heard, a customer number, or an id. */
  | { readonly kind: 'words'; readonly words: string }

/** A customer whom a clue may mean, with what has to be known while the telephone rings. */
export interface Found extends KnownCustomer {
  /** The contacts that are known by it. */
  readonly contactsKnown: readonly ContactId[]
  /** The license that the key opens; null for another clue. */
  readonly keyed: LicenseId | null
  /** The newest first, as many as a card can show. */
  readonly licenses: readonly FoundLicense[]
}

export interface FoundLicense {
  /** Not settled since it was kept. */
  readonly license: License
  readonly seatsUsed: number
  /** The newest of its ledger that are not struck, more than a rule of fair use counts in practice. */
  readonly inquiries: readonly Pick<Inquiry, 'at' | 'topic' | 'struckAt'>[]
  /** The last few, with their subjects. */
  readonly recent: readonly RecentInquiry[]
  readonly warnings: {
    readonly count: number
    readonly lastAt: Instant | null
    /** The last few, the newest entry first. */
    readonly last: readonly GivenLately[]
  }
  /** What it is called: its product and its plan. */
  readonly called: string
}

export type RecentInquiry = Pick<Inquiry, 'id' | 'at' | 'topic' | 'subject' | 'entitled'>

export type GivenLately = Pick<Warning, 'id' | 'at' | 'form'>

/** How many customers one clue is answered with. */
export const mostFound = 10

/** Whom a clue may mean, with all of their card, by one statement; one more than {@link mostFound} where there are more. */
export function findByClue(db: Database, clue: Clue): Promise<readonly Found[]> {
  switch (clue.kind) {
    case 'phone':
      return byPhone(db, clue.digits)
    case 'email':
      return byEmail(db, clue.email.toLowerCase())
    case 'key':
      return byKey(db, clue.hash)
    case 'words':
      return byWords(db, clue.words)
  }
}

/** A customer with all of their card; null if there is none with this id. */
export async function findCard(db: Database, customer: string): Promise<Found | null> {
  const [found] = await byId(db, customer)
  return found ?? null
}

/** What a card says about one license; null if there is none with this id. */
export async function findLicenseCard(db: Database, license: string): Promise<FoundLicense | null> {
  const [found] = await byLicense(db, license)
  return found?.card ?? null
}

const inMs = (instant: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(date_part('epoch', ${instant}) * 1000)::bigint`

/** @param these a select of licenses. */
const cardsOf = (these: RawBuilder<unknown>): RawBuilder<{ card: FoundLicense }> => sql<{
  card: FoundLicense
}>`
  select json_build_object(
    'license', ${licenseJson()},
    'seatsUsed', (select count(*) from activations a where a.license = l.id and a.freed_at is null),
    'inquiries', (
      select coalesce(json_agg(json_build_object('at', ${inMs(sql`i.at`)}, 'topic', i.topic, 'struckAt', null)), '[]')
      from (
        select at, topic from inquiries
        where license = l.id and struck_at is null order by at desc limit 200
      ) i
    ),
    'recent', (
      select coalesce(json_agg(json_build_object(
        'id', i.id, 'at', ${inMs(sql`i.at`)}, 'topic', i.topic, 'entitled', i.entitled, 'subject', (
          select o.value from event_personal o where o.event = i.event and o.field = 'subject'
        )
      )), '[]')
      from (
        select id, at, topic, entitled, event from inquiries
        where license = l.id and struck_at is null order by at desc, id desc limit 5
      ) i
    ),
    'warnings', (
      select json_build_object(
        'count', count(*), 'lastAt', ${inMs(sql`max(w.at)`)}, 'last', coalesce(json_agg(
          json_build_object('id', w.id, 'at', ${inMs(sql`w.at`)}, 'form', w.form) order by w.id desc
        ) filter (where w.place <= 50), '[]')
      )
      from (
        select id, at, form, row_number() over (order by id desc) as place
        from warnings where license = l.id
      ) w
    ),
    'called', p.name || ' ' || t.name
  ) as card
  from (${these}) l join products p on p.id = l.product join plans t on t.id = l.plan
  order by l.id desc`

const licenses = cardsOf(
  sql`select * from licenses where customer = k.id order by id desc limit 20`,
)

const byLicense = prepared('lookup_license', cardsOf(sql`select * from licenses where id = $1`))

/** @param found selects `customer`, `contact`, `license` and `rank`, the best of which is the lowest. */
function cards(name: string, found: RawBuilder<unknown>): Prepared<Found> {
  return prepared<Found>(
    name,
    sql`
      with found as (${found}), best as (
        select
          customer, min(rank) as rank, min(license) as keyed,
          coalesce(json_agg(distinct contact) filter (where contact is not null), '[]') as contacts
        from found group by customer order by min(rank), customer limit ${sql.lit(mostFound + 1)}
      )
      select
        k.*, best.contacts as "contactsKnown", best.keyed,
        (select coalesce(json_agg(owned.card), '[]') from (${licenses}) owned) as licenses
      from best join (${customerRows}) k on k.id = best.customer
      order by best.rank, best.customer`,
  )
}

const byId = cards(
  'lookup_by_id',
  sql`select id as customer, null as contact, null as license, 0 as rank from customers where id = $1`,
)

const byPhone = cards(
  'lookup_by_phone',
  sql`
    select
      customer, id as contact, null as license,
      case when ($1::text[])[1] = any(numbers) then 0 else 1 end as rank
    from contacts where numbers && $1::text[]`,
)

const byEmail = cards(
  'lookup_by_email',
  sql`
    select customer, id as contact, null as license, 0 as rank
    from contacts where mails @> array[$1::text]`,
)

// A key that was replaced still says whose it was.
const byKey = cards(
  'lookup_by_key',
  sql`
    select l.customer, null as contact, l.id as license, 0 as rank
    from license_keys k join licenses l on l.id = k.license where k.hash = $1`,
)

/**
 * Every word begins one in the same name; where there is none, in the customer’s or a contact’s, which costs more. Or the whole is what
 * another system calls them, or an id.
 */
const byWords = cards(
  'lookup_by_words',
  sql`
    with asked as (
      select lexeme, (quote_literal(lexeme) || ':*')::tsquery as query
      from unnest(words_of($1)) where length(lexeme) >= 2 limit 6
    ), whole as (
      select c.id as customer, null as contact from customers c
      where c.words @@ (select string_agg(query::text, ' & ')::tsquery from asked)
      union all
      select o.customer, o.id from contacts o
      where o.words @@ (select string_agg(query::text, ' & ')::tsquery from asked)
    ), heard as (
      select c.id as customer, null as contact, asked.lexeme
      from asked join customers c on c.words @@ asked.query
      where not exists (select from whole)
      union all
      select o.customer, o.id, asked.lexeme from asked join contacts o on o.words @@ asked.query
      where not exists (select from whole)
    )
    select customer, contact, null as license, 1 as rank from whole
    union all
    select customer, contact, null, 1 from heard
    where customer in (
      select customer from heard group by customer
      having count(distinct lexeme) = (select count(*) from asked)
    )
    union all
    select coalesce(l.customer, r.owner), null, l.id, 0
    from external_references r left join licenses l on l.id = r.owner
    where lower(r.reference) = lower(trim($1))
    union all
    select customer, null, id, 0 from licenses where id = trim($1)
    union all
    select id, null, null, 0 from customers where id = trim($1)`,
)
