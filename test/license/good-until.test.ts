import { expect, test } from 'vitest'
import { decideAt } from '../../src/license/facts.ts'
import { goodUntil, refreshAt } from '../../src/license/good-until.ts'
import type { License } from '../../src/license/license.ts'
import { reinstate } from '../../src/license/reinstatement.ts'
import { suspend } from '../../src/license/suspension.ts'
import { terminate } from '../../src/license/termination.ts'
import type { Ending } from '../../src/license/termination.ts'
import { admin, at, issued, local, objects, settled } from './lives.ts'

const exact = issued({ renewalLeeway: 'P0D' })
const lenient = issued({ renewalLeeway: 'P3D' })
const long = issued({ renewalLeeway: 'P3D', tokenLifetime: 'P5Y' })

function good(license: License, instant: string): string | null {
  return local(license, goodUntil(license, decideAt(license, at(instant))))
}

test('a token of a contract through 30 September 2026 in Berlin without leeway is good until 1790805600', () => {
  const until = goodUntil(exact, decideAt(exact, at('2026-09-25T10:00:00Z')))
  expect(until).toBe(1_790_805_600_000)
})

const paused = { id: 'sus_1', reason: 'unpaid', effectiveAt: at('2026-09-27T10:00:00Z') } as const
const ending: Ending = {
  id: 'trm_1',
  side: 'vendor',
  kind: 'good_cause',
  reason: 'r',
  by: admin,
  effectiveAt: at('2026-09-26T10:00:00Z'),
}
const early = at('2026-09-01T00:00:00Z')

test.each([
  ['its lifetime', lenient, '2026-01-10T10:00:00+01:00', '2026-01-24T10:00:00+01:00'],
  [
    'its lifetime over a change of clocks',
    lenient,
    '2026-03-20T10:00:00+01:00',
    '2026-04-03T10:00:00+02:00',
  ],
  [
    'hours exactly',
    issued({ tokenLifetime: 'PT48H' }),
    '2026-03-28T10:00:00+01:00',
    '2026-03-30T11:00:00+02:00',
  ],
  ['the leeway where it renews', lenient, '2026-09-25T10:00:00+02:00', '2026-10-04T00:00:00+02:00'],
  [
    'the leeway, with a long lifetime',
    long,
    '2025-10-01T00:00:00+02:00',
    '2026-10-04T00:00:00+02:00',
  ],
  [
    'the end once an objection is effective there',
    objects(long, '2026-09-10T00:00:00Z').license,
    '2026-09-25T10:00:00+02:00',
    '2026-10-01T00:00:00+02:00',
  ],
  [
    'the leeway where the objection is for a later end',
    objects(issued({ notice: 'P1M' }), '2026-09-10T00:00:00Z').license,
    '2026-09-25T10:00:00+02:00',
    '2026-10-04T00:00:00+02:00',
  ],
  [
    'the end where nothing renews',
    issued({ renewal: 'none' }),
    '2026-09-25T10:00:00+02:00',
    '2026-10-01T00:00:00+02:00',
  ],
  [
    'an announced suspension',
    suspend(lenient, paused, early).license,
    '2026-09-25T10:00:00+02:00',
    '2026-09-27T12:00:00+02:00',
  ],
  [
    'a set termination',
    terminate(lenient, ending, early).license,
    '2026-09-25T10:00:00+02:00',
    '2026-09-26T12:00:00+02:00',
  ],
  [
    'a year where it is perpetual',
    issued({ term: null, renewal: 'none' }),
    '2026-02-28T10:00:00+01:00',
    '2027-02-28T10:00:00+01:00',
  ],
  [
    'the coming start where it has not begun',
    lenient,
    '2025-09-01T00:00:00Z',
    '2025-10-01T00:00:00+02:00',
  ],
  [
    'nothing where it has ended',
    objects(long, '2026-05-01T00:00:00Z').license,
    '2026-11-01T00:00:00Z',
    null,
  ],
  [
    'nothing where it is suspended',
    suspend(long, { ...paused, effectiveAt: null }, early).license,
    '2026-09-20T00:00:00Z',
    null,
  ],
  [
    'nothing where it was terminated before its start',
    terminatedBefore(),
    '2025-09-30T12:00:00Z',
    null,
  ],
] as const)('a token is good until %s', (_, license, instant, until) => {
  expect(good(license, instant)).toBe(until)
})

function terminatedBefore(): License {
  return terminate(lenient, { ...ending, effectiveAt: null }, at('2025-09-30T10:00:00Z')).license
}

test('a token between a return and its first day is good until that day', () => {
  const over = settled(objects(long, '2026-05-01T00:00:00Z').license, at('2026-11-01T00:00:00Z'))
  const asked = { startsOn: '2027-01-01', plan: null, reason: 'back' }
  const back = reinstate(over, asked, at('2026-11-01T00:00:00Z')).license
  expect(good(back, '2026-11-02T00:00:00Z')).toBe('2027-01-01T00:00:00+01:00')
})

test('a token of a request that waited for the lock while a letter ended the license is good until then alone', () => {
  const received = { channel: 'letter', receivedAt: at('2026-09-20T00:00:00Z') } as const
  const { license } = objects(long, '2026-10-05T09:00:00.500Z', received)
  expect(good(license, '2026-10-05T09:00:00.400Z')).toBe('2026-10-05T11:00:00.5+02:00')
})

test.each([
  [
    'after a day',
    issued({ tokenLifetime: 'P14D' }),
    '2026-01-10T10:00:00+01:00',
    '2026-01-11T10:00:00+01:00',
  ],
  [
    'after a quarter of a short lifetime',
    issued({ tokenLifetime: 'PT48H' }),
    '2026-01-10T10:00:00+01:00',
    '2026-01-10T22:00:00+01:00',
  ],
  ['when the decision changes', lenient, '2026-09-30T20:00:00+02:00', '2026-10-01T00:00:00+02:00'],
  [
    'after a day, also when ended',
    objects(long, '2026-05-01T00:00:00Z').license,
    '2026-11-01T00:00:00+01:00',
    '2026-11-02T00:00:00+01:00',
  ],
] as const)('a client asks again %s', (_, license, instant, then) => {
  expect(local(license, refreshAt(license, decideAt(license, at(instant))))).toBe(then)
})
