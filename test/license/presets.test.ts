import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { amend } from '../../src/license/amendment.ts'
import type { Amendment } from '../../src/license/amendment.ts'
import { isDate } from '../../src/license/calendar.ts'
import type { Outcome } from '../../src/license/event.ts'
import { issue } from '../../src/license/issue.ts'
import type { Issue } from '../../src/license/issue.ts'
import { planned } from '../../src/license/plan.ts'
import type { PlanTerms } from '../../src/license/plan.ts'
import { breachesOf } from '../../src/license/presets/breach.ts'
import { presetCodes, presetOf } from '../../src/license/presets/catalog.ts'
import { letPass } from '../../src/license/presets/override.ts'
import { limitedMembers } from '../../src/license/presets/preset.ts'
import { reinstate } from '../../src/license/reinstatement.ts'
import { admin, annual, at, issued, objects, refusal, settled, supporter } from './lives.ts'

/** A plan of months that fits every preset. */
const fits = {
  capabilities: [],
  term: 'P1Y',
  renewalTerm: 'P1M',
  notice: 'P0D',
  renewal: 'automatic',
} as const satisfies PlanTerms

const broken = (terms: PlanTerms): string[] =>
  breachesOf(planned(terms)).map(({ member, limit }) => `${member}: ${limit.article}`)

const limits = presetCodes.flatMap((code) =>
  presetOf(code).limits.map((limit) => [code, limit.member, limit.most, limit] as const),
)

describe.each(limits)('under %s a %s of more than %s', (preset, member, most, limit) => {
  const article = `${limitedMembers[member]}: ${limit.article}`
  const [longer, days] = { P0D: ['P1D', 'P1W'], P1M: ['P2M', 'P31D'], P2M: ['P3M', 'P62D'] }[
    most
  ] ?? ['P3Y', 'P731D']

  test.each([longer, days])('is refused by the article: %s', (length) => {
    expect(broken({ ...fits, preset, [member]: length })).toContain(article)
  })

  test('is what begins beyond it: that length itself fits, and so does a shorter one', () => {
    for (const length of [most, 'P0D'])
      expect(broken({ ...fits, preset, [member]: length })).not.toContain(article)
  })

  test(`is refused for ${limit.of}`, () => {
    const once = broken({ ...fits, preset, renewal: 'none', [member]: longer })
    expect(once.includes(article)).toBe(limit.of === 'every_plan')
  })
})

test.each(presetCodes)('%s limits nothing that its file does not name', (preset) => {
  const named = new Set(presetOf(preset).limits.map(({ member }) => limitedMembers[member]))
  const long = { term: 'P9Y', renewalTerm: 'P9Y', notice: 'P8Y', renewalNotice: 'P8Y' }
  const found = breachesOf(planned({ ...fits, ...long, preset })).map(({ member }) => member)
  expect(new Set(found)).toEqual(named)
})

test.each(presetCodes)('%s says when its facts were checked, and by which sources', (preset) => {
  const { checkedOn, sources, limits: own } = presetOf(preset)
  expect(isDate(checkedOn)).toBe(true)
  expect(sources.length > 0).toBe(preset !== 'custom')
  const page = readFileSync(new URL('../../docs/law-presets.md', import.meta.url), 'utf8')
  expect(page).toContain(`## ${preset}`)
  for (const said of [checkedOn, ...sources, ...own.map(({ article }) => article)])
    expect(page).toContain(said)
})

test('a week is never longer than a month, thirty days may be', () => {
  expect(broken({ ...fits, preset: 'b2c-de', notice: 'P4W' })).toEqual([
    'renewal_notice: § 309 Nr. 9 b BGB',
  ])
  const shorter = { ...fits, renewalNotice: 'P0D', preset: 'b2c-de' }
  expect(broken({ ...shorter, notice: 'P28D' })).toEqual([])
  expect(broken({ ...shorter, notice: 'P30D' })).toEqual(['notice: § 309 Nr. 9 c BGB'])
})

const override = { reason: 'The customer wished it so', by: admin }
const yearly = { ...annual, preset: 'b2c-de' } as const
const now = at('2025-09-30T08:00:00Z')

describe('a plan beyond the limits', () => {
  const terms = planned(yearly)

  test('is kept with the word of an admin, and of nobody else', () => {
    expect(refusal(() => letPass(terms, null, null, now))).toBe('unfit /renewal_term')
    expect(refusal(() => letPass(terms, { ...override, by: supporter }, null, now))).toBe(
      'forbidden',
    )
    expect(letPass(terms, override, null, now)).toEqual({
      reason: override.reason,
      by: admin.id,
      at: now,
    })
  })

  test('keeps that word through edits that break nothing else, and loses it once nothing is broken', () => {
    const presetOverride = letPass(terms, override, null, now)
    const before = { terms, presetOverride }
    expect(letPass({ ...terms, notice: 'P1M' }, null, before, now)).toBe(presetOverride)
    expect(refusal(() => letPass({ ...terms, notice: 'P2M' }, null, before, now))).toBe(
      'unfit /notice',
    )
    expect(letPass(planned({ ...fits, preset: 'b2c-de' }), null, before, now)).toBe(null)
  })
})

