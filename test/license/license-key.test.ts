import { expect, test } from 'vitest'
import { addKey, replaceKey } from '../../src/license/license-key.ts'
import type { KeyFacts, Replacement } from '../../src/license/license-key.ts'
import { at, issued, refusal } from './lives.ts'

const now = at('2026-02-01T12:00:00Z')
const license = issued()
const key: KeyFacts = { id: 'key_1', keepUntil: null, leakedAt: null }
const kept: KeyFacts = { ...key, keepUntil: now + 1000 }

const replace = (old: KeyFacts, asked: Partial<Replacement> = {}) =>
  replaceKey(
    license,
    old,
    { by: 'key_2', keepOldUntil: null, leaked: false, reason: null, ...asked },
    now,
  )

test.each([
  ['at once', key, {}, { keepUntil: now, leakedAt: null }],
  ['as leaked', key, { leaked: true }, { keepUntil: now, leakedAt: now }],
  ['in a while', key, { keepOldUntil: now + 5000 }, { keepUntil: now + 5000, leakedAt: null }],
  ['sooner than was said', kept, { leaked: true }, { keepUntil: now, leakedAt: now }],
] as const)('a key that is replaced ends %s', (_, old, asked, facts) => {
  const { replaced, events } = replace(old, asked)
  expect(replaced).toEqual({ id: 'key_1', ...facts })
  expect(events.map(({ type, data }) => [type, data])).toEqual([
    ['key.issued', { key: 'key_2' }],
    [
      'key.replaced',
      {
        key: 'key_1',
        by: 'key_2',
        keep_until: new Date(facts.keepUntil).toISOString().replace('.000', ''),
        leaked: facts.leakedAt !== null,
      },
    ],
  ])
})

test.each([
  ['that has ended', { ...key, keepUntil: now }, {}, 'key-ended'],
  [
    'that leaked and is to be kept',
    key,
    { leaked: true, keepOldUntil: now + 1 },
    'unfit /keep_old_until',
  ],
  ['that is to end in the past', key, { keepOldUntil: now }, 'unfit /keep_old_until'],
] as const)('the replacement of a key %s is refused', (_, old, asked, answer) => {
  expect(refusal(() => replace(old, asked))).toBe(answer)
})

test('another key changes nothing of a license', () => {
  const { license: after, events } = addKey(license, 'key_2', now)
  expect(after).toBe(license)
  expect(events).toEqual([{ type: 'key.issued', at: now, data: { key: 'key_2' } }])
})
