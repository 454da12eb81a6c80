import { decideAt } from '../src/license/facts.ts'
import type { Instant, License } from '../src/license/license.ts'
import { nextDue } from '../src/license/next-due.ts'
import { settle } from '../src/license/settle.ts'
import { at, issued } from '../test/license/lives.ts'

// What the law costs: a decision now and a century ahead, and one beat of the clock. Run: node bench/decide.ts

const now = at('2026-11-24T12:00:00Z')
const inACentury = at('2126-11-24T12:00:00Z')
const month = 2_600_000_000

const lengths = ['P1Y', 'P1M', 'P14D', 'P2Y', 'P3M']
const licenses = Intl.supportedValuesOf('timeZone').map((timeZone, n) =>
  issued(
    { term: lengths[n % lengths.length] ?? 'P1Y', notice: 'P0D' },
    { startsOn: '2026-01-31', timeZone },
  ),
)
const settled = licenses.map((license) => settle(license, now).license)

/** Microseconds of processor time a license, the best of several rounds. */
function cost(of: readonly License[], work: (license: License, shift: Instant) => unknown): number {
  const rounds = Array.from({ length: 12 }, (_, round) => {
    const before = process.cpuUsage().user
    for (let turn = 0; turn < 8; turn++)
      for (const license of of) work(license, ((turn + round) % 8) * month)
    return (process.cpuUsage().user - before) / of.length / 8
  })
  return Math.min(...rounds)
}

const here = cost(settled, (license, shift) => decideAt(license, now + shift / 1000))
const unsettled = cost(licenses, (license, shift) => decideAt(license, now + shift))
const far = cost(settled, (license, shift) => decideAt(license, inACentury + shift))
const tick = cost(settled, (license) => [
  settle(license, now),
  nextDue(license),
  decideAt(license, now),
])

console.log(`decide now                      ${here.toFixed(1)} µs`)
console.log(`decide some months ahead        ${unsettled.toFixed(1)} µs`)
console.log(`decide 100 years ahead          ${far.toFixed(1)} µs`)
console.log(`ratio, at most 2                ${(far / here).toFixed(2)}`)
console.log(`settle, nextDue and decide      ${tick.toFixed(1)} µs`)
