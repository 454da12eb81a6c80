import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDoor } from './door.ts'
import { count, tableOf } from './figure.ts'
import type { Figure } from './figure.ts'
import { loadFrom } from './load.ts'
import { everyCore, goFirst, keepTo } from './pin.ts'
import { startBenchPostgres } from './postgres.ts'
import { openShop } from './shop.ts'

// From the start of the Node door's process to its first answer, the first time on an empty database and the second time; its
// memory then, and after some seconds of token requests.

const seconds = Number(process.env.BENCH_SECONDS ?? 5)

export async function starts(): Promise<readonly Figure[]> {
  goFirst()
  keepTo('1')
  const directory = await mkdtemp(join(tmpdir(), 'auszug-bench-'))
  const postgres = await startBenchPostgres()
  try {
    return [
      ...(await startsOn('PGlite', { AUSZUG_DATA: directory, DATABASE_URL: '' })),
      ...(await startsOn('PostgreSQL', { AUSZUG_DATA: directory, DATABASE_URL: postgres.url })),
    ]
  } finally {
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
    keepTo(everyCore)
  }
}

async function startsOn(name: string, env: Record<string, string>): Promise<readonly Figure[]> {
  const first = await openDoor('0', 3912, env)
  await first.stop()
  const door = await openDoor('0', 3912, env)
  try {
    const idle = door.rss()
    const { bodies } = await openShop(door, 50)
    const load = { port: door.port, path: '/v1/tokens', bodies, connections: 16, seconds }
    const { perSecond, p99Ms } = await loadFrom('1', load)
    return [
      {
        what: `start to first answer on ${name}: first, second`,
        measured: `${count(first.startMs)} ms, ${count(door.startMs)} ms`,
      },
      {
        what: `RSS on ${name}: idle, under token requests`,
        measured: `${count(idle)} MB, ${count(door.rss())} MB (${count(perSecond)}/s, p99 ${count(p99Ms)} ms)`,
      },
    ]
  } finally {
    await door.stop()
  }
}

if (import.meta.main) console.log(tableOf(await starts()))
