import { dateAt } from './calendar.ts'
import type { EventData, EventType } from './event.ts'
import { decideAt, grantAt, termShown } from './facts.ts'
import type { LetterKind } from './letter-kind.ts'
import type {
  CalendarDate,
  Channel,
  Instant,
  License,
  Side,
  Term,
  TerminationKind,
} from './license.ts'
import { presetOf } from './presets/catalog.ts'
import { answerTold, offerTold } from './proposal-told.ts'
import type { AnswerTold, KnownProposal, OfferTold } from './proposal-told.ts'
import { earliestTermination, renewsAfter } from './renewal.ts'
import { isVoid, rulesOn, termAfter } from './terms.ts'

/** A term as a letter tells of it. */
export interface TermTold {
  readonly startsOn: CalendarDate
  /** Null where the license is perpetual. */
  readonly endsOn: CalendarDate | null
  /** Null where nobody can object to its renewal, or can no longer. */
  readonly lastObjectionDay: CalendarDate | null
  /** Whether another term follows by itself, as far as is known. */
  readonly renews: boolean
}

/** A declaration that was received. */
interface Declared {
  readonly side: Side
  readonly channel: Channel
  readonly receivedAt: Instant
  readonly endsOn: CalendarDate
  /** Who declared it, in words; null where that is not known. */
  readonly declaredBy: string | null
  /** Only the customer's own: what the vendor noted is not told. */
  readonly reason: string | null
  /** Whether it came too late for the term that ran, and counts for a later end. */
  readonly isLate: boolean
  /** Whether a consumer declared it as a cancellation, without signing in. */
  readonly isCancellation: boolean
  /** Whether support ends with the license. */
  readonly hasSupport: boolean
  /** Its id, by whose end both sides can speak of it. */
  readonly objection: string
}

/** What each kind of letter tells. */
export interface Occasions {
  readonly issued: TermTold & { readonly startBy: CalendarDate | null }
  readonly started: TermTold
  readonly reminder: {
    readonly lastObjectionDay: CalendarDate
    readonly endsOn: CalendarDate
    readonly days: number
    readonly next: TermTold
  }
  readonly objected: Declared
  readonly objection_notice: Declared
  readonly objection_moved: { readonly endsOn: CalendarDate }
  readonly objection_withdrawn: {
    readonly side: Side
    readonly how: 'agreed' | 'error'
    readonly term: TermTold | null
  }
  readonly renewed: TermTold
  readonly ended: {
    readonly endedOn: CalendarDate
    readonly why: 'ended' | 'terminated'
    readonly hadSupport: boolean
    /** Whether German tax law is likely to ask for the books. */
    readonly booksAreGerman: boolean
  }
  readonly terminated: {
    readonly side: Side | 'both'
    readonly why: TerminationKind
    readonly effectiveAt: Instant
    readonly isAhead: boolean
  }
  readonly termination_withdrawn: { readonly side: Side; readonly term: TermTold | null }
  readonly suspension_announced: { readonly effectiveAt: Instant; readonly term: TermTold | null }
  readonly suspension_called_off: { readonly term: TermTold | null }
  readonly suspended: { readonly since: Instant; readonly term: TermTold | null }
  readonly resumed: {
    readonly since: Instant
    readonly term: TermTold | null
    /** Something else may still stand against it. */
    readonly isFull: boolean
  }
  readonly reinstated: TermTold
  readonly term_added: TermTold
  readonly amended: { readonly on: CalendarDate; readonly members: readonly string[] }
  readonly proposed: OfferTold
  readonly proposal_accepted: AnswerTold
  readonly proposal_declined: AnswerTold
  readonly proposal_called_off: AnswerTold
  readonly transferred: { readonly term: TermTold | null }
  readonly given_away: { readonly on: CalendarDate }
  readonly key_replaced: { readonly keepUntil: Instant; readonly isOver: boolean }
  readonly warning: { readonly text: string }
}

/** A reason to write, with what is to be told. */
export type Occasion<K extends LetterKind = LetterKind> = {
  readonly [Kind in K]: { readonly kind: Kind } & Occasions[Kind]
}[K]

/** An event as it was recorded. */
export interface RecordedEvent<T extends EventType = EventType> {
  readonly type: T
  readonly occurredAt: Instant
  readonly recordedAt: Instant
  readonly data: EventData[T]
}

