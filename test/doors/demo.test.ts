import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onPostgres } from '../database.ts'
import { auszug, buildDoors } from './door.ts'
import type { Ended } from './door.ts'

// The demo brings its own database along.
describe.skipIf(onPostgres)('the demo', () => {
  let folder: string
  let told: Ended
  let ms: number

  beforeAll(async () => {
    await buildDoors()
    folder = await mkdtemp(join(tmpdir(), 'auszug-demo-test-'))
    const began = performance.now()
    told = await auszug(['demo'], { TMPDIR: folder, NO_COLOR: '1' })
    ms = performance.now() - began
  })

  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('tells the story to its end, in seconds', () => {
    expect(told).toMatchObject({ code: 0, err: '' })
    expect(ms).toBeLessThan(25_000)
  })

  test('names the days of the story, and what holds on each', () => {
    const order = [
      'Wed 30 September 2026',
      '28 Sep 2026',
      'in time',
      '30 Sep 2026 23:59:59',
      '● full',
      ' 1 Oct 2026 00:00',
      '○ export-only',
      'csv, jsonl, xlsx',
      'history',
    ]
    let from = 0
    for (const words of order) {
      const at = told.out.indexOf(words, from)
      if (at < 0) throw new Error(`${words} is not told where it belongs`)
      from = at
    }
    expect(told.out).not.toContain('expired')
  })

  test('fits a terminal of 100 columns, without color where none is wanted', () => {
    expect(told.out).not.toContain('\u001b')
    expect(told.out.split('\n').filter((line) => line.length > 100)).toEqual([])
  })

  test('leaves no file behind', async () => {
    expect(await readdir(folder)).toEqual([])
  })

  test('tells the same to machines, a line of JSON a step', async () => {
    const { code, out } = await auszug(['demo', '--json'], { TMPDIR: folder })
    expect(code).toBe(0)
    const steps = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(steps).toContainEqual(
      expect.objectContaining({ at: '2026-09-30T23:59:59+02:00', who: 'Bakery' }),
    )
    expect(steps).toContainEqual(expect.objectContaining({ type: 'license.downgraded' }))
  })
})
