import { expect, test } from 'vitest'
import { suspend } from '../../src/license/suspension.ts'
import { sunset } from '../../src/license/sunset.ts'
import { at, issued } from './lives.ts'

const now = at('2026-03-01T12:00:00+01:00')
const yearly = issued({ term: 'P1Y' }, { startsOn: '2025-10-01' })

test('the last file of a license is good to the end of its term, without the leeway of a renewal', () => {
  expect(sunset(yearly, now)).toMatchObject({
    decision: { mode: 'full' },
    goodUntil: at('2026-10-01T00:00:00+02:00'),
  })
})

test('a perpetual license’s last file is good for ever', () => {
  const perpetual = issued({ term: null, renewal: 'none' }, { startsOn: '2025-10-01' })
  expect(sunset(perpetual, now)).toMatchObject({ decision: { mode: 'full' }, goodUntil: null })
})

test('an announced suspension stays announced', () => {
  const effectiveAt = at('2026-04-01T00:00:00+02:00')
  const { license } = suspend(yearly, { id: 'sus_1', reason: 'unpaid', effectiveAt }, now)
  expect(sunset(license, now)).toMatchObject({ goodUntil: effectiveAt })
})

test('what is not full has no last file: the export needs none', () => {
  const { license } = suspend(yearly, { id: 'sus_1', reason: 'unpaid', effectiveAt: null }, now)
  expect(sunset(license, now)).toBeNull()
  expect(sunset(yearly, at('2025-09-30T12:00:00+02:00'))).toBeNull()
})
