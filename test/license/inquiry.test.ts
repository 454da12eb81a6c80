import { describe, expect, test } from 'vitest'
import { fairUse, fairUseFrom } from '../../src/license/fair-use.ts'
import { correctInquiry, logInquiry, strikeInquiry } from '../../src/license/inquiry.ts'
import type { Asked, Inquiry } from '../../src/license/inquiry.ts'
import type { License } from '../../src/license/license.ts'
import { suspend } from '../../src/license/suspension.ts'
import { admin, at, issued, local, objects, refusal, settled, supporter } from './lives.ts'

const license = issued()
const may = at('2026-05-05T12:00:00+02:00')
const hour = 3_600_000

const printer: Asked = {
  at: null,
  channel: 'phone',
  topic: 'out_of_scope',
  repeats: null,
  minutes: 3,
  contact: 'N. Beispiel',
  subject: 'The printer',
}

const logged = (asked: Partial<Asked> = {}, now = may, from: License = license): Inquiry =>
  logInquiry(from, 'inq_1', { ...printer, ...asked }, supporter, now).inquiry

test('an inquiry after the end is logged too, and ends nothing', () => {
  const over = objects(license, '2026-05-01T00:00:00Z').license
  const now = at('2026-11-01T00:00:00Z')
  const { license: after, events, inquiry } = logInquiry(over, 'inq_1', printer, supporter, now)
  expect(events).toMatchObject([{ type: 'inquiry.logged', data: { entitled: false, minutes: 3 } }])
  expect(inquiry).toMatchObject({ agent: 'tok_support', entitled: false, at: now })
  expect(after).toBe(over)
  expect(JSON.stringify(events[0]?.data)).not.toMatch(/Beispiel|printer/)
})

test('an inquiry is judged by the instant at which it was asked, not by that of the typing', () => {
  const pause = { id: 'sus_1', reason: 'unpaid', effectiveAt: null } as const
  const paused = suspend(settled(license, may), pause, may).license
  expect(logged({ at: may - hour }, may + hour, paused).entitled).toBe(true)
  expect(logged({}, may + hour, paused).entitled).toBe(false)
})

test.each([
  ['what is still to be asked', { at: may + 1 }, '/at'],
  [
    'a question in scope that refers to another',
    { topic: 'in_scope', repeats: 'inq_0' },
    '/repeats',
  ],
] as const)('%s is refused', (_, asked, pointer) => {
  expect(refusal(() => logged(asked))).toBe(`unfit ${pointer}`)
})

describe('an entry is mended', () => {
  const right = { ...printer, topic: 'in_scope', minutes: 5 } as const
  const mend = (by = supporter, now = may + hour, reason: string | null = null) =>
    correctInquiry(license, logged(), right, { by, reason }, now)

  test('within the hour by who made it, and keeps its instant, its agent and its place', () => {
    const { inquiry, events } = mend()
    expect(inquiry).toEqual({ ...logged(), ...right, at: may, correctedAt: may + hour })
    expect(events).toMatchObject([
      { type: 'inquiry.corrected', data: { topic: 'in_scope', asked_at: '2026-05-05T10:00:00Z' } },
    ])
  })

  test('later, or by another, by an admin with a reason alone', () => {
    const other = { ...supporter, id: 'tok_other' }
    expect(refusal(() => mend(supporter, may + hour + 1))).toBe('forbidden')
    expect(refusal(() => mend(other))).toBe('forbidden')
    expect(refusal(() => mend(admin))).toBe('unfit /reason')
    expect(mend(admin, may + 24 * hour, 'misheard').events[0]?.personal).toMatchObject({
      reason: 'misheard',
    })
  })

  test('never so that it repeats itself', () => {
    const circle = { ...right, topic: 'repeat', repeats: 'inq_1' } as const
    const mended = () =>
      correctInquiry(license, logged(), circle, { by: supporter, reason: null }, may)
    expect(refusal(mended)).toBe('unfit /repeats')
  })

  test('or struck, once, and then counts no more', () => {
    const by = { by: supporter, reason: null }
    const struck = strikeInquiry(license, logged(), by, may + 1)
    expect(struck.inquiry.struckAt).toBe(may + 1)
    expect(fairUse(license, [logged()], may + 2)?.used).toBe(1)
    expect(fairUse(license, [struck.inquiry], may + 2)?.used).toBe(0)
    const again = () => strikeInquiry(license, struck.inquiry, by, may + 2)
    expect(refusal(again)).toBe('not-found')
  })
})

describe('fair use', () => {
  test.each([
    ['P30D', '2026-05-05T12:00:00+02:00', '2026-04-06T00:00:00+02:00'],
    ['P1D', '2026-05-05T23:59:59+02:00', '2026-05-05T00:00:00+02:00'],
    ['P1M', '2026-03-31T12:00:00+02:00', '2026-03-01T00:00:00+01:00'],
    ['P1Y', '2026-05-05T12:00:00+02:00', '2025-05-06T00:00:00+02:00'],
    ['P9999Y', '2026-05-05T12:00:00+02:00', '1970-01-01T00:00:00+01:00'],
  ])('a window of %s at %s goes back to %s', (window, now, from) => {
    const ruled = issued({ support: supportWith(window) })
    expect(local(ruled, fairUseFrom(ruled, at(now)))).toBe(from)
  })

  test.each([
    [4, false],
    [5, true],
    [6, true],
  ])('%i inquiries beyond the scope: flagged is %s', (count, flagged) => {
    const calls = Array.from({ length: count }, (_, n) =>
      logged({ at: may - n * 24 * hour, topic: n % 2 === 0 ? 'repeat' : 'out_of_scope' }),
    )
    const others = [logged({ topic: 'in_scope' }), logged({ at: at('2026-04-05T23:59:59+02:00') })]
    const answer = fairUse(license, [...calls, ...others], may)
    expect(answer).toMatchObject({ used: count, flagged, inquiries: 5, window: 'P30D' })
  })

  test('the flag goes as the window moves on', () => {
    const calls = Array.from({ length: 5 }, () => logged())
    expect(fairUse(license, calls, at('2026-06-03T23:59:59+02:00'))?.flagged).toBe(true)
    expect(fairUse(license, calls, at('2026-06-04T00:00:00+02:00'))?.flagged).toBe(false)
  })

  test('is asked of nobody whose plan has no such rule', () => {
    expect(fairUse(issued({ support: null }), [logged()], may)).toBeNull()
  })
})

function supportWith(window: string) {
  return { level: 's', channels: [], scope: 's', fairUse: { inquiries: 1, window } }
}
