import { expect, test } from 'vitest'
import { dataExport } from '../../src/license/capability.ts'
import { lastDay } from '../../src/license/series.ts'
import { misfitsOf, planned } from '../../src/license/plan.ts'
import type { PlanTerms } from '../../src/license/plan.ts'
import { annual, at, days, issued, refusal } from './lives.ts'

const catalog = ['orders:read', 'orders:write']

function misfits(terms: Partial<PlanTerms>): string[] {
  return misfitsOf({ ...annual, ...terms }, catalog).map(({ pointer }) => pointer)
}

test.each<[string, Partial<PlanTerms>, string[]]>([
  ['months and days in one', { term: 'P1M3D' }, ['/term']],
  ['an empty length', { term: 'P' }, ['/term']],
  ['hours', { term: 'PT24H' }, ['/term']],
  ['a fraction', { term: 'P0.5Y' }, ['/term']],
  ['a term of nothing', { term: 'P0D' }, ['/term']],
  ['a renewal term of nothing', { renewalTerm: 'P0M' }, ['/renewal_term']],
  ['a term beyond 2199', { term: 'P231Y' }, ['/term']],
  ['a negative notice', { notice: 'P-1M' }, ['/notice']],
  ['weeks, and weeks with days', { term: 'P2W', renewalTerm: 'P1W3D', renewalLeeway: 'P0D' }, []],
  ['years with months', { term: 'P1Y6M' }, []],
  ['a lower-case length', { term: 'p1y' }, ['/term']],
])('of a length, %s fits or does not', (_, terms, pointers) => {
  expect(misfits(terms)).toEqual(pointers)
})

test.each<[string, Partial<PlanTerms>, string[]]>([
  ['as long as its term', { notice: 'P1Y' }, ['/notice', '/renewal_notice']],
  [
    'that a P1M can be too short for',
    { term: 'P1M', notice: 'P28D' },
    ['/notice', '/renewal_notice'],
  ],
  ['of 27 days for a P1M', { term: 'P1M', notice: 'P27D' }, []],
  ['of a month for a P1M', { term: 'P1M', notice: 'P1M' }, ['/notice', '/renewal_notice']],
  ['of a month for a P31D', { term: 'P31D', notice: 'P1M' }, ['/notice', '/renewal_notice']],
  ['of a month for a P32D', { term: 'P32D', notice: 'P1M' }, []],
  ['of 364 days for a P1Y', { notice: 'P364D' }, []],
  ['of 365 days for a P1Y', { notice: 'P365D' }, ['/notice', '/renewal_notice']],
  ['too long for later terms', { renewalTerm: 'P1M', notice: 'P3M' }, ['/renewal_notice']],
  ['shorter for later terms', { renewalTerm: 'P1M', notice: 'P3M', renewalNotice: 'P0D' }, []],
  ['of a day for a P1D', { term: 'P1D', notice: 'P1D' }, ['/notice', '/renewal_notice']],
])('a notice %s fits or does not', (_, terms, pointers) => {
  expect(misfits(terms)).toEqual(pointers)
})

test.each<[string, Partial<PlanTerms>, string[]]>([
  ['of 14 days', { renewalLeeway: 'P14D' }, []],
  ['of 15 days', { renewalLeeway: 'P15D' }, ['/renewal_leeway']],
  ['of a month', { renewalLeeway: 'P1M' }, ['/renewal_leeway']],
  ['as long as the term', { term: 'P1W', renewalLeeway: 'P7D' }, ['/renewal_leeway']],
  ['a day shorter', { term: 'P1W', renewalLeeway: 'P6D' }, []],
  ['as long as a later term', { renewalTerm: 'P1W', renewalLeeway: 'P1W' }, ['/renewal_leeway']],
  ['of none for a day', { term: 'P1D', renewalLeeway: 'P0D' }, []],
])('a leeway %s fits or does not', (_, terms, pointers) => {
  expect(misfits(terms)).toEqual(pointers)
})

const perpetual = { term: null, renewal: 'none' } as const

test.each<[string, Partial<PlanTerms>, string[]]>([
  ['without more', perpetual, []],
  ['that renews', { term: null }, ['/renewal']],
  ['with a renewal term', { ...perpetual, renewalTerm: 'P1Y' }, ['/renewal_term']],
  ['with a notice', { ...perpetual, notice: 'P1M' }, ['/notice']],
])('a perpetual plan %s fits or does not', (_, terms, pointers) => {
  expect(misfits(terms)).toEqual(pointers)
})