const passed = letPass(planned(yearly), override, null, now)
const overrides = ({ events }: Outcome) =>
  events.flatMap((event) => (event.type === 'preset.overridden' ? [event] : []))

function asked(terms: PlanTerms, more: Partial<Issue> = {}): Outcome {
  const product = { id: 'prd_1', code: 'b', capabilities: annual.capabilities } as const
  const plan = { id: 'pln_1', code: 'yearly', terms: yearly, presetOverride: passed } as const
  return issue(
    {
      id: 'lic_1',
      customer: 'cus_1',
      product: { ...product, exportFormats: ['csv'] },
      plan,
      terms,
      timeZone: 'Europe/Berlin',
      ...more,
    },
    now,
  )
}

describe('a license', () => {
  test('under a plan that an admin let pass has that in its history, with the reason beside it', () => {
    expect(overrides(asked(yearly))).toMatchObject([
      {
        data: {
          preset: 'b2c-de',
          members: ['renewal_term'],
          articles: ['§ 309 Nr. 9 b BGB'],
          plan: 'pln_1',
        },
        personal: { reason: override.reason },
      },
    ])
  })

  test('under a plan that nobody let pass is refused at the plan', () => {
    const plan = { id: 'pln_1', code: 'yearly', terms: yearly, presetOverride: null } as const
    expect(refusal(() => asked(yearly, { plan }))).toBe('unfit /plan')
  })

  test('for which something else was agreed than in the plan needs a word of its own', () => {
    const terms = { ...yearly, notice: 'P3M', renewalNotice: 'P0D' } as const
    expect(refusal(() => asked(terms))).toBe('unfit /overrides/notice')
    expect(refusal(() => asked(terms, { override: { ...override, by: supporter } }))).toBe(
      'forbidden',
    )
    const told = overrides(asked(terms, { override })).map(({ data }) => [data.plan, data.members])
    expect(told).toEqual([
      ['pln_1', ['renewal_term']],
      [null, ['notice']],
    ])
  })

  test('within the limits has no such event, whatever an admin says', () => {
    const plan = { id: 'pln_1', code: 'm', terms: fits, presetOverride: null } as const
    expect(overrides(asked({ ...fits, preset: 'b2c-de' }, { plan, override }))).toEqual([])
  })
})

describe('an amendment', () => {
  const license = asked(yearly).license
  const amendment = (changes: Amendment['changes'], more: Partial<Amendment> = {}) =>
    amend(
      license,
      {
        from: 'next_term',
        changes,
        plan: null,
        catalog: annual.capabilities,
        agreement: null,
        ...more,
      },
      at('2025-12-01T08:00:00Z'),
    )

  test('beyond the limits is refused at the member, or an event where an admin lets it pass', () => {
    expect(refusal(() => amendment({ renewalNotice: 'P1M' }))).toBe('unfit /renewal_notice')
    const told = overrides(amendment({ renewalNotice: 'P1M' }, { override }))
    expect(told.map(({ data }) => data.members)).toEqual([['renewal_notice']])
  })

  test('is not held to what was let pass before, nor for seats to anything', () => {
    expect(overrides(amendment({ notice: 'P1M', renewalNotice: 'P0D' }))).toEqual([])
    expect(overrides(amendment({ seats: 9 }, { from: 'now' }))).toEqual([])
  })

  test('that names another preset is held to all of its limits', () => {
    const custom = issued({ preset: 'custom', renewalNotice: 'P1M', notice: 'P1M' })
    const to = { from: 'next_term', plan: null, catalog: annual.capabilities } as const
    const changes = { preset: 'b2c-de' } as const
    expect(
      refusal(() => amend(custom, { ...to, changes, agreement: null }, at('2025-12-01T08:00:00Z'))),
    ).toBe('unfit /renewal_term /renewal_notice')
  })

  test('to a plan that an admin let pass has that in its history', () => {
    const plan = { id: 'pln_2', code: 'y', terms: yearly, presetOverride: passed } as const
    const monthly = issued({ ...fits, preset: 'b2c-de' }, { plan: { ...plan, terms: fits } })
    const to = { from: 'next_term', changes: {}, catalog: annual.capabilities } as const
    const outcome = amend(monthly, { ...to, plan, agreement: null }, at('2025-12-01T08:00:00Z'))
    expect(overrides(outcome).map(({ data }) => data.plan)).toEqual(['pln_2'])
  })
})

test('a customer comes back to a plan beyond the limits only by the word of an admin', () => {
  const over = settled(
    objects(issued(), '2026-01-10T08:00:00Z').license,
    at('2026-11-01T08:00:00Z'),
  )
  const named = { id: 'pln_2', code: 'y', terms: yearly, catalog: annual.capabilities } as const
  const back = (more: object) =>
    reinstate(
      over,
      { startsOn: null, reason: 'back', plan: { ...named, presetOverride: null }, ...more },
      at('2026-11-01T08:00:00Z'),
    )
  expect(refusal(() => back({}))).toBe('unfit /plan')
  expect(overrides(back({ override }))).toHaveLength(1)
  const outcome = back({ plan: { ...named, presetOverride: passed } })
  expect(overrides(outcome).map(({ data }) => data.plan)).toEqual(['pln_2'])
})
