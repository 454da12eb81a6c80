import type { LetterKind } from '../license/letter-kind.ts'
import type { Occasion, TermTold } from '../license/occasion.ts'
import type { Vendor } from '../license/vendor.ts'
import type { LetterLanguage } from '../license/warning.ts'
import type { Wording } from '../license/wording.ts'
import { writeLetter } from './letter.ts'
import type { Letter, Writing } from './letter.ts'

/** A letter of a kind about a license that nobody has, to see what it looks like. */
export interface Sample {
  readonly kind: LetterKind
  readonly language: LetterLanguage
  readonly vendor: Vendor
  readonly wording: Wording | null
  readonly hasLogo: boolean
  readonly portal: string
}

export function sampleLetter(sample: Sample): Letter {
  return writeLetter(occasionOf(sample), writingOf(sample))
}

function writingOf({ language, vendor, wording, hasLogo, portal }: Sample): Writing {
  return {
    license: {
      id: 'lic_sample',
      timeZone: 'Europe/Berlin',
      exportFormats: ['csv', 'jsonl', 'xlsx'],
    },
    product: 'Brötchenbringer',
    plan: language === 'de' ? 'Jahr' : 'Annual',
    customer: 'Bäckerei Beispiel',
    people: ['Norbert Beispiel'],
    vendor,
    portal,
    reference: 'let_sample',
    language,
    wording,
    hasLogo,
  }
}

function occasionOf({ kind, language }: Pick<Sample, 'kind' | 'language'>): Occasion {
  return kind === 'warning' ? { kind, text: warnings[language] } : samples[kind]
}

const term: TermTold = {
  startsOn: '2025-10-01',
  endsOn: '2026-09-30',
  lastObjectionDay: '2026-09-30',
  renews: true,
}

const next: TermTold = {
  startsOn: '2026-10-01',
  endsOn: '2027-09-30',
  lastObjectionDay: '2027-09-30',
  renews: true,
}

const at = (text: string): number => Date.parse(text)

const declared = {
  side: 'customer',
  channel: 'portal',
  receivedAt: at('2026-09-28T11:00:23+02:00'),
  endsOn: '2026-09-30',
  declaredBy: 'Norbert Beispiel',
  reason: null,
  isLate: false,
  isCancellation: false,
  hasSupport: true,
  objection: 'obj_01k67sample2e9a4k7m',
} as const

const asked = {
  side: 'vendor',
  asks: 'amendment',
  objectionOf: null,
  members: ['seats', 'support'],
  agreement: 'Nachtrag (2)',
} as const

const answered = {
  ...asked,
  answeredAt: at('2026-09-28T11:00:23+02:00'),
  answeredBy: 'Norbert Beispiel',
}

const samples: { readonly [K in LetterKind]: Occasion<K> } = {
  issued: { kind: 'issued', ...term, startBy: null },
  started: { kind: 'started', ...term },
  reminder: {
    kind: 'reminder',
    lastObjectionDay: '2026-09-30',
    endsOn: '2026-09-30',
    days: 30,
    next,
  },
  objected: { kind: 'objected', ...declared },
  objection_notice: { kind: 'objection_notice', ...declared },
  objection_moved: { kind: 'objection_moved', endsOn: '2026-09-30' },
  objection_withdrawn: { kind: 'objection_withdrawn', side: 'customer', how: 'agreed', term },
  renewed: { kind: 'renewed', ...next },
  ended: {
    kind: 'ended',
    endedOn: '2026-09-30',
    why: 'ended',
    hadSupport: true,
    booksAreGerman: true,
  },
  terminated: {
    kind: 'terminated',
    side: 'vendor',
    why: 'good_cause',
    effectiveAt: at('2026-09-28T11:00:00+02:00'),
    isAhead: false,
  },
  termination_withdrawn: { kind: 'termination_withdrawn', side: 'vendor', term },
  suspension_announced: {
    kind: 'suspension_announced',
    effectiveAt: at('2026-09-14T00:00:00+02:00'),
    term,
  },
  suspension_called_off: { kind: 'suspension_called_off', term },
  suspended: { kind: 'suspended', since: at('2026-09-14T00:00:00+02:00'), term },
  resumed: { kind: 'resumed', since: at('2026-09-16T10:12:00+02:00'), term, isFull: true },
  reinstated: { kind: 'reinstated', ...next },
  term_added: { kind: 'term_added', ...next, renews: false, lastObjectionDay: null },
  amended: { kind: 'amended', on: '2026-10-01', members: ['seats', 'support'] },
  proposed: {
    kind: 'proposed',
    ...asked,
    proposal: 'prp_sample',
    acceptBy: '2026-09-30',
    begins: '2026-10-01',
    endsOn: null,
    otherStands: false,
    reason: null,
  },
  proposal_accepted: { kind: 'proposal_accepted', ...answered },
  proposal_declined: { kind: 'proposal_declined', ...answered },
  proposal_called_off: { kind: 'proposal_called_off', ...answered, answeredBy: null },
  transferred: { kind: 'transferred', term },
  given_away: { kind: 'given_away', on: '2026-09-28' },
  key_replaced: { kind: 'key_replaced', keepUntil: at('2026-09-30T12:00:00+02:00'), isOver: false },
  warning: { kind: 'warning', text: '' },
}

const warnings: Readonly<Record<LetterLanguage, string>> = {
  de: 'Guten Tag Norbert Beispiel,\n\nIhr Supportvertrag umfasst: Betrieb und Fehler von Brötchenbringer.\n\nBitte nutzen Sie den Support von nun an nur noch für das, was Ihr Vertrag umfasst.\n\nMit freundlichen Grüßen\nKrume Software GmbH',
  en: 'Hello Norbert Beispiel,\n\nYour support contract covers: operation and faults of Brötchenbringer.\n\nFrom now on, please use support for what your contract covers and for nothing else.\n\nKind regards\nKrume Software GmbH',
}
