import { Client } from 'pg'
import { settleDue } from '../src/clock/settle-due.ts'
import { openPostgres } from '../src/store/postgres.ts'
import { count, median, tableOf } from './figure.ts'
import type { Figure } from './figure.ts'
import { fill, turn } from './fill.ts'
import { goFirst } from './pin.ts'
import { startBenchPostgres } from './postgres.ts'

// Settling licenses that renew, against one set-based UPDATE and one INSERT of as many events in the same database, and the same
// due licenses among fewer others.

const due = Number(process.env.BENCH_DUE ?? 100_000)
const many = Number(process.env.BENCH_LICENSES ?? 1_000_000)
const few = Number(process.env.BENCH_FEW ?? due)
const rounds = Number(process.env.BENCH_ROUNDS ?? 3)

export async function settlement(): Promise<readonly Figure[]> {
  goFirst()
  const postgres = await startBenchPostgres()
  try {
    const took = { bare: [] as number[], many: [] as number[], few: [] as number[] }
    await filled(postgres.url, 'many', many)
    await filled(postgres.url, 'few', few)
    for (let round = 0; round < rounds; round++) {
      took.bare.push(await onCopy(postgres.url, 'many', setBased))
      took.many.push(await onCopy(postgres.url, 'many', settled))
      took.few.push(await onCopy(postgres.url, 'few', settled))
    }
    return figures(median(took.bare), median(took.many), median(took.few))
  } finally {
    await postgres.stop()
  }
}

function figures(bareMs: number, manyMs: number, fewMs: number): readonly Figure[] {
  const rate = (ms: number): string => `${count((due / ms) * 1000)}/s`
  const among = (all: number): string => `${count(due)} due among ${count(all)}`
  return [
    {
      what: `settling ${among(many)} against a set-based UPDATE and INSERT`,
      measured: rate(manyMs),
      limit: rate(bareMs),
      ratio: (bareMs / manyMs).toFixed(2),
      target: '≥ 0.5',
    },
    {
      what: `settling ${among(many)} against ${among(few)}`,
      measured: rate(manyMs),
      limit: rate(fewMs),
      ratio: (fewMs / manyMs).toFixed(2),
      target: '0.90 to 1.10',
    },
  ]
}

async function filled(url: string, name: string, licenses: number): Promise<void> {
  await asAdmin(url, `create database ${name}`)
  const db = openPostgres(named(url, name), { max: 1 })
  await fill(db, licenses, due)
  await db.destroy()
}

/** Works on a fresh copy of a filled database, and says how many milliseconds it took. */
async function onCopy(
  url: string,
  name: string,
  work: (url: string) => Promise<void>,
): Promise<number> {
  await asAdmin(url, 'drop database if exists copy with (force)')
  await asAdmin(url, `create database copy template ${name} strategy file_copy`)
  await warm(named(url, 'copy'))
  await asAdmin(url, 'checkpoint')
  const started = performance.now()
  await work(named(url, 'copy'))
  return performance.now() - started
}

/** A database that is in use has its pages in memory. */
function warm(url: string): Promise<void> {
  return withClient(url, async (client) => {
    await client.query('create extension if not exists pg_prewarm')
    await client.query(
      `select sum(pg_prewarm(oid)) from pg_class where relkind in ('r', 'i') and relnamespace = 'public'::regnamespace`,
    )
  })
}

async function settled(url: string): Promise<void> {
  const db = openPostgres(url)
  const { renewed, failed } = await settleDue(db, turn)
  await db.destroy()
  if (renewed !== due || failed > 0) throw new Error(`${renewed} renewed, ${failed} failed`)
}

/** What the database alone would take for rows that nobody has judged. */
function setBased(url: string): Promise<void> {
  return withClient(url, async (client) => {
    await client.query('begin')
    await client.query(
      `create temporary table touched on commit drop as
       select id, event_count, head_hash from licenses
       where settles_at is not null and greatest(settles_at, retry_at) <= $1`,
      [new Date(turn).toISOString()],
    )
    await client.query(
      `update licenses set
         settled_at = $1, recorded_at = $1, settles_at = settles_at + interval '9 months',
         head_hash = encode(sha256(convert_to(licenses.id, 'UTF8')), 'hex'),
         event_count = licenses.event_count + 1, revision = revision + 1
       from touched where touched.id = licenses.id`,
      [new Date(turn).toISOString()],
    )
    await client.query(
      `insert into events
         (id, license, n, type, occurred_at, recorded_at, actor, data, previous_hash, hash, quiet)
       select
         'evt_1' || substr(id, 6), id, event_count, 'license.renewed', $1::timestamptz, $1::timestamptz, 'system',
         '{"ends_on": "2027-09-30", "last_day": "2027-06-30", "starts_on": "2026-10-01"}', head_hash,
         encode(sha256(convert_to(id, 'UTF8')), 'hex'), false
       from touched`,
      [new Date(turn).toISOString()],
    )
    await client.query('commit')
  })
}

function asAdmin(url: string, statement: string): Promise<void> {
  return withClient(url, async (client) => void (await client.query(statement)))
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client(url)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function named(url: string, name: string): string {
  const at = new URL(url)
  at.pathname = `/${name}`
  return at.href
}

if (import.meta.main) console.log(tableOf(await settlement()))