test.each<[string, Partial<PlanTerms>, string[]]>([
  [
    'a capability that the product lacks',
    { capabilities: ['orders:read', 'stock:read'] },
    ['/capabilities/1'],
  ],
  ['no capability by its form', { capabilities: ['Orders'] }, ['/capabilities/0']],
  ['the reserved capability', { capabilities: [dataExport] }, ['/capabilities/0']],
  ['a lifetime of minutes', { tokenLifetime: 'PT30M' }, ['/token_lifetime']],
  ['a lifetime of nothing', { tokenLifetime: 'P0D' }, ['/token_lifetime']],
  ['a lifetime of hours', { tokenLifetime: 'PT48H' }, []],
  ['an unknown preset', { preset: 'b2b-us' }, ['/preset']],
  ['several at once', { term: 'P1M3D', preset: 'x' }, ['/term', '/preset']],
])('%s fits or does not', (_, terms, pointers) => {
  expect(misfits(terms)).toEqual(pointers)
})

test.each([
  ['a year', { term: 'P1Y', renewal: 'automatic' }, 'P3D', 'P14D'],
  ['three days', { term: 'P3D', renewal: 'automatic' }, 'P0D', 'P14D'],
  ['four days', { term: 'P4D', renewal: 'automatic' }, 'P3D', 'P14D'],
  ['a year, then days', { term: 'P1Y', renewalTerm: 'P3D', renewal: 'automatic' }, 'P0D', 'P14D'],
  ['a trial', { term: 'P30D', renewal: 'none' }, 'P0D', 'P14D'],
  ['for ever', { renewal: 'none' }, 'P0D', 'P1Y'],
] as const)('the defaults of a plan of %s are known', (_, terms, renewalLeeway, tokenLifetime) => {
  const plan = planned({ capabilities: [], ...terms })
  expect(plan).toMatchObject({ renewalLeeway, tokenLifetime, notice: 'P0D', preset: 'custom' })
  expect(plan).toMatchObject({ seats: null, support: null, limits: {} })
})

test.each([
  ['to the end of the year', {}, '2025-12-31', 'nothing'],
  ['for one day', { renewalLeeway: 'P0D' }, '2025-10-01', 'nothing'],
  ['that ends before it starts', {}, '2025-09-30', 'unfit /ends_on'],
  ['that ends on no day', {}, '2025-02-30', 'unfit /ends_on'],
  [
    'as long as its notice',
    { notice: 'P1W', renewalLeeway: 'P0D' },
    '2025-10-07',
    'unfit /ends_on',
  ],
  [
    'a day longer than its notice',
    { notice: 'P1W', renewalLeeway: 'P0D' },
    '2025-10-08',
    'nothing',
  ],
  ['as long as the leeway', {}, '2025-10-03', 'unfit /ends_on'],
  ['a day longer than the leeway', {}, '2025-10-04', 'nothing'],
  ['of 31 days with a notice of a month', { notice: 'P1M' }, '2025-10-31', 'unfit /ends_on'],
  ['of a month and a day with that notice', { notice: 'P1M' }, '2025-11-01', 'nothing'],
  ['of a perpetual license', perpetual, '2025-12-31', 'unfit /ends_on'],
] as const)('an agreed first term %s is refused or not', (_, terms, endsOn, answer) => {
  expect(refusal(() => issued(terms, { endsOn }))).toBe(answer)
})

test('a notice of a month is measured by the month that it counts back over', () => {
  const february = { startsOn: '2026-02-01', endsOn: '2026-03-01' }
  expect(issued({ notice: 'P1M' }, february).terms[0]?.lastObjectionDay).toBe('2026-02-01')
  expect(refusal(() => issued({ notice: 'P1M' }, { ...february, endsOn: '2026-02-28' }))).toBe(
    'unfit /ends_on',
  )
})

test.each([
  ['a zone that is none', { timeZone: 'Berlin' }, 'unfit /time_zone'],
  ['an offset', { timeZone: '+02:00' }, 'unfit /time_zone'],
  ['a link', { timeZone: 'Asia/Calcutta' }, 'nothing'],
  ['UTC', { timeZone: 'UTC' }, 'nothing'],
  ['a day that is none', { startsOn: '2026-02-29' }, 'unfit /starts_on'],
  ['a first term beyond 2199', { startsOn: '2199-01-02' }, 'unfit /starts_on'],
  ['the last year', { startsOn: '2199-01-01' }, 'nothing'],
] as const)('a license with %s is refused or not', (_, asked, answer) => {
  expect(refusal(() => issued({}, asked, at('2026-01-01T00:00:00Z')))).toBe(answer)
})

test('a start in the past records the terms that have passed as renewed, at most 1,000', () => {
  const now = at('2026-01-01T12:00:00+01:00')
  const license = issued({ term: 'P1Y', renewalTerm: 'P1M' }, { startsOn: '2024-11-15' }, now)
  expect(days(license)).toEqual([
    '2024-11-15/2025-11-14',
    '2025-11-15/2025-12-14',
    '2025-12-15/2026-01-14',
  ])
  const daily = (startsOn: string) => refusal(() => issued({ term: 'P1D' }, { startsOn }, now))
  expect(daily('2023-04-07')).toBe('nothing')
  expect(daily('2023-04-06')).toBe('too-many-terms')
  expect(lastDay('2023-04-07', 'P1001D')).toBe('2026-01-01')
})