/** What is known beside the event. */
export interface Known {
  readonly license: License
  /** A warning's words, where they are to go by letter; null for any other event, and where they were spoken or sent by hand. */
  readonly warning: string | null
  /** Whether the license was issued to start with its first activation. */
  readonly waited: boolean
  /** What an event about a proposal is about; null for any other event. */
  readonly proposal: KnownProposal | null
}

/** What is to be written because of an event: nothing, or letters that each have their addressee. */
export function occasionsOf<T extends EventType>(
  event: RecordedEvent<T>,
  known: Known,
): readonly Occasion[] {
  return told[event.type](event, known)
}

type Tell<T extends EventType> = (event: RecordedEvent<T>, known: Known) => readonly Occasion[]

const nothing = (): readonly Occasion[] => []

const told: { readonly [T in EventType]: Tell<T> } = {
  'license.issued': ({ data }, { license }) => [
    { kind: 'issued', ...termFrom(license, data.starts_on), startBy: data.start_by ?? null },
  ],
  // A license that starts on a day was told of it when it was issued.
  'license.started': ({ data }, { license, waited }) =>
    waited ? [{ kind: 'started', ...termFrom(license, data.starts_on) }] : [],
  'license.renewed': ({ data }, { license }) => [
    { kind: 'renewed', ...termFrom(license, data.starts_on) },
  ],
  'license.downgraded': ({ data, occurredAt }, { license }) =>
    data.reason === 'terminated' && earliestTermination(license)?.kind === 'mistake'
      ? []
      : [
          {
            kind: 'ended',
            endedOn: data.on,
            why: data.reason,
            hadSupport: grantAt(license, occurredAt - 1).support !== null,
            booksAreGerman: presetOf(rulesOn(license, data.on).preset).country === 'DE',
          },
        ],
  'license.objected': ({ data }, { license }) =>
    data.received_at === null || data.effective_on === null
      ? []
      : declared(license, data.objection, data.received_at, data.effective_on),
  'objection.received': ({ data }, { license }) =>
    declared(license, data.objection, data.received_at, data.effective_on),
  'objection.moved': ({ data }) => [{ kind: 'objection_moved', endsOn: data.effective_on }],
  'objection.withdrawn': ({ data, recordedAt }, { license }) => [
    {
      kind: 'objection_withdrawn',
      side: data.side,
      how: data.kind,
      term: termNow(license, recordedAt),
    },
  ],
  'renewal.reminder': ({ data, recordedAt }, { license }) => {
    const term = license.terms.findLast((each) => each.lastObjectionDay === data.last_day)
    if (term === undefined || term.endsOn === null) return []
    const next = toldOf(license, termAfter(license, term, 'renewal', recordedAt), recordedAt)
    const { endsOn } = term
    return [{ kind: 'reminder', lastObjectionDay: data.last_day, endsOn, days: data.days, next }]
  },
  'renewal.certain': nothing,
  'license.terminated': ({ data, recordedAt }) => {
    const { side, kind: why } = data
    const effectiveAt = Date.parse(data.effective_at)
    // Who was issued a license by mistake is told nothing of it.
    return why === 'mistake'
      ? []
      : [{ kind: 'terminated', side, why, effectiveAt, isAhead: effectiveAt > recordedAt }]
  },
  'termination.withdrawn': ({ data, recordedAt }, { license }) => [
    { kind: 'termination_withdrawn', side: data.side, term: termNow(license, recordedAt) },
  ],
  'suspension.announced': ({ data, recordedAt }, { license }) => [
    {
      kind: 'suspension_announced',
      effectiveAt: Date.parse(data.effective_at),
      term: termNow(license, recordedAt),
    },
  ],
  'suspension.called_off': ({ recordedAt }, { license }) => [
    { kind: 'suspension_called_off', term: termNow(license, recordedAt) },
  ],
  'license.suspended': ({ occurredAt }, { license }) => [
    { kind: 'suspended', since: occurredAt, term: termNow(license, occurredAt) },
  ],
  'license.resumed': ({ occurredAt }, { license }) => [
    {
      kind: 'resumed',
      since: occurredAt,
      term: termNow(license, occurredAt),
      isFull: decideAt(license, occurredAt).mode === 'full',
    },
  ],
  'license.reinstated': ({ data }, { license }) => [
    { kind: 'reinstated', ...termFrom(license, data.starts_on) },
  ],
  'term.added': ({ data }, { license }) => [
    { kind: 'term_added', ...termFrom(license, data.starts_on) },
  ],
  'license.amended': ({ data }) => [{ kind: 'amended', on: data.on, members: data.members }],
  'license.transferred': ({ recordedAt, occurredAt }, { license }) => [
    { kind: 'transferred', term: termNow(license, recordedAt) },
    { kind: 'given_away', on: dateAt(occurredAt, license.timeZone) },
  ],
  'key.replaced': ({ data, recordedAt }) => {
    const keepUntil = Date.parse(data.keep_until)
    return [{ kind: 'key_replaced', keepUntil, isOver: keepUntil <= recordedAt }]
  },
  'warning.given': (_, { warning }) =>
    warning === null ? [] : [{ kind: 'warning', text: warning }],
  'customer.merged': nothing,
  // What the customer asks for is seen by the vendor's people, on their start page.
  'proposal.made': ({ recordedAt }, { license, proposal }) =>
    proposal === null || proposal.made.side === 'customer'
      ? []
      : [{ kind: 'proposed', ...offerTold(license, proposal.made, recordedAt) }],
  'proposal.accepted': ({ occurredAt }, { proposal }) =>
    proposal === null ? [] : [{ kind: 'proposal_accepted', ...answerTold(proposal, occurredAt) }],
  'proposal.declined': ({ occurredAt }, { proposal }) =>
    proposal === null ? [] : [{ kind: 'proposal_declined', ...answerTold(proposal, occurredAt) }],
  // Who takes back what they asked for themselves need not be told.
  'proposal.taken_back': ({ occurredAt }, { proposal }) =>
    proposal === null || proposal.made.side === 'customer'
      ? []
      : [{ kind: 'proposal_called_off', ...answerTold(proposal, occurredAt) }],
  'proposal.lapsed': nothing,
  'customer.erased': nothing,
  'relation.ended': nothing,
  'relation.resumed': nothing,
  'relation.overridden': nothing,
  'preset.overridden': nothing,
  'license.edited': nothing,
  'agreement.attached': nothing,
  'activation.created': nothing,
  'activation.freed': nothing,
  'file.issued': nothing,
  'key.issued': nothing,
  'key.seen': nothing,
  'inquiry.logged': nothing,
  'inquiry.corrected': nothing,
  'inquiry.struck': nothing,
  'document.attached': nothing,
}

