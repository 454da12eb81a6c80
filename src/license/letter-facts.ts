import type { LetterKind } from './letter-kind.ts'
import type { CalendarDate, Channel, Instant, Side, TerminationKind } from './license.ts'
import type { Occasion, TermTold } from './occasion.ts'
import { spokenReference } from './spoken-reference.ts'

/** Every fact that a letter can state. */
export const factNames = [
  'starts_on',
  'start_by',
  'ends_on',
  'last_objection_day',
  'next_starts_on',
  'next_ends_on',
  'declared_by',
  'side',
  'channel',
  'received_at',
  'reason',
  'objection',
  'ended_on',
  'effective_at',
  'termination',
  'since',
  'changes_on',
  'members',
  'keep_until',
  'accept_by',
  'agreement',
  'answered_by',
  'answered_at',
] as const

export type FactName = (typeof factNames)[number]

/** The facts that a letter of each kind states, in their order; own wording can name them, in braces. */
export const factsOfKind: Readonly<Record<LetterKind, readonly FactName[]>> = {
  issued: ['starts_on', 'start_by', 'ends_on', 'last_objection_day'],
  started: ['starts_on', 'ends_on', 'last_objection_day'],
  reminder: ['last_objection_day', 'ends_on', 'next_starts_on', 'next_ends_on'],
  objected: ['ends_on', 'declared_by', 'side', 'channel', 'received_at', 'reason', 'objection'],
  objection_notice: [
    'ends_on',
    'declared_by',
    'side',
    'channel',
    'received_at',
    'reason',
    'objection',
  ],
  objection_moved: ['ends_on'],
  objection_withdrawn: ['ends_on', 'last_objection_day'],
  renewed: ['starts_on', 'ends_on', 'last_objection_day'],
  ended: ['ended_on'],
  terminated: ['effective_at', 'side', 'termination'],
  termination_withdrawn: ['ends_on', 'last_objection_day'],
  suspension_announced: ['effective_at', 'ends_on'],
  suspension_called_off: ['ends_on'],
  suspended: ['since', 'ends_on'],
  resumed: ['since', 'ends_on', 'last_objection_day'],
  reinstated: ['starts_on', 'ends_on', 'last_objection_day'],
  term_added: ['starts_on', 'ends_on', 'last_objection_day'],
  amended: ['changes_on', 'members'],
  proposed: ['accept_by', 'changes_on', 'members', 'ends_on', 'agreement', 'reason'],
  proposal_accepted: ['answered_at', 'answered_by', 'members', 'agreement'],
  proposal_declined: ['answered_at', 'answered_by'],
  proposal_called_off: ['answered_at'],
  transferred: ['ends_on', 'last_objection_day'],
  given_away: ['changes_on'],
  key_replaced: ['keep_until'],
  warning: [],
}

/** A fact before it is written out in a language. */
export type Fact =
  | { readonly is: 'first_day'; readonly day: CalendarDate }
  | { readonly is: 'last_day'; readonly day: CalendarDate }
  | { readonly is: 'moment'; readonly at: Instant }
  | { readonly is: 'channel'; readonly channel: Channel }
  | { readonly is: 'side'; readonly side: Side | 'both' }
  | { readonly is: 'termination'; readonly kind: TerminationKind }
  | { readonly is: 'members'; readonly members: readonly string[] }
  | { readonly is: 'text'; readonly text: string }

export type Facts = { readonly [Name in FactName]?: Fact }

/** What a letter states; what does not hold is left out. */
export function factsOf(occasion: Occasion): Facts {
  switch (occasion.kind) {
    case 'issued': {
      const { startBy } = occasion
      // Until the first activation the days are those of a start that may come earlier.
      return startBy === null ? ofTerm(occasion) : { start_by: first(startBy) }
    }
    case 'started':
    case 'renewed':
    case 'reinstated':
    case 'term_added':
      return ofTerm(occasion)
    case 'reminder':
      return ofReminder(occasion)
    case 'objected':
    case 'objection_notice':
      return ofDeclaration(occasion)
    case 'objection_moved':
      return { ends_on: last(occasion.endsOn) }
    case 'objection_withdrawn':
    case 'termination_withdrawn':
    case 'transferred':
      return tillEnd(occasion.term)
    case 'ended':
      return { ended_on: last(occasion.endedOn) }
    case 'terminated':
      return ofTermination(occasion)
    case 'suspension_announced':
    case 'suspended':
    case 'resumed':
    case 'key_replaced':
      return ofMoment(occasion)
    case 'suspension_called_off':
      return tillEnd(occasion.term, false)
    case 'amended':
      return {
        changes_on: first(occasion.on),
        members: { is: 'members', members: occasion.members },
      }
    case 'proposed':
      return ofProposal(occasion)
    case 'proposal_accepted':
    case 'proposal_declined':
    case 'proposal_called_off':
      return ofAnswer(occasion)
    case 'given_away':
      return { changes_on: first(occasion.on) }
    case 'warning':
      return {}
  }
}

