import { describe, expect, test } from 'vitest'
import { grantAt } from '../../src/license/facts.ts'
import type { License } from '../../src/license/license.ts'
import { accept, decline, nextDeadline, propose, stateOf } from '../../src/license/proposal.ts'
import type { Asked } from '../../src/license/proposal.ts'
import { nextDue } from '../../src/license/next-due.ts'
import { settle } from '../../src/license/settle.ts'
import { terminate, withdrawTermination } from '../../src/license/termination.ts'
import { transfer } from '../../src/license/transfer.ts'
import { inUtc } from '../../src/license/calendar.ts'
import { admin, annual, at, issued, objects, refusal, settled } from './lives.ts'

const signer = { by: { id: 'con_1', role: 'customer' }, name: 'N. Beispiel' } as const
const may = at('2026-05-04T08:00:00Z')

const agreement = {
  id: 'agr_9',
  title: 'More tills',
  version: '1',
  language: 'de',
  url: null,
  document: null,
  sha256: null,
} as const

const seats: Asked = {
  kind: 'amendment',
  amendment: {
    from: 'now',
    changes: { seats: 9 },
    plan: null,
    catalog: annual.capabilities,
    override: null,
  },
  agreement,
}

function offered(
  license: License,
  asked: Asked,
  now = may,
  side: 'vendor' | 'customer' = 'vendor',
) {
  const offer = { id: 'prp_1', side, asked, reason: null, proposedBy: null, by: admin } as const
  return propose(license, offer, now)
}

const takeBack = (license: License, side: 'vendor' | 'customer'): Asked => {
  const last = license.objections.findLast((each) => each.side === side)
  if (last === undefined) throw new TypeError('nobody has objected')
  return { kind: 'withdrawal', side, objection: last.id }
}

describe('an amendment that is proposed', () => {
  const license = settled(issued(), may)
  const { license: after, proposal, events } = offered(license, seats)

  test('changes nothing of the license', () => {
    const { proposals: _, ...facts } = after
    const { proposals: _none, ...before } = license
    expect({ ...facts, recordedAt: 0, settledAt: 0 }).toEqual({
      ...before,
      recordedAt: 0,
      settledAt: 0,
    })
    expect(events.map(({ type }) => type)).toEqual(['proposal.made'])
  })

  test('is what was agreed from its acceptance on, with the agreement in the name of who accepted it', () => {
    const june = at('2026-06-01T08:00:00Z')
    const outcome = accept(after, proposal, signer, june)
    expect(grantAt(outcome.license, june).seats).toBe(9)
    expect(grantAt(outcome.license, june - 1).seats).toBe(3)
    expect(outcome.license.agreements.at(-1)).toMatchObject({
      title: 'More tills',
      acceptedBy: 'N. Beispiel',
      acceptedAt: june,
    })
    expect(outcome.events.map(({ type }) => type)).toEqual([
      'proposal.accepted',
      'license.amended',
      'agreement.attached',
    ])
  })

  test('that a plan could not say is not even proposed', () => {
    const wrong = { ...seats, amendment: { ...seats.amendment, changes: { term: 'P2Y' } } } as const
    expect(refusal(() => offered(license, wrong))).toBe('unfit /term')
  })

  test('is answered once', () => {
    const outcome = accept(after, proposal, signer, may + 1)
    expect(refusal(() => accept(outcome.license, outcome.proposal, signer, may + 2))).toBe(
      'proposal-closed',
    )
    const side = { ...signer, side: 'customer' } as const
    expect(refusal(() => decline(outcome.license, outcome.proposal, side, may + 2))).toBe(
      'proposal-closed',
    )
  })

  test('is declined by the other side and taken back by its own', () => {
    for (const [side, type, answer] of [
      ['customer', 'proposal.declined', 'declined'],
      ['vendor', 'proposal.taken_back', 'taken_back'],
    ] as const) {
      const outcome = decline(after, proposal, { ...signer, side }, may + 1)
      expect([outcome.events[0]?.type, stateOf(outcome.proposal, may + 1)]).toEqual([type, answer])
    }
  })
})

test.each([
  [
    'before the deadline of the running term',
    issued({ notice: 'P1M' }),
    may,
    '2026-08-31T22:00:00Z',
  ],
  [
    'after it, at the next term’s',
    issued({ notice: 'P1M' }),
    at('2026-09-15T08:00:00Z'),
    '2027-08-31T22:00:00Z',
  ],
  ['with the end, where nothing renews', issued({ renewal: 'none' }), may, '2026-09-30T22:00:00Z'],
  ['never, where nothing ends', issued({ term: null, renewal: 'none' }), may, null],
] as const)('a proposal lapses %s', (_, license, now, expected) => {
  const next = nextDeadline(settled(license, now), now)
  expect(next === null ? null : inUtc(next)).toBe(expected)
})

