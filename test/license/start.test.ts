import { describe, expect, test } from 'vitest'
import { activate } from '../../src/license/activation.ts'
import type { Seated } from '../../src/license/activation.ts'
import { decideAt } from '../../src/license/facts.ts'
import { addTerm } from '../../src/license/hand-term.ts'
import type { License } from '../../src/license/license.ts'
import { settle } from '../../src/license/settle.ts'
import { waitingTerm } from '../../src/license/start.ts'
import { suspend } from '../../src/license/suspension.ts'
import { isVoid } from '../../src/license/terms.ts'
import { terminate } from '../../src/license/termination.ts'
import { admin, at, days, issued, objects, refusal, settled } from './lives.ts'

/** Bought in October 2025, to be started by the end of March 2026. */
const born = at('2025-10-01T08:00:00Z')
const onShelf = issued({}, { startsOn: undefined, startBy: '2026-03-31' }, born)

/** A machine starts up as the hinge lets it: time acts first. */
function startsUp(license: License, instant: string, fingerprint: string | null = 'till'): Seated {
  const now = at(instant)
  const machine = { id: 'act_1', fingerprint, machine: null } as const
  return activate(settled(license, now), [], machine, now)
}

function objecting(license: License, instant: string): License {
  return objects(license, instant).license
}

describe('a key on the shelf', () => {
  test.each([
    ['2025-10-01T08:00:00Z', 'not_started'],
    ['2026-03-30T21:59:59.999Z', 'not_started'],
    ['2026-03-30T22:00:00Z', 'in_term'],
    ['2027-03-30T21:59:59Z', 'in_term'],
  ] as const)('that nobody uses is %s: %s', (instant, reason) => {
    expect(decideAt(onShelf, at(instant)).reason).toBe(reason)
  })

  test('starts by the clock on the last day to start on, and has a whole first term from there', () => {
    const { license, events } = settle(onShelf, at('2026-04-01T00:00:00Z'))
    expect(days(license)).toEqual(['2026-03-31/2027-03-30'])
    expect(events.map(({ type }) => type)).toEqual(['license.started'])
    expect(waitingTerm(license, at('2026-04-01T00:00:00Z'))).toBeNull()
    expect(startsUp(license, '2026-05-01T08:00:00Z').decision.term?.startsOn).toBe('2026-03-31')
  })

  test('starts with the first machine, today in its own zone', () => {
    const { license, decision, events } = startsUp(onShelf, '2025-12-24T23:30:00Z')
    expect(days(license)).toEqual(['2026-03-31/2027-03-30 x', '2025-12-25/2026-12-24'])
    expect([decision.mode, decision.term?.endsOn]).toEqual(['full', '2026-12-24'])
    expect(events.map(({ type }) => type)).toEqual(['license.started', 'activation.created'])
  })

  test('starts once: the second machine changes nothing of it', () => {
    const { license } = startsUp(onShelf, '2025-12-25T09:00:00Z')
    const again = startsUp(license, '2026-02-01T09:00:00Z')
    expect(again.license.terms).toBe(license.terms)
    expect(settle(license, at('2026-04-15T00:00:00Z')).events).toEqual([])
  })

  test('was not started before its start, whatever was asked later', () => {
    const { license } = startsUp(onShelf, '2025-12-25T09:00:00Z')
    const before = at('2025-12-25T08:59:59Z')
    expect(decideAt(license, before)).toEqual(decideAt(onShelf, before))
  })

  test('starts for the machine that waited behind the first one, too', () => {
    const { license } = startsUp(onShelf, '2025-12-25T09:00:00.001Z')
    const second = activate(
      license,
      [],
      { id: 'act_2', fingerprint: 'other', machine: null },
      at('2025-12-25T09:00:00Z'),
    )
    expect(second.decision.mode).toBe('full')
  })

  test('starts and is then judged as any other: without a name there is no seat, suspended is suspended', () => {
    const nameless = startsUp(onShelf, '2025-12-25T09:00:00Z', null)
    expect([nameless.decision.reason, days(nameless.license).length]).toEqual(['no_fingerprint', 2])
    const pause = { id: 'sus_1', reason: 'unpaid', effectiveAt: null } as const
    const suspended = suspend(onShelf, pause, at('2025-11-01T08:00:00Z')).license
    const { license, decision } = startsUp(suspended, '2025-12-25T09:00:00Z')
    expect([decision.conditions, days(license).length]).toEqual([['suspended', 'in_term'], 2])
  })

  test('that was terminated starts no more', () => {
    const ending = { side: 'vendor', kind: 'mistake', reason: 'r', effectiveAt: null } as const
    const over = terminate(
      onShelf,
      { ...ending, id: 'trm_1', by: admin },
      at('2025-11-01T08:00:00Z'),
    ).license
    const { license, decision } = startsUp(over, '2025-12-25T09:00:00Z')
    expect([decision.mode, license.terms]).toEqual(['export-only', over.terms])
  })

  test('gets no term by hand before it has started', () => {
    const trial = issued({ renewal: 'none' }, { startsOn: undefined, startBy: '2026-03-31' }, born)
    expect(refusal(() => addTerm(trial, null, at('2025-11-01T08:00:00Z')))).toBe('not-started')
  })
})

describe('an objection before the start', () => {
  const objected = objecting(onShelf, '2025-11-01T08:00:00Z')

  test('counts for the end of the first term, wherever that comes to lie', () => {
    expect(objected.objections[0]?.effectiveOn).toBe('2027-03-30')
    const { license, events } = startsUp(objected, '2025-12-25T09:00:00Z')
    expect(license.objections[0]?.effectiveOn).toBe('2026-12-24')
    expect(events).toContainEqual({
      type: 'objection.moved',
      at: at('2025-12-25T09:00:00Z'),
      data: { objection: 'obj_1', effective_on: '2026-12-24' },
    })
    expect(decideAt(license, at('2026-12-24T22:59:59.999Z')).mode).toBe('full')
    expect(decideAt(license, at('2026-12-24T23:00:00Z')).reason).toBe('ended')
  })

  test('that is typed in after the turn leaves the term void that the activation has overtaken', () => {
    const started = startsUp(onShelf, '2025-12-25T09:00:00Z').license
    const letter = { receivedAt: at('2026-12-20T08:00:00Z'), channel: 'letter' } as const
    const { license } = objects(started, '2026-12-28T08:00:00Z', letter)
    expect(license.terms.map((term) => isVoid(term))).toEqual([true, false, false])
    expect(license.terms[2]?.cutAt).toBe(at('2026-12-28T08:00:00Z'))
  })

  test('stays where it is if the clock starts the license', () => {
    const license = settled(objected, at('2027-03-31T00:00:00Z'))
    expect(days(license)).toEqual(['2026-03-31/2027-03-30'])
  })
})

test.each([
  ['a day that has passed', { startBy: '2025-09-30' }, '/start_by'],
  ['a day that is none', { startBy: '2026-02-30' }, '/start_by'],
  ['a first day, too', { startBy: '2026-03-31', startsOn: '2026-01-01' }, '/starts_on'],
  ['an agreed last day', { startBy: '2026-03-31', endsOn: '2026-12-31' }, '/ends_on'],
  ['a term past the calendar', { startBy: '2199-12-31' }, '/start_by'],
] as const)('a start by %s is refused', (_, asked, pointer) => {
  expect(refusal(() => issued({}, asked, born))).toBe(`unfit ${pointer}`)
})
