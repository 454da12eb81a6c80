import { describe, expect, test } from 'vitest'
import {
  checkRetention,
  erasedBefore,
  retentionClasses,
  retentionRules,
} from '../../src/license/retention.ts'
import type { RetentionClass } from '../../src/license/retention.ts'
import { at, refusal } from './lives.ts'

describe('what is kept for a time', () => {
  test.each([
    ['inquiries', 'P3Y', '2028-11-02T23:59:59Z', '2025-11-02T00:00:00Z'],
    ['inquiries', 'P3Y', '2028-11-03T00:00:00Z', '2025-11-03T00:00:00Z'],
    ['inquiries', 'P1M', '2028-03-31T12:00:00Z', '2028-02-29T00:00:00Z'],
    ['machines', 'P90D', '2026-03-31T12:00:00Z', '2025-12-31T00:00:00Z'],
    ['evidence', 'P10Y', '2036-12-31T23:59:59Z', '2026-01-01T00:00:00Z'],
    ['evidence', 'P10Y', '2037-01-01T00:00:00Z', '2027-01-01T00:00:00Z'],
  ] as const)('%s for %s: at %s what lies before %s goes', (of, period, now, before) => {
    expect(erasedBefore(of, period, at(now))).toBe(at(before))
  })

  test('is kept for ever where that was said, and where its time begins before all days', () => {
    expect(erasedBefore('inquiries', null, at('2026-01-01T00:00:00Z'))).toBeNull()
    expect(erasedBefore('evidence', 'P100Y', at('2026-01-01T00:00:00Z'))).toBeNull()
  })

  test('has a usual length that is no shorter than the least', () => {
    for (const of of retentionClasses)
      expect(() => checkRetention({ [of]: retentionRules[of].usual })).not.toThrow()
  })

  test.each<[RetentionClass, string]>([
    ['inquiries', 'P29D'],
    ['evidence', 'P11M'],
    ['machines', 'P0D'],
    ['sign_ins', 'P6D'],
    ['deliveries', 'PT1H'],
    ['evidence', 'P101Y'],
    ['evidence', '10 years'],
    ['evidence', ''],
  ])('%s is not kept for %j', (of, period) => {
    expect(refusal(() => checkRetention({ [of]: period }))).toBe(`unfit /${of}`)
  })
})
