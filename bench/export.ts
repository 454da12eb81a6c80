import { execFile } from 'node:child_process'
import { parseArgs, promisify } from 'node:util'
import { endToEnd } from './export-copy.ts'
import { cases, type Measured } from './export-case.ts'

/**
 * What the export kit takes against its limits, in one run: `node bench/export.ts [--rows 1000000] [--runs 3] [--only csv,jsonl]
 * [--speed] [--memory] [--copy]`. Each case has a process of its own, so its peak memory is its own; figures are medians.
 */
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
    speed: { type: 'boolean', default: false },
    memory: { type: 'boolean', default: false },
    copy: { type: 'boolean', default: false },
  },
})
const isAll = !values.speed && !values.memory && !values.copy
const rows = Number(values.rows)
const runs = Number(values.runs)

if (isAll || values.speed) await speed()
if (isAll || values.memory) await memory()
if (isAll || values.copy) {
  console.log(`\nEnd to end from PostgreSQL, ${rows} rows, medians of ${runs}\n`)
  console.table(await endToEnd(rows, runs))
}

async function speed(): Promise<void> {
  const names = Object.keys(cases).filter((name) => matches(name))
  const all = new Map<string, Measured[]>(names.map((name) => [name, []]))
  for (let run = 0; run < runs; run++)
    for (const name of names) all.get(name)!.push(await measure(name, rowsOf(name)))
  const rate = (name: string) => {
    const measured = all.get(name)
    return measured === undefined ? NaN : rowsOf(name) / median(measured.map((m) => m.seconds))
  }
  console.log(
    `\n${rows} order lines of 8 columns, medians of ${runs} (exceljs: a fifth of the rows)\n`,
  )
  console.table(
    Object.fromEntries(
      names.map((name) => {
        const peakMb = median(all.get(name)!.map((m) => m.peakMb))
        const limit = limitOf(name)
        const ratio = limit === '' ? '' : (rate(name) / rate(limit)).toFixed(2)
        const thousands = Math.round(rate(name) / 1000)
        return [
          name,
          { 'rows/s': `${thousands}k`, limit, 'of limit': ratio, 'peak MB': Math.round(peakMb) },
        ]
      }),
    ),
  )
}

/**
 * Peak memory must not follow the number of rows. V8 lets garbage lie as long as its heap may grow, so a longer run peaks higher,
 * with plain strings as well; with a heap of 40 MB, in which 5,000,000 rows would find no room, it shows what the export itself holds on to.
 */
async function memory(): Promise<void> {
  const [few, many] = [100_000, 5_000_000]
  const held = ['--max-semi-space-size=2', '--max-old-space-size=40']
  const table: Record<string, unknown> = {}
  for (const name of Object.keys(cases).filter((one) => matches(one) && one !== 'exceljs stream')) {
    const small = await measure(name, few, held)
    const large = await measure(name, many, held)
    const free = await measure(name, many)
    table[name] = {
      '100k: MB': Math.round(small.peakMb),
      '5M: MB': Math.round(large.peakMb),
      ratio: (large.peakMb / small.peakMb).toFixed(2),
      '5M as V8 likes: MB': Math.round(free.peakMb),
    }
  }
  console.log('\nPeak memory\n')
  console.table(table)
}

function matches(name: string): boolean {
  return values.only === undefined || values.only.split(',').includes(name)
}

/** exceljs would take minutes; its memory for all rows is measured with all of them, by `--only`. */
function rowsOf(name: string): number {
  return name === 'exceljs stream' && values.only === undefined ? rows / 5 : rows
}

function limitOf(name: string): string {
  if (name === 'csv' || name === 'csv excel-de' || name === 'gdpdu') return 'plain CSV'
  if (name === 'jsonl' || name === 'json') return 'plain JSON'
  return name === 'xlsx' || name === 'ods' ? 'exceljs stream' : ''
}

async function measure(name: string, count: number, flags: string[] = []): Promise<Measured> {
  const script = new URL('export-case.ts', import.meta.url).pathname
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...flags,
    script,
    name,
    String(count),
  ])
  return JSON.parse(stdout)
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}
