import { expect, test } from 'vitest'
import { workingDayInstead } from '../../src/license/working-day.ts'

test.each([
  ['Good Friday 2026', '2026-04-03', '2026-04-07'],
  ['Easter Monday 2026', '2026-04-06', '2026-04-07'],
  ['Ascension 2026', '2026-05-14', '2026-05-15'],
  ['Whit Monday 2026', '2026-05-25', '2026-05-26'],
  ['Good Friday 2000', '2000-04-21', '2000-04-25'],
  ['Easter Monday 2008, the earliest of our time', '2008-03-24', '2008-03-25'],
  ['Good Friday 2038, the latest', '2038-04-23', '2038-04-27'],
  ['Easter Monday 1981, by the rule for epact 25', '1981-04-20', '1981-04-21'],
  ['Easter Monday 2049', '2049-04-19', '2049-04-20'],
  ['New Year 2027', '2027-01-01', '2027-01-04'],
  ['Labor Day 2026', '2026-05-01', '2026-05-04'],
  ['Unity Day 2028', '2028-10-03', '2028-10-04'],
  ['Christmas 2026', '2026-12-25', '2026-12-28'],
  ['a Saturday', '2026-10-31', '2026-11-02'],
  ['a Sunday before a holiday', '2027-05-16', '2027-05-18'],
  ['a working day', '2026-09-30', null],
  ['Reformation Day, which is not one of the whole country', '2025-10-31', null],
] as const)('in Germany the working day for %s is known', (_, date, instead) => {
  expect(workingDayInstead(date, 'DE')).toBe(instead)
})

test.each([
  ['2026-12-25', null],
  ['2026-10-31', '2026-11-02'],
] as const)('without a country only weekends count: %s', (date, instead) => {
  expect(workingDayInstead(date, null)).toBe(instead)
})
