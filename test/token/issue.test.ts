import { expect, test } from 'vitest'
import { decide } from '../../src/license/decide.ts'
import type { Facts } from '../../src/license/decide.ts'
import { factsOf, parseClaims } from '../../src/token/claims.ts'
import { claimsOf } from '../../src/token/issue.ts'
import type { Issue } from '../../src/token/issue.ts'
import { claims } from './license.ts'

const now = claims.iat * 1000
const facts: Facts = {
  phases: [
    {
      from: now,
      term: {
        startsOn: '2025-10-01',
        endsOn: '2026-09-30',
        startsAt: 1_759_269_600_000,
        endsAt: 1_790_805_600_000,
      },
      running: true,
      renewal: { automatic: true, ends: false },
    },
  ],
  terminatedAt: null,
  suspensions: [],
  capabilities: ['orders:write'],
  limits: { branches: 3 },
  exportFormats: ['csv', 'jsonl'],
  support: { until: '2026-09-30' },
}

const issue: Issue = {
  issuer: 'https://license.example',
  license: { id: 'lic_01', productCode: 'broetchenbringer', timeZone: 'Europe/Berlin' },
  facts,
  decision: decide(facts, now),
  objection: { lastDay: '2026-09-30', deadline: 1_790_805_600_000 },
  goodUntil: 1_781_510_400_000,
  tokenId: 'jti_01',
}

test('a token says what the license is worth, in the words of docs/token.md', () => {
  expect(claimsOf(issue)).toEqual(claims)
})

test('milliseconds are cut off, so that no token outlives its license', () => {
  const late = claimsOf({
    ...issue,
    decision: decide(facts, now + 999),
    goodUntil: 1_781_510_400_999,
  })
  expect([late.iat, late.exp]).toEqual([claims.iat, claims.exp])
})

test('what does not apply is left out', () => {
  const { exp, nonce, objection, suspends_at, activation, sandbox } = claimsOf({
    ...issue,
    objection: null,
    goodUntil: null,
  })
  expect([exp, nonce, objection, suspends_at, activation, sandbox]).toEqual(
    Array(6).fill(undefined),
  )
})

test('an announced suspension is told, one that lasts or was called off is not', () => {
  const suspensions = [
    { from: now - 1000, to: null },
    { from: now + 5000, to: now + 5000 },
    { from: now + 9000, to: null },
  ]
  expect(claimsOf({ ...issue, facts: { suspensions } }).suspends_at).toBe(claims.iat + 9)
})

test('whatever is issued is read again as it was, and judged alike at its instant', () => {
  const bound = claimsOf({
    ...issue,
    nonce: 'n'.repeat(16),
    activation: { id: 'act_01', fingerprint: 'AAAA' },
    sandbox: true,
  })
  const read = parseClaims(JSON.parse(JSON.stringify(bound)))
  expect(read).toEqual(bound)
  const { validUntil: _, ...judged } = decide(factsOf(read), now)
  const { validUntil: __, ...decided } = issue.decision
  expect(judged).toEqual(decided)
})
