import { expect, test } from 'vitest'
import { nextTry } from '../../src/outbox/retry.ts'

const at = Date.parse('2026-10-01T00:00:00Z')

function after(tries: number, dice = 0, wishMs: number | null = null): string | null {
  const next = nextTry(tries, at, wishMs, dice)
  return next === null ? null : new Date(next).toISOString().slice(0, 19)
}

test.each([
  [1, '2026-10-01T00:00:05'],
  [2, '2026-10-01T00:05:00'],
  [3, '2026-10-01T00:30:00'],
  [4, '2026-10-01T02:00:00'],
  [5, '2026-10-01T05:00:00'],
  [6, '2026-10-01T10:00:00'],
  [7, '2026-10-01T14:00:00'],
  [8, '2026-10-01T20:00:00'],
  [9, '2026-10-01T20:00:00'],
  [10, null],
] as const)('after failure number %i at midnight the next try is at %s', (tries, next) => {
  expect(after(tries)).toBe(next)
})

test('a message that never arrives is tried over three days, whatever the dice say', () => {
  const dice = [0, 1]
  const days = dice.map((each) => {
    let now = at
    for (let tries = 1; ; tries++) {
      const next = nextTry(tries, now, null, each)
      if (next === null) return (now - at) / 86_400_000
      now = next
    }
  })
  expect(days).toEqual([expect.closeTo(3, 1), expect.closeTo(3.28, 1)])
})

test('what failed together comes back apart, by a tenth of the pause at the most', () => {
  expect(after(4, 0.5)).toBe('2026-10-01T02:06:00')
  expect(after(4, 1)).toBe('2026-10-01T02:12:00')
})

test('a receiver that asks for a longer pause gets it, up to a day', () => {
  expect(after(1, 0, 60_000)).toBe('2026-10-01T00:01:00')
  expect(after(4, 0, 60_000)).toBe('2026-10-01T02:00:00')
  expect(after(1, 0, 7 * 86_400_000)).toBe('2026-10-02T00:00:00')
  expect(after(10, 0, 60_000)).toBeNull()
})
