import { expect, test } from 'vitest'
import type { License } from '../../src/license/license.ts'
import { reinstate } from '../../src/license/reinstatement.ts'
import { entitlement } from '../../src/license/support.ts'
import { suspend } from '../../src/license/suspension.ts'
import { terminate } from '../../src/license/termination.ts'
import { admin, at, issued, local, objects, settled } from './lives.ts'

const license = issued()
const may = at('2026-05-05T12:00:00+02:00')

function terminated(from: License, now: number): License {
  const ending = {
    id: 'trm_1',
    side: 'vendor',
    kind: 'good_cause',
    reason: 'r',
    by: admin,
  } as const
  return terminate(settled(from, now), { ...ending, effectiveAt: null }, now).license
}

function suspended(from: License, now: number): License {
  const pause = { id: 'sus_1', reason: 'unpaid', effectiveAt: null } as const
  return suspend(settled(from, now), pause, now).license
}

const back = reinstate(
  terminated(license, may),
  { startsOn: null, plan: null, reason: 'back' },
  at('2026-07-01T12:00:00+02:00'),
).license

test.each([
  ['before the start', license, '2025-09-30T12:00:00Z', 'not_started', null, '2026-09-30'],
  ['in the term', license, '2026-01-01T00:00:00Z', null, null, '2026-09-30'],
  ['in the next term', license, '2027-01-01T00:00:00Z', null, null, '2027-09-30'],
  [
    'after the end',
    objects(license, '2026-05-01T00:00:00Z').license,
    '2027-01-01T00:00:00Z',
    'ended',
    '2026-10-01T00:00:00+02:00',
    '2026-09-30',
  ],
  [
    'while suspended',
    suspended(license, may),
    '2026-06-01T00:00:00Z',
    'suspended',
    '2026-05-05T12:00:00+02:00',
    '2026-09-30',
  ],
  [
    'after a termination',
    terminated(license, may),
    '2026-06-01T00:00:00Z',
    'terminated',
    '2026-05-05T12:00:00+02:00',
    '2026-05-05',
  ],
  ['after the return', back, '2026-07-02T00:00:00Z', null, null, '2027-06-30'],
  [
    'after a second termination',
    terminated(back, at('2026-09-01T10:00:00+02:00')),
    '2026-10-01T00:00:00Z',
    'terminated',
    '2026-09-01T10:00:00+02:00',
    '2026-09-01',
  ],
  [
    'after a letter that was typed in late',
    late(),
    '2026-11-01T00:00:00Z',
    'ended',
    '2026-10-05T09:00:00+02:00',
    '2026-09-30',
  ],
] as const)(
  '%s support answers or says why not, and since when',
  (_, from, now, reason, since, until) => {
    const answer = entitlement(from, at(now))
    expect(answer).toMatchObject({ entitled: reason === null, reason, until, level: 'standard' })
    expect(local(from, answer?.since ?? null)).toBe(since)
  },
)

function late(): License {
  const received = { channel: 'letter', receivedAt: at('2026-09-20T00:00:00Z') } as const
  return objects(license, '2026-10-05T09:00:00+02:00', received).license
}

test('a license without a support contract has no support', () => {
  expect(entitlement(issued({ support: null }), may)).toBeNull()
})
