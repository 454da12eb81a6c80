import type { Actor, Role } from './actor.ts'
import { amend } from './amendment.ts'
import type { Amendment } from './amendment.ts'
import { inUtc } from './calendar.ts'
import type { LicenseEvent, Outcome } from './event.ts'
import type {
  Agreement,
  Instant,
  License,
  LicenseId,
  ObjectionId,
  Offered,
  Side,
  Term,
} from './license.ts'
import { Problem } from './problem.ts'
import { sellers, supporters } from './roles.ts'
import { recorded } from './recording.ts'
import { earliestTermination, renewsAfter } from './renewal.ts'
import { isVoid, termAfter } from './terms.ts'
import { withdraw } from './withdrawal.ts'

export type ProposalAnswer = 'accepted' | 'declined' | 'taken_back'

/** Terms that are to be agreed to: as an agreement, but for who has accepted them and when. */
export type ProposedAgreement = Pick<
  Agreement,
  'id' | 'title' | 'version' | 'language' | 'url' | 'document' | 'sha256'
>

/** What one side asks of the other. */
export type Asked =
  | {
      readonly kind: 'amendment'
      readonly amendment: Omit<Amendment, 'agreement'>
      readonly agreement: ProposedAgreement | null
    }
  | {
      readonly kind: 'withdrawal'
      /** Whose objection is to be taken back. */
      readonly side: Side
      readonly objection: ObjectionId
    }

/** Who may do a thing may propose it, call it off, and answer for the vendor. */
export const proposers: Readonly<Record<Asked['kind'], readonly Role[]>> = {
  amendment: sellers,
  withdrawal: supporters,
}

/** Something that changes nothing until the other side accepts it; kept beside the license. */
export interface Proposal extends Offered {
  readonly license: LicenseId
  readonly asked: Asked
  readonly reason: string | null
  /** Who proposes it, in words. */
  readonly proposedBy: string | null
  /** The opaque id of who recorded it. */
  readonly recordedBy: string
  readonly recordedAt: Instant
  readonly answer: ProposalAnswer | null
  readonly answeredBy: string | null
}

/** What became of it, as the clock has it. */
export function stateOf(
  { answer, lapsesAt }: Pick<Proposal, 'answer' | 'lapsesAt'>,
  now: Instant,
): ProposalAnswer | 'open' | 'lapsed' {
  if (answer !== null) return answer
  return lapsesAt !== null && lapsesAt <= now ? 'lapsed' : 'open'
}

/** What is proposed, and by whom. */
export interface Offer extends Pick<Proposal, 'id' | 'side' | 'asked' | 'reason' | 'proposedBy'> {
  readonly by: Actor
}

export interface Proposed extends Outcome {
  readonly proposal: Proposal
}

/**
 * Records a proposal. It is judged as if it were accepted at once, so that nobody is asked for what cannot be.
 *
 * @throws Problem as the command that it stands for.
 */
export function propose(license: License, offer: Offer, now: Instant): Proposed {
  const { by, ...said } = offer
  const at = Math.max(now, license.recordedAt)
  carriedOut(license, said.asked, { by, name: '', reason: said.reason }, now)
  const lapsesAt = nextDeadline(license, at)
  const proposal: Proposal = {
    ...said,
    license: license.id,
    recordedBy: by.id,
    recordedAt: at,
    lapsesAt,
    answer: null,
    answeredBy: null,
    answeredAt: null,
  }
  const data = {
    proposal: offer.id,
    kind: offer.asked.kind,
    side: offer.side,
    lapses_at: lapsesAt === null ? null : inUtc(lapsesAt),
  }
  const { reason, proposedBy } = offer
  const personal = {
    ...(reason === null ? {} : { reason }),
    ...(proposedBy === null ? {} : { proposed_by: proposedBy }),
  }
  const proposals = [...license.proposals, offeredBy(proposal)]
  return {
    license: recorded({ ...license, proposals }, at),
    events: [{ type: 'proposal.made', at, data, personal }],
    proposal,
  }
}

/** Who answers for the other side, by name. */
export interface Answerer {
  readonly by: Actor
  readonly name: string
}

/**
 * Accepts a proposal: from here on it is what was agreed.
 *
 * @throws Problem proposal-closed; as the command that it stands for, where it no longer fits.
 */
