import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { client } from './client.ts'
import { tableOf } from './figure.ts'
import type { Figure } from './figure.ts'
import { lookup } from './lookup.ts'
import { settlement } from './settle.ts'
import { starts } from './start.ts'
import { tokens } from './tokens.ts'

// npm run bench [NAME…]: measures what has a limit against it, and prints one table. `docs/performance.md` says how.

const all: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  tokens,
  client,
  settle: settlement,
  start: starts,
  lookup,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in all))
if (unknown.length > 0) throw new RangeError(`There are ${Object.keys(all).join(', ')}.`)

execFileSync(process.execPath, ['scripts/build.mjs', '--doors', '--quiet'], { stdio: 'inherit' })
const figures: Figure[] = []
for (const [name, measure] of Object.entries(all)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  process.stderr.write(`${name} …\n`)
  figures.push(...(await measure()))
}
const [core] = cpus()
const load = readFileSync('/proc/loadavg', 'utf8').split(' ')[0]
console.log(`${cpus().length} × ${core?.model}, Node ${process.version}, load ${load} at the end\n`)
console.log(tableOf(figures))
if (wanted.length === 0) {
  console.log('\nWhat the law costs by itself:\n')
  execFileSync(process.execPath, ['bench/decide.ts'], { stdio: 'inherit' })
}
process.exit()
