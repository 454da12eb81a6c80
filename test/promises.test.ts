import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { promises } from './license/promises.ts'
import { live } from './license/random-life.ts'
import { plot } from './license/random-plot.ts'

// The promises to vendors and customers, over random lives of a license. `AUSZUG_LIVES` says how many, `AUSZUG_SEED` which.
const numRuns = Number(process.env['AUSZUG_LIVES'] ?? 20_000)
const seed = Number(process.env['AUSZUG_SEED'] ?? Date.now() % 2 ** 31)
const names = Object.keys(promises)

/** By promise: the first life that broke it. */
const broken = new Map<string, number>()
let lived = 0

// Each life is lived once and every promise looks at it; a broken promise then lives it again to find the smallest such life.
beforeAll(() => {
  const property = fc.property(plot, (each) => {
    const life = live(each)
    for (const name of names) if (!broken.has(name) && isBroken(name, life)) broken.set(name, lived)
    lived++
  })
  fc.assert(property, { seed, numRuns })
}, 86_400_000)

function isBroken(name: string, life: ReturnType<typeof live>): boolean {
  try {
    promises[name]?.(life)
    return false
  } catch {
    return true
  }
}

test.each(names)(
  '%s',
  (name) => {
    const path = broken.get(name)
    if (path !== undefined) {
      const property = fc.property(plot, (each) => promises[name]?.(live(each)))
      fc.assert(property, { seed, path: `${path}`, numRuns: 1 })
    }
    expect(path).toBeUndefined()
  },
  600_000,
)

test('a promise is kept in every life that was asked for', () => {
  expect(lived).toBe(numRuns)
})
