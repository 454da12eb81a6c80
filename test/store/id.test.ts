import { expect, test } from 'vitest'
import { newId } from '../../src/store/id.ts'
import { start } from './bakery.ts'

test('ids made at one instant sort in the order of their making, and none comes twice', () => {
  const ids = Array.from({ length: 10_000 }, () => newId('lic', start))
  expect(ids).toEqual(ids.toSorted())
  expect(new Set(ids).size).toBe(10_000)
})

test('ids of a kind made at one instant sort though ids of another are made in between, at another', () => {
  const ids = Array.from({ length: 100 }, (_, n) => {
    newId('req', start + n)
    return newId('act', start)
  })
  expect(ids).toEqual(ids.toSorted())
})

test('an id sorts by its instant, from 1970 to 2199', () => {
  const ids = [0, 1, start, start + 1, Date.parse('2199-12-31T00:00:00Z')].map((at) =>
    newId('evt', at),
  )
  expect(ids).toEqual(ids.toSorted())
})

test('an id is a UUIDv7 in 26 characters that nobody misreads', () => {
  const id = newId('act', start)
  expect(id).toMatch(/^act_[0-7][0-9a-hjkmnp-tv-z]{25}$/)
  const uuid = Array.from(id.slice(4)).reduce(
    (bits, it) => bits * 32n + BigInt('0123456789abcdefghjkmnpqrstvwxyz'.indexOf(it)),
    0n,
  )
  expect(Number(uuid >> 80n)).toBe(start)
  expect((uuid >> 76n) & 15n).toBe(7n)
  expect((uuid >> 62n) & 3n).toBe(2n)
})
