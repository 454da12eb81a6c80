import { sql } from 'kysely'
import type { Kysely } from 'kysely'

type Db = Kysely<unknown>

/** What is sold, to whom, and every license with its facts. */
export async function up(db: Db): Promise<void> {
  await products(db)
  await customers(db)
  await licenses(db)
  await declarations(db)
  await agreements(db)
  await activations(db)
}

async function products(db: Db): Promise<void> {
  await sql`
    create table products (
      id text primary key,
      code text not null constraint products_code unique,
      name text not null,
      capabilities jsonb not null,
      export_formats jsonb not null,
      algorithm text not null,
      created_at timestamptz not null
    )`.execute(db)

  // What was not given stays null: the law has the defaults.
  await sql`
    create table plans (
      id text primary key,
      code text not null constraint plans_code unique,
      product text not null references products,
      name text not null,
      capabilities jsonb not null,
      limits jsonb,
      term text,
      renewal_term text,
      notice text,
      renewal_notice text,
      renewal text not null,
      seats integer,
      token_lifetime text,
      renewal_leeway text,
      preset text,
      support jsonb,
      created_at timestamptz not null
    )`.execute(db)
  await sql`create index plans_product on plans (product)`.execute(db)
}

async function customers(db: Db): Promise<void> {
  await sql`
    create table customers (
      id text primary key,
      name text not null,
      language text not null,
      created_at timestamptz not null
    )`.execute(db)

  await sql`
    create table contacts (
      id text primary key,
      customer text not null references customers,
      n integer not null,
      name text not null,
      phones jsonb not null,
      emails jsonb not null,
      may jsonb not null,
      created_at timestamptz not null,
      constraint contacts_order unique (customer, n)
    )`.execute(db)

  // One system's reference names one customer, and one license; the prefix of the owner's id says which.
  await sql`
    create table external_references (
      owner text not null,
      kind text not null,
      system text not null,
      reference text not null,
      primary key (owner, system),
      constraint external_references_reference unique (kind, system, reference)
    )`.execute(db)
}

async function licenses(db: Db): Promise<void> {
  await sql`
    create table licenses (
      id text primary key,
      customer text not null references customers,
      product text not null references products,
      plan text not null references plans,
      time_zone text not null,
      rules jsonb not null,
      grants jsonb not null,
      metadata jsonb not null,
      created_at timestamptz not null,
      settled_at timestamptz not null,
      settles_at timestamptz,
      retry_at timestamptz,
      set_aside_error text,
      recorded_at timestamptz not null,
      head_hash text,
      event_count integer not null,
      revision integer not null
    )`.execute(db)
  await sql`create index licenses_customer on licenses (customer, id)`.execute(db)
  await sql`create index licenses_product on licenses (product, id)`.execute(db)
  await sql`create index licenses_plan on licenses (plan, id)`.execute(db)
  await sql`
    create index licenses_due on licenses (greatest(settles_at, retry_at))
    where settles_at is not null`.execute(db)
  await sql`
    create index licenses_set_aside on licenses (id)
    where retry_at is not null`.execute(db)

  await sql`
    create table terms (
      license text not null references licenses,
      n integer not null,
      starts_on date not null,
      ends_on date,
      starts_at timestamptz not null,
      ends_at timestamptz,
      last_objection_day date,
      deadline timestamptz,
      recorded_at timestamptz not null,
      cut_at timestamptz,
      origin text not null,
      primary key (license, n)
    )`.execute(db)
}

async function declarations(db: Db): Promise<void> {
  await sql`
    create table objections (
      license text not null references licenses,
      n integer not null,
      id text not null unique,
      side text not null,
      channel text not null,
      declared_by text,
      reason text,
      received_at timestamptz,
      recorded_at timestamptz not null,
      receipt_recorded_at timestamptz,
      recorded_by text not null,
      timely boolean,
      effective_on date,
      effective_at timestamptz,
      review text,
      withdrawn_at timestamptz,
      closed_at timestamptz,
      primary key (license, n)
    )`.execute(db)

  await sql`
    create table suspensions (
      license text not null references licenses,
      n integer not null,
      id text not null unique,
      "from" timestamptz not null,
      "to" timestamptz,
      reason text not null,
      recorded_at timestamptz not null,
      lifted_at timestamptz,
      primary key (license, n)
    )`.execute(db)

  await sql`
    create table terminations (
      license text not null references licenses,
      n integer not null,
      id text not null unique,
      side text not null,
      kind text not null,
      reason text not null,
      effective_at timestamptz not null,
      recorded_at timestamptz not null,
      recorded_by text not null,
      withdrawn_at timestamptz,
      closed_at timestamptz,
      primary key (license, n)
    )`.execute(db)
}

async function agreements(db: Db): Promise<void> {
  await sql`
    create table agreements (
      license text not null references licenses,
      n integer not null,
      id text not null unique,
      title text not null,
      version text not null,
      language text,
      url text,
      sha256 text,
      accepted_at timestamptz not null,
      accepted_by text not null,
      recorded_at timestamptz not null,
      primary key (license, n)
    )`.execute(db)
}

async function activations(db: Db): Promise<void> {
  await sql`
    create table activations (
      id text primary key,
      license text not null references licenses,
      fingerprint text not null,
      machine text,
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      freed_at timestamptz
    )`.execute(db)
  await sql`
    create unique index activations_live on activations (license, fingerprint)
    where freed_at is null`.execute(db)
  await sql`create index activations_order on activations (license, created_at, id)`.execute(db)

  await sql`
    create table license_keys (
      id text primary key,
      license text not null references licenses,
      hash text not null constraint license_keys_hash unique,
      sealed text not null,
      created_at timestamptz not null,
      keep_until timestamptz
    )`.execute(db)
  await sql`create index license_keys_license on license_keys (license, id)`.execute(db)
}