/** Both sides are told: the customer by a confirmation, the vendor by a notice. */
function declared(
  license: License,
  id: string,
  received: string,
  endsOn: CalendarDate,
): readonly Occasion[] {
  const { objections, terms, timeZone } = license
  const objection = objections.find((each) => each.id === id)
  if (objection === undefined) return []
  const { side, channel, declaredBy, reason } = objection
  const receivedAt = Date.parse(received)
  const day = dateAt(receivedAt, timeZone)
  const running = terms.findLast(({ startsOn }) => startsOn <= day)
  const isLate = running?.endsOn != null && running.endsOn < endsOn
  const own = side === 'customer' ? { declaredBy, reason } : { declaredBy: null, reason: null }
  const isCancellation = objection.recordedBy.startsWith('dcl_')
  const hasSupport = grantAt(license, receivedAt).support !== null
  const said = {
    side,
    channel,
    receivedAt,
    endsOn,
    isLate,
    isCancellation,
    hasSupport,
    objection: id,
    ...own,
  }
  return [
    { kind: 'objected', ...said },
    { kind: 'objection_notice', ...said },
  ]
}

/** The term that begins on a day, as it was when it was recorded. */
function termFrom(license: License, startsOn: CalendarDate): TermTold {
  const term = license.terms.findLast((each) => each.startsOn === startsOn && !isVoid(each))
  return term === undefined
    ? { startsOn, endsOn: null, lastObjectionDay: null, renews: false }
    : toldOf(license, term, term.recordedAt)
}

function termNow(license: License, at: Instant): TermTold | null {
  const term = termShown(license, at)
  return term && toldOf(license, term, at)
}

function toldOf(license: License, term: Term, at: Instant): TermTold {
  const { startsOn, endsOn, lastObjectionDay, deadline } = term
  const renews = renewsAfter(license, term)
  const isOpen = renews && deadline !== null && deadline > at
  return { startsOn, endsOn, lastObjectionDay: isOpen ? lastObjectionDay : null, renews }
}