test('a proposal is good to the last moment before it lapses, and nobody accepts it then', () => {
  const license = settled(issued(), may)
  const { license: after, proposal } = offered(license, seats)
  const lapses = proposal.lapsesAt ?? 0
  expect(inUtc(lapses)).toBe('2026-09-30T22:00:00Z')
  expect(stateOf(proposal, lapses - 1)).toBe('open')
  const late = settled(after, lapses)
  expect(refusal(() => accept(late, proposal, signer, lapses))).toBe('proposal-closed')
})

describe('the lapse of a proposal', () => {
  const license = settled(issued(), may)
  const { license: after, proposal } = offered(license, seats)
  const lapses = proposal.lapsesAt ?? 0
  const lapsed = {
    type: 'proposal.lapsed',
    at: lapses,
    data: { proposal: 'prp_1', side: 'vendor' },
  }

  test.each([
    ['at its deadline', lapses],
    ['once, however late the job runs', at('2030-01-01T00:00:00Z')],
  ])('is recorded %s', (_, now) => {
    const once = settle(after, now)
    expect(once.events.filter(({ type }) => type === 'proposal.lapsed')).toEqual([lapsed])
    expect(settle(once.license, now + 1).events).toEqual([])
  })

  test('is what the license is due for, where nothing else comes before it', () => {
    const perpetual = settled(issued({ term: null, renewal: 'none' }), may)
    const ending = { side: 'vendor', kind: 'good_cause', reason: 'r', by: admin } as const
    const over = { ...ending, id: 'trm_1', effectiveAt: at('2026-07-01T00:00:00Z') } as const
    const { license: made } = offered(terminate(perpetual, over, may).license, seats)
    const { license: back } = withdrawTermination(
      made,
      { side: null, kind: 'error', reason: 'r', agreed: null, by: admin },
      may + 1,
    )
    expect(nextDue(back)).toBe(over.effectiveAt)
    expect(settle(back, over.effectiveAt).events.map(({ type }) => type)).toEqual([
      'proposal.lapsed',
    ])
  })

  test.each(['accepted', 'declined'] as const)('does not come for one that was %s', (how) => {
    const side = { ...signer, side: 'customer' } as const
    const { license: answered } =
      how === 'accepted'
        ? accept(after, proposal, signer, may + 1)
        : decline(after, proposal, side, may + 1)
    expect(settle(answered, lapses).events.map(({ type }) => type)).not.toContain('proposal.lapsed')
  })

  test('comes with a transfer, since the new customer was asked nothing', () => {
    const signed = { ...agreement, acceptedAt: may, acceptedBy: 'A. Alt', recordedAt: may }
    const sale = { to: 'cus_2', reason: 'sold', giver: signed, receiver: signed } as const
    const { license: theirs, events } = transfer(after, sale, may + 1)
    expect(events[0]).toEqual({ ...lapsed, at: may + 1 })
    expect(settle(theirs, lapses).events.map(({ type }) => type)).not.toContain('proposal.lapsed')
  })

  test('that was recorded while an acceptance waited stands', () => {
    const { license: late } = settle(after, lapses)
    expect(refusal(() => accept(late, proposal, signer, lapses - 1))).toBe('proposal-closed')
  })
})

describe('that an objection is taken back', () => {
  test('is done by the customer’s acceptance, which is the consent on record', () => {
    const objected = objects(issued(), '2026-05-01T08:00:00Z', { side: 'vendor' }).license
    const { license, proposal } = offered(settled(objected, may), takeBack(objected, 'vendor'))
    const { license: after, events } = accept(license, proposal, signer, may + 1)
    expect(after.objections[0]?.withdrawnAt).toBe(may + 1)
    expect(events.at(-1)).toMatchObject({
      type: 'objection.withdrawn',
      data: { kind: 'agreed' },
      personal: { agreed_by: 'N. Beispiel', agreed_how: 'portal' },
    })
  })

  test('the customer can ask for as well, and is the one who has consented once the vendor accepts', () => {
    const objected = objects(issued(), '2026-05-01T08:00:00Z').license
    const asked = takeBack(objected, 'customer')
    const offer = { id: 'prp_2', side: 'customer', asked, reason: null } as const
    const made = propose(
      settled(objected, may),
      { ...offer, proposedBy: 'N. Beispiel', by: signer.by },
      may,
    )
    const vendor = { by: admin, name: 'vendor' }
    const { events } = accept(made.license, made.proposal, vendor, may + 1)
    expect(events.at(-1)).toMatchObject({ personal: { agreed_by: 'N. Beispiel' } })
  })

  test('touches no later objection than the one that it names', () => {
    const objected = objects(issued(), '2026-05-01T08:00:00Z', { side: 'vendor' }).license
    const { license, proposal } = offered(settled(objected, may), takeBack(objected, 'vendor'))
    const again = {
      ...license,
      objections: license.objections.map((each) => ({ ...each, id: 'obj_later' as const })),
    }
    expect(refusal(() => accept(again, proposal, signer, may + 1))).toBe('no-objection')
  })
})
