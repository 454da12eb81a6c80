import { expect, test } from 'vitest'
import { decideAt } from '../../src/license/facts.ts'
import type { License } from '../../src/license/license.ts'
import { openSuspension, resume, suspend } from '../../src/license/suspension.ts'
import { at, days, issued, refusal, settled } from './lives.ts'

const license = issued()
const now = '2026-01-05T12:00:00Z'

function paused(from: License, instant: string, effectiveAt: string | null = null) {
  const pause = { id: `sus_${from.suspensions.length + 1}`, reason: 'unpaid' } as const
  const effective = effectiveAt === null ? null : at(effectiveAt)
  return suspend(settled(from, at(instant)), { ...pause, effectiveAt: effective }, at(instant))
}

const announced = paused(license, now, '2026-02-01T00:00:00Z')

test('a suspended license is export-only until it is resumed, and its term runs on', () => {
  const { license: suspended, events } = paused(license, now)
  expect(events.map(({ type }) => type)).toEqual(['license.suspended'])
  expect(decideAt(suspended, at(now) - 1).mode).toBe('full')
  expect(decideAt(suspended, at(now))).toMatchObject({
    mode: 'export-only',
    conditions: ['suspended', 'in_term'],
  })
  const back = resume(suspended, at('2026-03-01T00:00:00Z')).license
  expect(decideAt(back, at('2026-02-28T23:59:59.999Z')).reason).toBe('suspended')
  expect(decideAt(back, at('2026-03-01T00:00:00Z'))).toMatchObject({ mode: 'full' })
  expect(days(settled(back, at('2026-12-01T00:00:00Z')))).toEqual(
    days(settled(license, at('2026-12-01T00:00:00Z'))),
  )
})

test('a suspended license renews and changes its term, and stays suspended', () => {
  const suspended = paused(license, now).license
  const decision = decideAt(suspended, at('2026-09-01T00:00:00Z'))
  expect(decision.validUntil).toBe(at('2026-10-01T00:00:00+02:00'))
  expect(decideAt(suspended, at('2026-10-01T00:00:00+02:00'))).toMatchObject({
    reason: 'suspended',
    term: { startsOn: '2026-10-01' },
  })
})

test.each([
  ['2026-01-31T23:59:59.999Z', 'in_term'],
  ['2026-02-01T00:00:00Z', 'suspended'],
] as const)(
  'an announced suspension is not one before its instant: at %s %s',
  (instant, reason) => {
    expect(announced.events.map(({ type }) => type)).toEqual(['suspension.announced'])
    expect(decideAt(announced.license, at(instant)).reason).toBe(reason)
    expect(decideAt(announced.license, at(now)).validUntil).toBe(at('2026-02-01T00:00:00Z'))
  },
)

test('an announced suspension that is called off never happens', () => {
  const { license: off, events } = resume(announced.license, at('2026-01-20T00:00:00Z'))
  expect(events.map(({ type }) => type)).toEqual(['suspension.called_off'])
  expect(decideAt(off, at('2026-02-01T00:00:00Z')).mode).toBe('full')
  expect(decideAt(off, at('2026-01-21T00:00:00Z')).validUntil).toBe(at('2026-10-01T00:00:00+02:00'))
  expect(decideAt(off, at('2026-01-10T00:00:00Z')).validUntil).toBe(at('2026-02-01T00:00:00Z'))
})

test('an announced suspension is replaced by another, and one that lasts stays as it is', () => {
  const moved = paused(announced.license, '2026-01-10T00:00:00Z', '2026-02-10T00:00:00Z')
  expect(moved.events.map(({ type }) => type)).toEqual([
    'suspension.called_off',
    'suspension.announced',
  ])
  expect(openSuspension(moved.license)?.from).toBe(at('2026-02-10T00:00:00Z'))
  const lasting = paused(license, now).license
  expect(paused(lasting, '2026-02-01T00:00:00Z')).toEqual({
    license: settled(lasting, at('2026-02-01T00:00:00Z')),
    events: [],
  })
})

test('a suspension does not begin in the past, and without one there is nothing to resume', () => {
  expect(refusal(() => paused(license, now, '2026-01-05T11:59:59Z'))).toBe('unfit /effective_at')
  expect(resume(license, at(now))).toEqual({ license, events: [] })
})

test('a license that is suspended and over says both', () => {
  const trial = issued({ renewal: 'none', term: 'P30D' }, { startsOn: '2025-12-20' })
  const suspended = paused(trial, now).license
  const decision = decideAt(suspended, at('2026-03-01T00:00:00Z'))
  expect(decision).toMatchObject({ reason: 'suspended', conditions: ['suspended', 'ended'] })
})