export function accept(
  license: License,
  proposal: Proposal,
  { by, name }: Answerer,
  now: Instant,
): Proposed {
  checkOpen(license, proposal, now)
  // Who consents is always the person at the customer's.
  const consenting = proposal.side === 'customer' ? (proposal.proposedBy ?? name) : name
  const done = carriedOut(
    license,
    proposal.asked,
    { by, name: consenting, reason: proposal.reason },
    now,
  )
  const told = answering(license, proposal, 'proposal.accepted', name, now)
  const answered = closed(proposal, 'accepted', by, now)
  return {
    license: withAnswer(done.license, answered),
    events: [told, ...done.events],
    proposal: answered,
  }
}

/**
 * Says no to a proposal, or takes back one's own.
 *
 * @throws Problem proposal-closed
 */
export function decline(
  license: License,
  proposal: Proposal,
  { by, name, side }: Answerer & { readonly side: Side },
  now: Instant,
): Proposed {
  checkOpen(license, proposal, now)
  const own = side === proposal.side
  const type = own ? 'proposal.taken_back' : 'proposal.declined'
  const answered = closed(proposal, own ? 'taken_back' : 'declined', by, now)
  return {
    license: recorded(withAnswer(license, answered), Math.max(now, license.recordedAt)),
    events: [answering(license, proposal, type, name, now)],
    proposal: answered,
  }
}

/** What has lapsed while the answer waited for the lock has lapsed: that is on record already. */
function checkOpen({ recordedAt }: License, proposal: Proposal, now: Instant): void {
  const state = stateOf(proposal, Math.max(now, recordedAt))
  if (state !== 'open') throw new Problem('proposal-closed', { proposal: proposal.id, state })
}

/** What the license would be, or is from now on. */
function carriedOut(
  license: License,
  asked: Asked,
  { by, name, reason }: Answerer & { readonly reason: string | null },
  now: Instant,
): Outcome {
  const at = Math.max(now, license.recordedAt)
  if (asked.kind === 'amendment') {
    const agreement = asked.agreement && {
      ...asked.agreement,
      acceptedAt: at,
      acceptedBy: name,
      recordedAt: at,
    }
    return amend(license, { ...asked.amendment, agreement }, now)
  }
  const standing = license.objections.findLast(({ side }) => side === asked.side)
  if (standing?.id !== asked.objection) throw new Problem('no-objection', { side: asked.side })
  const agreed = { by: name, at: now, how: 'portal' }
  return withdraw(license, asked.side, { kind: 'agreed', reason, agreed, by }, now)
}

function answering(
  license: License,
  { id, side }: Proposal,
  type: 'proposal.accepted' | 'proposal.declined' | 'proposal.taken_back',
  name: string,
  now: Instant,
): LicenseEvent {
  const at = Math.max(now, license.recordedAt)
  return { type, at, data: { proposal: id, side }, personal: { answered_by: name } }
}

function offeredBy({ id, side, lapsesAt, answeredAt }: Offered): Offered {
  return { id, side, lapsesAt, answeredAt }
}

function withAnswer(license: License, answered: Proposal): License {
  const proposals = license.proposals.map((each) =>
    each.id === answered.id ? offeredBy(answered) : each,
  )
  return { ...license, proposals }
}

function closed(proposal: Proposal, answer: ProposalAnswer, by: Actor, now: Instant): Proposal {
  return { ...proposal, answer, answeredBy: by.id, answeredAt: now }
}

/**
 * The next instant by which the sides have to know where they stand: the deadline of the running term, where that has passed the one of
 * the next, and where nothing renews the end. Null where there is none.
 */
export function nextDeadline(license: License, now: Instant): Instant | null {
  const term = license.terms.findLast((each) => !isVoid(each))
  if (term === undefined) throw new TypeError('a license has a term')
  const ends = [
    ...deadlinesFrom(license, term, now),
    earliestTermination(license)?.effectiveAt ?? Infinity,
  ].filter((at) => at > now)
  const next = Math.min(...ends, Infinity)
  return next === Infinity ? null : next
}

function deadlinesFrom(license: License, term: Term, now: Instant): Instant[] {
  const { deadline, endsAt } = term
  if (endsAt === null) return []
  if (!renewsAfter(license, term) || deadline === null) return [deadline ?? Infinity, endsAt]
  if (deadline > now) return [deadline]
  return [termAfter(license, term, 'renewal', now).deadline ?? endsAt]
}
