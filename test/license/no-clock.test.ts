import { sample } from 'fast-check'
import { expect, test } from 'vitest'
import { decideAt, termShown } from '../../src/license/facts.ts'
import { goodUntil, refreshAt } from '../../src/license/good-until.ts'
import { entitlement } from '../../src/license/support.ts'
import { live } from './random-life.ts'
import type { Life } from './random-life.ts'
import { plot } from './random-plot.ts'

/** Does something while no clock can be read and no dice be thrown. */
function withoutClock<T>(work: () => T): T {
  const { Date: RealDate } = globalThis
  const { random } = Math
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget) =>
      args.length === 0 ? clockRead() : Reflect.construct(target, args, newTarget),
    apply: clockRead,
    get: (target, name) => (name === 'now' ? clockRead : Reflect.get(target, name)),
  })
  Math.random = clockRead
  try {
    return work()
  } finally {
    globalThis.Date = RealDate
    Math.random = random
  }
}

function clockRead(): never {
  throw new Error('the clock was read, or the dice')
}

test.each<[string, () => unknown]>([
  ['new Date()', () => new Date()],
  ['Date()', () => Date()],
  ['Date.now()', () => Date.now()],
  ['Math.random()', () => Math.random()],
])('where %s is called, this test sees it', (_, read) => {
  expect(() => withoutClock(read)).toThrow('the clock was read')
  expect(() => withoutClock(() => new Date(0))).not.toThrow()
})

test('the law lives whole lives of a license without reading a clock', () => {
  const plots = sample(plot, { seed: 1, numRuns: 500 })
  const lives = withoutClock(() => plots.map((each) => asked(live(each))))
  const commands = new Set(lives.flatMap(({ moments }) => moments.map(nameOf)))
  expect(commands.size).toBe(17)
})

/** Asks all that can be asked at the end of a life. */
function asked(life: Life): Life {
  const { license, now } = life
  const decision = decideAt(license, now)
  goodUntil(license, decision)
  refreshAt(license, decision)
  termShown(license, now)
  entitlement(license, now)
  return life
}

function nameOf({ command }: Life['moments'][number]): string {
  return command === 'job' ? command : command.type
}
