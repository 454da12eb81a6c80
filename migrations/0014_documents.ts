import { sql } from 'kysely'
import type { Kysely } from 'kysely'

type Db = Kysely<unknown>

/** Files that prove something, and what callers are known by. */
export async function up(db: Db): Promise<void> {
  await documents(db)
  await callers(db)
}

async function documents(db: Db): Promise<void> {
  // A name is personal data, and so are the bytes: erased, the first is null and the second are gone; the hash stays.
  await sql`
    create table documents (
      id text primary key,
      license text references licenses,
      attached_to text,
      name text,
      media_type text not null,
      size integer not null,
      sha256 text not null,
      recorded_by text not null,
      recorded_at timestamptz not null
    )`.execute(db)
  await sql`create index documents_license on documents (license, id)`.execute(db)

  // In parts, so that nobody has to hold a whole file: no part is longer than a cell of a spreadsheet can be.
  await sql`
    create table document_parts (
      document text not null references documents,
      n integer not null,
      bytes bytea not null,
      primary key (document, n)
    )`.execute(db)

  await sql`alter table agreements add column document text references documents`.execute(db)
}

/** What a caller is known by stands in columns that the database itself keeps, so that it is never another than the contact's. */
async function callers(db: Db): Promise<void> {
  await normalForms(db)
  await sql`
    alter table contacts
      add column numbers text[] not null generated always as (phone_numbers(phones)) stored,
      add column mails text[] not null generated always as (mail_addresses(emails)) stored,
      add column words tsvector not null generated always as (words_of(name)) stored`.execute(db)
  await sql`
    alter table customers
      add column words tsvector not null generated always as (words_of(name)) stored`.execute(db)
  await sql`create index contacts_numbers on contacts using gin (numbers)`.execute(db)
  await sql`create index contacts_mails on contacts using gin (mails)`.execute(db)
  await sql`create index contacts_words on contacts using gin (words)`.execute(db)
  await sql`create index customers_words on customers using gin (words)`.execute(db)
  await sql`
    create index external_references_spoken on external_references (lower(reference))`.execute(db)
}

async function normalForms(db: Db): Promise<void> {
  // A number by its digits, without what is dialed before it or after it; one that begins with its country also without that (ITU-T
  // E.164: codes of one, two or three digits, none the beginning of another).
  await sql`
    create function phone_numbers(phones jsonb) returns text[] language sql immutable as $$
      select coalesce(array_agg(distinct spelled), '{}') from (
        select regexp_replace(
          regexp_replace(regexp_replace(phone, '(;|#|x|ext).*$', '', 'i'), '\\(0\\)|[^0-9]', '', 'g'),
          '^0+', ''
        ) as digits, phone ~ '^[^0-9+]*(\\+|00)' as is_abroad
        from jsonb_array_elements_text(phones) as phone
      ) read, lateral (
        select digits as spelled
        union select regexp_replace(
          digits,
          '^([17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|(2[1-689]|3[578]|42|5[09]|6[7-9]|8[0578]|9[679])[0-9])0*', ''
        ) where is_abroad
      ) forms
      where spelled <> ''
    $$`.execute(db)
  await sql`
    create function mail_addresses(emails jsonb) returns text[] language sql immutable as $$
      select coalesce(array_agg(distinct lower(mail)), '{}')
      from jsonb_array_elements_text(emails) as mail
    $$`.execute(db)
  // As people spell it on the telephone: without case and accents, and ä, ae and a are one.
  await sql`
    create function words_of(name text) returns tsvector language sql immutable as $$
      select array_to_tsvector(array_remove(string_to_array(
        regexp_replace(regexp_replace(replace(lower(translate(
          left(name, 500),
          'ÀÁÂÃÄÅàáâãäåÇçÈÉÊËèéêëÌÍÎÏìíîïÑñÒÓÔÕÖØòóôõöøÙÚÛÜùúûüÝýÿŠšŽžĆćČčŁłŃńŚśŹźŻż–—‘’‚“”„«»·…',
          'AAAAAAaaaaaaCcEEEEeeeeIIIIiiiiNnOOOOOOooooooUUUUuuuuYyySsZzCcCcLlNnSsZzZz            '
        )), 'ß', 'ss'), '([aou])e', '\\1', 'g'), '[[:punct:][:space:]]+', ' ', 'g'),
        ' '), ''))
    $$`.execute(db)
}
