import { expect, test } from 'vitest'
import { decideAt } from '../../src/license/facts.ts'
import type { Agreement } from '../../src/license/license.ts'
import { transfer } from '../../src/license/transfer.ts'
import type { Transfer } from '../../src/license/transfer.ts'
import { at, issued, objects, refusal, settled } from './lives.ts'

const now = at('2026-02-01T12:00:00Z')
const license = objects(issued(), '2026-01-05T00:00:00Z').license

function agreement(party: string): Agreement {
  const text = {
    title: 'Takeover',
    version: '1',
    language: 'de',
    url: null,
    document: null,
    sha256: null,
  }
  return { id: `agr_${party}`, ...text, acceptedAt: now - 1, acceptedBy: party, recordedAt: now }
}

const accepted = {
  title: 'Takeover',
  version: '1',
  sha256: null,
  accepted_at: '2026-02-01T11:59:59.999Z',
}

const sale: Transfer = {
  to: 'cus_2',
  reason: 'The business was sold',
  giver: agreement('giver'),
  receiver: agreement('receiver'),
}

test('a license that is handed over is another customer’s, and nothing else of it changes', () => {
  const { license: after, events } = transfer(license, sale, now)
  expect(after.customer).toBe('cus_2')
  expect({ ...after, customer: 'cus_1', agreements: [], settledAt: 0, recordedAt: 0 }).toEqual({
    ...license,
    settledAt: 0,
    recordedAt: 0,
  })
  for (const instant of ['2026-02-01T12:00:00Z', '2026-09-30T21:59:59Z', '2026-09-30T22:00:00Z'])
    expect(decideAt(after, at(instant))).toEqual(decideAt(license, at(instant)))
  expect(settled(after, at('2028-01-01T00:00:00Z')).terms).toEqual(license.terms)
  expect(events.map(({ type, data }) => [type, data])).toEqual([
    ['agreement.attached', { agreement: 'agr_giver', ...accepted }],
    [
      'license.transferred',
      { from: 'cus_1', to: 'cus_2', giver: 'agr_giver', receiver: 'agr_receiver' },
    ],
    ['agreement.attached', { agreement: 'agr_receiver', ...accepted }],
  ])
})

test('both agreements are on record, and what both had agreed before', () => {
  const older = agreement('older')
  const { license: after } = transfer({ ...license, agreements: [older] }, sale, now)
  expect(after.agreements).toEqual([older, sale.giver, sale.receiver])
})

test.each([
  ['to who has it already', { to: 'cus_1' }, 'unfit /customer'],
  [
    'by what the giver will agree to tomorrow',
    { giver: { ...sale.giver, acceptedAt: now + 1 } },
    'unfit /agreements/giver/accepted_at',
  ],
  [
    'by what the receiver will agree to tomorrow',
    { receiver: { ...sale.receiver, acceptedAt: now + 1 } },
    'unfit /agreements/receiver/accepted_at',
  ],
] as const)('a transfer %s is refused', (_, other, answer) => {
  expect(refusal(() => transfer(license, { ...sale, ...other }, now))).toBe(answer)
})
