import { describe, expect, test } from 'vitest'
import type { EventData, EventType } from '../../src/license/event.ts'
import { toldBy } from '../../src/console/told.ts'
import { wordsIn } from '../../src/console/words/words.ts'

const instant = '2026-09-28T09:00:00.000Z'
const term = { starts_on: '2025-10-01', ends_on: '2026-09-30' } as const
const inquiry = {
  inquiry: 'inq_1',
  topic: 'out_of_scope',
  repeats: null,
  channel: 'phone',
  minutes: 12,
  entitled: true,
} as const

/** What each type of event tells, once. */
const samples: { readonly [T in EventType]: EventData[T] } = {
  'license.issued': {
    product: 'prd_1',
    plan: 'pln_1',
    customer: 'cus_1',
    time_zone: 'Europe/Berlin',
    ...term,
  },
  'license.started': { starts_on: '2025-10-01' },
  'license.renewed': { ...term, last_day: '2026-09-30' },
  'license.downgraded': { reason: 'ended', on: '2026-09-30', before: [], after: ['data:export'] },
  'license.objected': {
    objection: 'obj_1',
    side: 'vendor',
    channel: 'phone',
    received_at: instant,
    effective_on: '2026-09-30',
  },
  'objection.received': {
    objection: 'obj_1',
    side: 'customer',
    received_at: instant,
    effective_on: '2026-09-30',
  },
  'objection.moved': { objection: 'obj_1', effective_on: '2026-09-30' },
  'objection.withdrawn': { objection: 'obj_1', side: 'customer', kind: 'agreed' },
  'renewal.reminder': { last_day: '2026-09-30', days: 7 },
  'renewal.certain': { ends_on: '2026-09-30' },
  'license.terminated': {
    termination: 'trm_1',
    side: 'both',
    kind: 'mutual',
    effective_at: instant,
  },
  'termination.withdrawn': { termination: 'trm_1', side: 'vendor', kind: 'error' },
  'suspension.announced': { suspension: 'sus_1', effective_at: instant },
  'suspension.called_off': { suspension: 'sus_1' },
  'license.suspended': { suspension: 'sus_1' },
  'license.resumed': { suspension: 'sus_1' },
  'license.reinstated': { starts_on: '2026-10-01', ends_on: null, plan: 'pln_1' },
  'term.added': term,
  'license.amended': { from: 'now', on: '2026-09-28', members: ['seats'], plan: null },
  'license.transferred': { from: 'cus_1', to: 'cus_2', giver: 'agr_1', receiver: 'agr_2' },
  'customer.merged': { from: 'cus_1', into: 'cus_2' },
  'customer.erased': { customer: 'cus_1' },
  'relation.ended': { customer: 'cus_1' },
  'relation.resumed': { customer: 'cus_1' },
  'relation.overridden': { customer: 'cus_1', command: 'issue' },
  'proposal.made': { proposal: 'prp_1', kind: 'amendment', side: 'vendor', lapses_at: null },
  'proposal.accepted': { proposal: 'prp_1', side: 'vendor' },
  'proposal.declined': { proposal: 'prp_1', side: 'customer' },
  'proposal.taken_back': { proposal: 'prp_1', side: 'vendor' },
  'proposal.lapsed': { proposal: 'prp_1', side: 'vendor' },
  'preset.overridden': {
    preset: 'b2c-de',
    members: ['term'],
    articles: ['§ 309 Nr. 9 BGB'],
    plan: null,
  },
  'license.edited': { members: ['external_refs'] },
  'agreement.attached': {
    agreement: 'agr_1',
    title: 'Vertrag',
    version: '7',
    sha256: null,
    accepted_at: instant,
  },
  'activation.created': { activation: 'act_1' },
  'activation.freed': { activation: 'act_1', why: 'replaced' },
  'file.issued': { activation: 'act_1', good_until: instant },
  'key.issued': { key: 'key_1' },
  'key.replaced': { key: 'key_1', by: 'key_2', keep_until: instant, leaked: false },
  'key.seen': { key: 'key_1' },
  'inquiry.logged': inquiry,
  'inquiry.corrected': { ...inquiry, asked_at: instant },
  'inquiry.struck': { inquiry: 'inq_1' },
  'warning.given': { warning: 'wrn_1', form: 'letter', delivery: 'mail' },
  'document.attached': {
    document: 'doc_1',
    of: null,
    media_type: 'application/pdf',
    size: 120_000,
    sha256: '0'.repeat(64),
  },
}

const license = {
  timeZone: 'Europe/Berlin',
  objections: [{ id: 'obj_1', timely: true }],
} as const

const types = Object.entries(samples)
const sentence = (type: EventType, data: object, language: 'de' | 'en', said: object = license) =>
  wordsIn(language).events[type](
    toldBy({ data: { ...data }, personal: {} }, { ...license, ...said }, language),
  )

describe.each(['de', 'en'] as const)('in %s', (language) => {
  test.each(types)('%s is told in a sentence, with nothing left out', (type, data) => {
    const told = wordsIn(language).events[typeNamed(type)](
      toldBy({ data: { ...data }, personal: {} }, license, language),
    )
    expect(told).toMatch(/^\p{Lu}.{10,}/u)
    expect(told).not.toMatch(/null|undefined|NaN|Invalid|–|_|\bPT?\d|\d{4}-\d\d/)
  })
})

function typeNamed(name: string): EventType {
  const found = Object.keys(samples).find((type): type is EventType => type === name)
  if (found === undefined) throw new RangeError(name)
  return found
}

test('the objection of the story stands there as the lawyer will read it', () => {
  const objected = samples['license.objected']
  expect(sentence('license.objected', objected, 'en')).toBe(
    'The vendor ended the renewal by phone; received 28 September 2026, 11:00, in time; the license ends after Wed 30 September 2026',
  )
  expect(sentence('license.objected', objected, 'de')).toBe(
    'Der Hersteller hat am Telefon die Verlängerung beendet; zugegangen am 28. September 2026, 11:00, rechtzeitig; die Lizenz endet nach Mi 30. September 2026',
  )
})

test('one that came too late, and one on its way, say so', () => {
  const objected = samples['license.objected']
  const late = { objections: [{ id: 'obj_1', timely: false }] }
  expect(sentence('license.objected', objected, 'en', late)).toContain('too late for the term')
  const way = { ...objected, received_at: null, effective_on: null }
  expect(sentence('license.objected', way, 'en')).toBe(
    'The vendor ended the renewal by phone; it is on its way',
  )
})
