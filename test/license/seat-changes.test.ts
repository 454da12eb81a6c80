import { describe, expect, test } from 'vitest'
import { activate } from '../../src/license/activation.ts'
import type { Seated } from '../../src/license/activation.ts'
import { dateAfter } from '../../src/license/calendar.ts'
import type { Activation, ActivationId, Instant, License } from '../../src/license/license.ts'
import type { PlanTerms } from '../../src/license/plan.ts'
import { at, issued } from './lives.ts'

const now = at('2026-01-05T12:00:00Z')
const day = 86_400_000

/** A license's activations as they are kept, from one request of a machine to the next. */
interface Shelf {
  readonly license: License
  known: Activation[]
}

function shelfOf(terms: Partial<PlanTerms> = {}, ...fingerprints: string[]): Shelf {
  const license = issued({ seats: 2, ...terms })
  const shelf: Shelf = { license, known: [] }
  for (const [n, fingerprint] of fingerprints.entries())
    ask(shelf, fingerprint, null, now - day + n)
  return shelf
}

/** A machine asks for a token; what comes of it is kept. */
function ask(
  shelf: Shelf,
  fingerprint: string,
  replace: string | null = null,
  instant: Instant = now,
): Seated {
  const id: ActivationId = `act_${fingerprint}_${shelf.known.length}`
  const seated = activate(
    shelf.license,
    shelf.known,
    { id, fingerprint, machine: fingerprint, replace },
    instant,
  )
  for (const changed of seated.activations ?? []) {
    const at = shelf.known.findIndex((each) => each.id === changed.id)
    if (at === -1) shelf.known.push(changed)
    else shelf.known[at] = changed
  }
  return seated
}

/** The machines that have an activation, in order. */
function live({ known }: Shelf): string[] {
  return known.filter(({ freedAt }) => freedAt === null).map(({ fingerprint }) => fingerprint)
}

function idOf({ known }: Shelf, fingerprint: string): string {
  return known.findLast((each) => each.fingerprint === fingerprint)?.id ?? ''
}

describe('a seat is taken over', () => {
  test('by the machine that names it, and both are told of', () => {
    const shelf = shelfOf({}, 'a', 'b')
    const { decision, events } = ask(shelf, 'c', idOf(shelf, 'a'))
    expect(decision.mode).toBe('full')
    expect(live(shelf)).toEqual(['b', 'c'])
    expect(events).toMatchObject([
      { type: 'activation.freed', data: { activation: idOf(shelf, 'a'), why: 'replaced' } },
      { type: 'activation.created', data: { activation: idOf(shelf, 'c') } },
    ])
  })

  test('not while another one is free', () => {
    const shelf = shelfOf({}, 'a')
    expect(ask(shelf, 'b', idOf(shelf, 'a')).decision.mode).toBe('full')
    expect(live(shelf)).toEqual(['a', 'b'])
  })

  test('not by naming a seat that nobody has', () => {
    const shelf = shelfOf({}, 'a', 'b')
    ask(shelf, 'c', idOf(shelf, 'a'))
    for (const nobody of [idOf(shelf, 'a'), 'act_none'])
      expect(ask(shelf, 'd', nobody).decision.reason).toBe('no_seat')
    expect(live(shelf)).toEqual(['b', 'c'])
  })

  test('three times within thirty days unless something else was agreed, and the answer says when again', () => {
    const shelf = shelfOf({}, 'a', 'b')
    for (const name of ['c', 'd', 'e'])
      expect(ask(shelf, name, idOf(shelf, live(shelf)[0] ?? '')).decision.mode).toBe('full')
    const { decision, taken } = ask(shelf, 'f', idOf(shelf, 'd'))
    expect(decision.reason).toBe('no_seat')
    expect(taken?.holders.map(({ fingerprint }) => fingerprint)).toEqual(['d', 'e'])
    const nextAt = at('2026-02-04T00:00:00+01:00')
    expect(taken?.changesLeft).toEqual({ count: 0, nextAt })
    expect(ask(shelf, 'f', idOf(shelf, 'd'), nextAt - 1).decision.reason).toBe('no_seat')
    expect(ask(shelf, 'f', idOf(shelf, 'd'), nextAt).decision.mode).toBe('full')
  })

  test('never where that was agreed', () => {
    const shelf = shelfOf({ seatChanges: { count: 0, window: 'P30D' } }, 'a', 'b')
    const { decision, taken } = ask(shelf, 'c', idOf(shelf, 'a'))
    expect(decision.reason).toBe('no_seat')
    expect(taken?.changesLeft).toEqual({ count: 0, nextAt: null })
  })

  test('by each of the machines that want one and no other', () => {
    const shelf = shelfOf({}, 'a', 'b')
    const { taken } = ask(shelf, 'c')
    expect(taken?.changesLeft).toEqual({ count: 3, nextAt: null })
    expect(live(shelf)).toEqual(['a', 'b'])
  })

  test('after seats have shrunk, and those past them do not move up', () => {
    const shelf = shelfOf({ seats: 5 }, 'a', 'b', 'c', 'd', 'e')
    const shrunk = { ...shelf, license: issued({ seats: 2 }) }
    const { decision, events } = ask(shrunk, 'e', idOf(shelf, 'a'))
    expect(decision.mode).toBe('full')
    expect(live(shrunk)).toEqual(['b', 'e'])
    expect(events.map(({ data }) => data)).toMatchObject([
      { why: 'replaced' },
      { why: 'past_seats' },
      { why: 'past_seats' },
    ])
    expect(ask(shrunk, 'e').decision.mode).toBe('full')
    expect(ask(shrunk, 'c').taken?.changesLeft.count).toBe(2)
  })
})

