import { openBare, openDoor } from './door.ts'
import type { Door } from './door.ts'
import { count, median, tableOf } from './figure.ts'
import type { Figure } from './figure.ts'
import { loadFrom } from './load.ts'
import type { Served } from './load.ts'
import { everyCore, goFirst, keepTo } from './pin.ts'
import { startBenchPostgres } from './postgres.ts'
import { openShop } from './shop.ts'

// POST /v1/tokens, warm license and activation, against a bare route with one SELECT and one signature. The server has the first
// core; the load and PostgreSQL share the second.

const connections = Number(process.env.BENCH_CONNECTIONS ?? 64)
const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
const seconds = Number(process.env.BENCH_SECONDS ?? 4)

interface Contender {
  readonly name: string
  readonly door: Door
  readonly path: string
  readonly bodies: readonly string[]
}

export async function tokens(): Promise<readonly Figure[]> {
  goFirst()
  keepTo('1')
  const postgres = await startBenchPostgres()
  try {
    const door = await openDoor('0', 3910, { DATABASE_URL: postgres.url })
    const shop = await openShop(door, 200)
    const idle = door.rss()
    const bare = await openBare('0', 3911, postgres.url, JSON.stringify(shop.claims))
    const ours = { name: 'ours', door, path: '/v1/tokens', bodies: shop.bodies }
    const limits = ['jose', 'node'].map((name) => ({
      name,
      door: bare,
      path: `/${name}`,
      bodies: shop.hashes.map((hash) => JSON.stringify({ hash })),
    }))
    const results = await compare([ours, ...limits])
    const busy = door.rss()
    await bare.stop()
    await door.stop()
    return figures(results, { idle, busy })
  } finally {
    await postgres.stop()
    keepTo(everyCore)
  }
}

interface Result extends Served {
  /** How long the server computes for one answer. */
  readonly cpuUs: number
}

/** In turns, so that a busy moment of the machine falls on all; the first round, of thrice the length, only warms up. */
async function compare(contenders: readonly Contender[]): Promise<Map<string, Result[]>> {
  const results = new Map<string, Result[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round++)
    for (const { name, door, path, bodies } of contenders) {
      const cpu = door.cpuMs()
      const started = performance.now()
      const length = round === 0 ? 3 * seconds : seconds
      const load = { port: door.port, path, bodies, connections, seconds: length }
      const served = await loadFrom('1', load)
      const answered = (served.perSecond * (performance.now() - started)) / 1000
      if (round > 0)
        results
          .get(name)
          ?.push({ ...served, cpuUs: ((door.cpuMs() - cpu) * 1000) / Math.max(answered, 1) })
    }
  return results
}

function figures(
  results: ReadonlyMap<string, readonly Result[]>,
  memory: { readonly idle: number; readonly busy: number },
): readonly Figure[] {
  const of = (name: string, member: keyof Result): number =>
    median((results.get(name) ?? []).map((result) => result[member]))
  const told = (name: string): string =>
    `${count(of(name, 'perSecond'))}/s, p50 ${of(name, 'p50Ms').toFixed(1)} ms, ` +
    `p99 ${of(name, 'p99Ms').toFixed(1)} ms, ${count(of(name, 'cpuUs'))} µs`
  const against = (name: string, what: string, target: string): Figure => ({
    what: `POST /v1/tokens against a bare route with ${what}`,
    measured: told('ours'),
    limit: told(name),
    ratio: (of('ours', 'perSecond') / of(name, 'perSecond')).toFixed(2),
    target,
  })
  return [
    against('jose', 'one SELECT and a jose signature', '≥ 0.8'),
    against('node', 'one SELECT and a node:crypto signature', ''),
    {
      what: 'RSS on PostgreSQL, idle and under this load',
      measured: `${count(memory.idle)} MB, ${count(memory.busy)} MB`,
    },
  ]
}

if (import.meta.main) console.log(tableOf(await tokens()))