function ofProposal({ acceptBy, begins, endsOn, reason, ...rest }: Occasion<'proposed'>): Facts {
  return {
    ...ofAsked(rest),
    ...(acceptBy !== null && { accept_by: last(acceptBy) }),
    ...(begins !== null && { changes_on: first(begins) }),
    ...(endsOn !== null && { ends_on: last(endsOn) }),
    ...(reason !== null && { reason: { is: 'text', text: reason } }),
  }
}

function ofAnswer(
  occasion: Occasion<'proposal_accepted' | 'proposal_declined' | 'proposal_called_off'>,
): Facts {
  const { answeredAt, answeredBy } = occasion
  return {
    ...ofAsked(occasion),
    answered_at: { is: 'moment', at: answeredAt },
    ...(answeredBy !== null && { answered_by: { is: 'text', text: answeredBy } }),
  }
}

function ofAsked({
  members,
  agreement,
}: Pick<Occasion<'proposed'>, 'members' | 'agreement'>): Facts {
  return {
    ...(members.length > 0 && { members: { is: 'members', members } }),
    ...(agreement !== null && { agreement: { is: 'text', text: agreement } }),
  }
}

function ofReminder({ lastObjectionDay, endsOn, next }: Occasion<'reminder'>): Facts {
  return {
    last_objection_day: last(lastObjectionDay),
    ends_on: last(endsOn),
    next_starts_on: first(next.startsOn),
    ...(next.endsOn !== null && { next_ends_on: last(next.endsOn) }),
  }
}

function ofTermination({ effectiveAt, side, why }: Occasion<'terminated'>): Facts {
  return {
    effective_at: { is: 'moment', at: effectiveAt },
    side: { is: 'side', side },
    termination: { is: 'termination', kind: why },
  }
}

function ofMoment(
  occasion: Occasion<'suspension_announced' | 'suspended' | 'resumed' | 'key_replaced'>,
): Facts {
  switch (occasion.kind) {
    case 'suspension_announced':
      return {
        effective_at: { is: 'moment', at: occasion.effectiveAt },
        ...tillEnd(occasion.term, false),
      }
    case 'suspended':
      return {
        since: { is: 'moment', at: occasion.since },
        ...tillEnd(occasion.term, false),
      }
    case 'resumed':
      return { since: { is: 'moment', at: occasion.since }, ...tillEnd(occasion.term) }
    case 'key_replaced':
      return occasion.isOver ? {} : { keep_until: { is: 'moment', at: occasion.keepUntil } }
  }
}

function ofTerm(term: TermTold): Facts {
  return { starts_on: first(term.startsOn), ...tillEnd(term) }
}

function tillEnd(term: TermTold | null, withObjection = true): Facts {
  const { endsOn = null, lastObjectionDay = null } = term ?? {}
  return {
    ...(endsOn !== null && { ends_on: last(endsOn) }),
    ...(withObjection &&
      lastObjectionDay !== null && { last_objection_day: last(lastObjectionDay) }),
  }
}

function ofDeclaration(said: Occasion<'objected' | 'objection_notice'>): Facts {
  const { endsOn, declaredBy, side, channel, receivedAt, reason, objection } = said
  return {
    ends_on: last(endsOn),
    side: { is: 'side', side },
    channel: { is: 'channel', channel },
    received_at: { is: 'moment', at: receivedAt },
    objection: { is: 'text', text: spokenReference(objection) },
    ...(declaredBy !== null && { declared_by: { is: 'text', text: declaredBy } }),
    ...(reason !== null && { reason: { is: 'text', text: reason } }),
  }
}

function first(day: CalendarDate): Fact {
  return { is: 'first_day', day }
}

function last(day: CalendarDate): Fact {
  return { is: 'last_day', day }
}
