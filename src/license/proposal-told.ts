import { amend, memberNames } from './amendment.ts'
import { dateAt } from './calendar.ts'
import type { CalendarDate, Instant, License, ProposalId, Side } from './license.ts'
import { standingObjection } from './objection.ts'
import { Problem } from './problem.ts'
import type { Asked, Proposal } from './proposal.ts'

/** A proposal, and who of the customer's has answered it, by name. */
export interface KnownProposal {
  readonly made: Proposal
  /** Null where the vendor did, and where that is not known. */
  readonly answeredBy: string | null
}

/** What one side has asked of the other. */
interface AskedFor {
  /** Who has proposed it. */
  readonly side: Side
  readonly asks: 'amendment' | 'withdrawal'
  /** Whose objection is to be taken back; null for an amendment. */
  readonly objectionOf: Side | null
  /** The members of the plan that are to change. */
  readonly members: readonly string[]
  /** What is agreed to with it, by title and version. */
  readonly agreement: string | null
}

/** What became of a proposal. */
export interface AnswerTold extends AskedFor {
  readonly answeredAt: Instant
  /** Who answered for the customer, by name; null where the vendor did, or that is not known. */
  readonly answeredBy: string | null
}

/** What is asked, with all that there is to know before an answer. */
export interface OfferTold extends AskedFor {
  readonly proposal: ProposalId
  /** The last day on which it can be accepted; null where no deadline is to come. */
  readonly acceptBy: CalendarDate | null
  /** The first day of the term with which it begins; null where it begins with the acceptance. */
  readonly begins: CalendarDate | null
  /** The last day that the objection has set, where one is to be taken back. */
  readonly endsOn: CalendarDate | null
  /** Whether the other side's objection stands as well, so that nothing would renew even then. */
  readonly otherStands: boolean
  readonly reason: string | null
}

function askedFor({ side, asked }: Proposal): AskedFor {
  if (asked.kind === 'withdrawal')
    return { side, asks: asked.kind, objectionOf: asked.side, members: [], agreement: null }
  const { amendment, agreement } = asked
  const { plan, changes } = amendment
  return {
    side,
    asks: asked.kind,
    objectionOf: null,
    members: [...(plan === null ? [] : ['plan']), ...memberNames(changes)],
    agreement: agreement && `${agreement.title} (${agreement.version})`,
  }
}

/** What is told of an answer, or of a proposal that was taken back. */
export function answerTold({ made, answeredBy }: KnownProposal, at: Instant): AnswerTold {
  return { ...askedFor(made), answeredAt: at, answeredBy }
}

/** What is told of a proposal to who may accept it. */
export function offerTold(license: License, made: Proposal, at: Instant): OfferTold {
  const { id, asked, lapsesAt, reason } = made
  const objection =
    asked.kind === 'amendment'
      ? null
      : license.objections.find((each) => each.id === asked.objection)
  return {
    ...askedFor(made),
    proposal: id,
    acceptBy: lapsesAt === null ? null : dateAt(lapsesAt - 1, license.timeZone),
    begins: asked.kind === 'amendment' ? firstDayOf(license, asked.amendment, at) : null,
    endsOn: objection?.effectiveOn ?? null,
    otherStands: asked.kind === 'withdrawal' && otherStands(license, asked.side, at),
    reason,
  }
}

function otherStands(license: License, side: Side, at: Instant): boolean {
  return standingObjection(license, side === 'vendor' ? 'customer' : 'vendor', at) !== null
}

/** The first day of what begins with a term; null for what begins with the acceptance, and where it can no longer be agreed. */
function firstDayOf(
  license: License,
  amendment: Extract<Asked, { kind: 'amendment' }>['amendment'],
  at: Instant,
): CalendarDate | null {
  if (amendment.from === 'now') return null
  try {
    const { events } = amend(license, { ...amendment, agreement: null }, at)
    return (
      events.flatMap((each) => (each.type === 'license.amended' ? [each.data.on] : []))[0] ?? null
    )
  } catch (refusal) {
    if (refusal instanceof Problem) return null
    throw refusal
  }
}