describe('where the plan replaces the oldest', () => {
  test('a new machine takes the seat of the one that was longest unseen', () => {
    const shelf = shelfOf({ replaceOldest: true }, 'a', 'b')
    shelf.known = shelf.known.map((each) =>
      each.fingerprint === 'a' ? { ...each, lastSeenAt: now } : each,
    )
    expect(ask(shelf, 'c').decision.mode).toBe('full')
    expect(live(shelf)).toEqual(['a', 'c'])
  })

  test('two machines do not take one seat from each other without end', () => {
    const shelf = shelfOf({ seats: 1, replaceOldest: true }, 'a')
    const modes = ['b', 'a', 'b', 'a', 'b'].map((name) => ask(shelf, name).decision.mode)
    expect(modes).toEqual(['full', 'full', 'full', 'export-only', 'full'])
    expect(live(shelf)).toEqual(['b'])
  })

  test('a machine that runs by a license file keeps its seat, unless it is named', () => {
    const shelf = shelfOf({ seats: 1, replaceOldest: true }, 'a')
    shelf.known = shelf.known.map((each) => ({ ...each, heldUntil: now + day }))
    expect(ask(shelf, 'b').decision.reason).toBe('no_seat')
    expect(ask(shelf, 'b', idOf(shelf, 'a')).decision.mode).toBe('full')
  })
})

describe('a machine that was unseen for as long as the plan says', () => {
  const seen = '2026-01-04'
  const lapse = 'P30D'
  const lapsesAt = at(`${dateAfter(seen, lapse)}T00:00:00+01:00`)

  test('gives up its seat to another, and not a moment earlier', () => {
    const shelf = shelfOf({ seatLapse: lapse }, 'a', 'b')
    expect(ask(shelf, 'c', null, lapsesAt - 1).decision.reason).toBe('no_seat')
    const { decision, events } = ask(shelf, 'c', null, lapsesAt)
    expect(decision.mode).toBe('full')
    expect(events.map(({ data }) => data)).toMatchObject([
      { activation: idOf(shelf, 'a'), why: 'lapsed' },
      { activation: idOf(shelf, 'b'), why: 'lapsed' },
      { activation: idOf(shelf, 'c') },
    ])
    expect(live(shelf)).toEqual(['c'])
  })

  test('has it still when it comes back before anybody needed it', () => {
    const shelf = shelfOf({ seatLapse: lapse }, 'a', 'b')
    const { activation, events } = ask(shelf, 'a', null, lapsesAt + 100 * day)
    expect([activation?.id, events]).toEqual([idOf(shelf, 'a'), []])
  })

  test('does not use up a change of seats', () => {
    const shelf = shelfOf({ seatLapse: lapse }, 'a', 'b')
    ask(shelf, 'c', null, lapsesAt)
    ask(shelf, 'd', null, lapsesAt)
    expect(ask(shelf, 'e', null, lapsesAt).taken?.changesLeft.count).toBe(3)
  })

  test('keeps it where it has a license file that is still good', () => {
    const shelf = shelfOf({ seats: 1, seatLapse: lapse }, 'a')
    shelf.known = shelf.known.map((each) => ({ ...each, heldUntil: lapsesAt + day }))
    expect(ask(shelf, 'b', null, lapsesAt + day - 1).decision.reason).toBe('no_seat')
    expect(ask(shelf, 'b', null, lapsesAt + day).decision.mode).toBe('full')
  })

  test('keeps it for ever where no plan says otherwise', () => {
    const shelf = shelfOf({ seats: 1, term: null, renewal: 'none' }, 'a')
    expect(ask(shelf, 'b', null, now + 3650 * day).decision.reason).toBe('no_seat')
  })
})
