import { expect, test } from 'vitest'
import { boundAnew } from '../../src/license/ended-relation.ts'
import { admin, at, issued, refusal, supporter } from './lives.ts'

const license = issued()
const relation = { since: at('2025-09-01T00:00:00Z'), reason: 'Unpaid' }
const bound = (binding: Partial<Parameters<typeof boundAnew>[1]>) =>
  boundAnew(
    { license, events: [] },
    { command: 'issue', relation: null, override: null, ...binding },
  )

test.each([
  ['that goes on', {}, 'nothing'],
  ['that is ended', { relation }, 'relation-ended'],
  [
    'that is ended, with an admin’s override',
    { relation, override: { reason: 'r', by: admin } },
    'nothing',
  ],
  [
    'that is ended, with anybody else’s',
    { relation, override: { reason: 'r', by: supporter } },
    'forbidden',
  ],
  [
    'that goes on, with an override by who may not',
    { override: { reason: 'r', by: supporter } },
    'forbidden',
  ],
] as const)('a relation %s answers a command with %s', (_, binding, answer) => {
  expect(refusal(() => bound(binding))).toBe(answer)
})

test('an override is an event only where there is something to override', () => {
  const override = { reason: 'All is paid', by: admin }
  expect(bound({ override }).events).toEqual([])
  expect(bound({ override, relation, command: 'add_term' }).events).toEqual([
    {
      type: 'relation.overridden',
      at: license.recordedAt,
      data: { customer: 'cus_1', command: 'add_term' },
      personal: { reason: 'All is paid' },
    },
  ])
})
