import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPostgres } from '../../src/store/postgres.ts'
import { onPostgres } from '../database.ts'
import { startPostgres } from '../start-postgres.ts'
import { ask, buildDoors, endAll, newPlace, sellAt, serve } from './door.ts'
import type { Place, Served } from './door.ts'

let place: Place

beforeEach(async () => {
  await buildDoors()
  place = await newPlace()
})

afterEach(async () => {
  await endAll()
  await place.clear()
})

/** A thousand inquiries of one license, eight at a time; each number that the server acknowledged. */
async function writeThousand(
  server: Served,
  { token, license }: { token: string; license: string },
  onAcknowledged: (count: number) => void,
): Promise<readonly number[]> {
  const acknowledged: number[] = []
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < 1000) {
      const n = next++
      const inquiry = { topic: 'in_scope', channel: 'phone', subject: `Call ${n}`, minutes: n }
      const path = `/v1/licenses/${license}/inquiries`
      const status = await ask(server, token, 'POST', path, inquiry).then(
        (answer) => answer.status,
        () => 0,
      )
      if (status === 0) return
      if (status !== 201) continue
      acknowledged.push(n)
      onAcknowledged(acknowledged.length)
    }
  }
  await Promise.all(Array.from({ length: 8 }, lane))
  return acknowledged
}

/** The numbers of the inquiries that a license's history holds; throws if its chain has a gap. */
async function numbersKept(
  server: Served,
  token: string,
  license: string,
): Promise<readonly number[]> {
  const numbers: number[] = []
  let after = ''
  let previous: unknown = null
  for (;;) {
    const { body } = await ask(
      server,
      token,
      'GET',
      `/v1/licenses/${license}/events?limit=200${after}`,
    )
    for (const event of listed(body.data)) {
      expect(event.previous_hash).toBe(previous)
      previous = event.hash
      if (event.type === 'inquiry.logged') numbers.push(Number(event.data.minutes))
    }
    if (typeof body.next !== 'string') return numbers
    after = `&after=${body.next}`
  }
}

interface EventWire {
  readonly type: string
  readonly hash: string
  readonly previous_hash: string | null
  readonly data: Readonly<Record<string, unknown>>
}

function listed(data: unknown): readonly EventWire[] {
  return Array.isArray(data) ? data : []
}

test('a server killed in the midst of a thousand writes has kept every one that it acknowledged, once', async () => {
  const first = await serve(place.env)
  const token = first.token ?? ''
  const license = (await sellAt(first, token)).id
  const acknowledged = await writeThousand(first, { token, license }, (count) => {
    if (count === 500) void first.kill('SIGKILL')
  })
  expect(acknowledged.length).toBeGreaterThanOrEqual(500)
  expect(acknowledged.length).toBeLessThan(1000)
  const again = await serve(place.env)
  const kept = await numbersKept(again, token, license)
  expect(new Set(kept).size).toBe(kept.length)
  expect(kept).toEqual(expect.arrayContaining([...acknowledged]))
  expect(kept.length - acknowledged.length).toBeLessThanOrEqual(8)
  await again.kill('SIGTERM')
}, 180_000)

test.runIf(onPostgres)(
  'a PostgreSQL that crashes in the midst of a thousand writes has kept every one that was acknowledged, and the server goes on',
  async () => {
    const postgres = await startPostgres({ synchronous_commit: 'on', fsync: 'on' })
    const db = openPostgres(postgres.url)
    try {
      const server = await serve({ ...place.env, DATABASE_URL: postgres.url })
      const token = server.token ?? ''
      const license = (await sellAt(server, token)).id
      const { rows } = await sql<{ pid: number }>`
      select pid from pg_stat_activity where application_name = 'auszug' and pid <> pg_backend_pid()
      limit 1`.execute(db)
      const acknowledged = await writeThousand(server, { token, license }, (count) => {
        // One of its processes dies, so it throws all memory away and recovers from its log.
        if (count === 300) process.kill(rows[0]?.pid ?? 0, 'SIGKILL')
      })
      expect(acknowledged.length).toBeGreaterThanOrEqual(300)
      await expect.poll(async () => (await ask(server, null, 'GET', '/readyz')).status).toBe(200)
      const kept = await numbersKept(server, token, license)
      expect(kept).toEqual(expect.arrayContaining([...acknowledged]))
      expect(new Set(kept).size).toBe(kept.length)
      const inquiry = { topic: 'in_scope', channel: 'phone', subject: 'Afterwards' }
      const path = `/v1/licenses/${license}/inquiries`
      expect((await ask(server, token, 'POST', path, inquiry)).status).toBe(201)
      await server.kill('SIGTERM')
    } finally {
      await db.destroy().catch(() => {})
      await endAll()
      await postgres.stop()
    }
  },
  180_000,
)
