import type { Taken } from '../license/activation.ts'
import { comingChanges } from '../license/amendment.ts'
import { inUtc, inZone } from '../license/calendar.ts'
import type { Decision, TermFacts } from '../license/decide.ts'
import { decideAt, grantAt } from '../license/facts.ts'
import type {
  Activation,
  Agreement,
  Instant,
  Lease,
  License,
  Objection,
  Suspension,
  Term,
} from '../license/license.ts'
import { standingObjection } from '../license/objection.ts'
import { currentTerm, objectionDay } from '../license/objection-day.ts'
import type { ObjectionDay } from '../license/objection-day.ts'
import { earliestTermination } from '../license/renewal.ts'
import { waitingTerm } from '../license/start.ts'
import { openSuspension } from '../license/suspension.ts'
import { entitlement } from '../license/support.ts'
import { planOnWire, seatsOnWire } from './plan-members.ts'

/** A decision as it goes over the wire; instants bear the license's own offset. */
export function decisionOnWire(decision: Decision, timeZone: string) {
  const {
    at,
    mode,
    reason,
    conditions,
    capabilities,
    limits,
    exportFormats,
    validUntil,
    term,
    renewal,
    support,
  } = decision
  return {
    at: inZone(at, timeZone),
    mode,
    reason,
    conditions,
    capabilities,
    limits,
    export_formats: exportFormats,
    valid_until: zonedOrNull(validUntil, timeZone),
    term: term && spanOnWire(term, timeZone),
    renewal,
    support,
  }
}

/** A license as it stands at an instant. */
export function licenseOnWire(license: License, now: Instant, seatsUsed: number) {
  const { id, timeZone } = license
  const decision = decideAt(license, now)
  const term = currentTerm(license, now)
  const grant = grantAt(license, now)
  return {
    id,
    product: license.productCode,
    plan: license.planCode,
    customer: license.customer,
    time_zone: timeZone,
    created_at: inZone(license.createdAt, timeZone),
    term: term && spanOnWire(term, timeZone),
    start_by: waitingTerm(license, now)?.startsOn ?? null,
    objection: dayOnWire(objectionDay(license, now), timeZone),
    objections: license.objections.map((objection) => objectionOnWire(license, objection, now)),
    suspension: suspensionOnWire(openSuspension(license), timeZone),
    termination: terminationOnWire(license),
    rules: rulesOnWire(license),
    coming: comingOnWire(license, now),
    ...seatsOnWire(grant),
    seats_used: seatsUsed,
    limits: grant.limits,
    support: supportOnWire(license, now),
    agreements: license.agreements.map((agreement) => agreementOnWire(agreement, timeZone)),
    metadata: license.metadata,
    external_refs: license.externalRefs,
    decision: decisionOnWire(decision, timeZone),
  }
}

/** An objection; on its way, it says by which day it must arrive. */
export function objectionOnWire(license: License, objection: Objection, now: Instant) {
  const { timeZone } = license
  const {
    id,
    side,
    channel,
    reason,
    receivedAt,
    recordedAt,
    timely,
    effectiveOn,
    effectiveAt,
    review,
    withdrawnAt,
  } = objection
  const onItsWay = receivedAt === null && withdrawnAt === null
  return {
    id,
    side,
    channel,
    declared_by: objection.declaredBy,
    reason,
    received_at: zonedOrNull(receivedAt, timeZone),
    recorded_at: inZone(recordedAt, timeZone),
    timely,
    arrive_by: onItsWay ? (currentTerm(license, now)?.lastObjectionDay ?? null) : null,
    effective_on: effectiveOn,
    effective_at: zonedOrNull(effectiveAt, timeZone),
    review,
    withdrawn_at: zonedOrNull(withdrawnAt, timeZone),
    stands: standingObjection(license, side, now)?.id === id,
  }
}

export function termOnWire(term: Term, timeZone: string) {
  return {
    ...spanOnWire(term, timeZone),
    recorded_at: inZone(term.recordedAt, timeZone),
    cut_at: zonedOrNull(term.cutAt, timeZone),
    origin: term.origin,
    objection:
      term.deadline === null || term.lastObjectionDay === null
        ? null
        : { last_day: term.lastObjectionDay, deadline: inZone(term.deadline, timeZone) },
  }
}

export function activationOnWire(
  { id, machine, createdAt, lastSeenAt }: Activation,
  timeZone: string,
) {
  return {
    id,
    machine,
    created_at: inZone(createdAt, timeZone),
    last_seen_at: inZone(lastSeenAt, timeZone),
  }
}

/** Who has the seats, and how often one can still be taken over. */
export function takenOnWire({ holders, changesLeft: { count, nextAt } }: Taken, timeZone: string) {
  return {
    machines: holders.map((each) => activationOnWire(each, timeZone)),
    seat_changes: { left: count, next_at: nextAt === null ? null : inZone(nextAt, timeZone) },
  }
}

export function leaseOnWire({ id, holder, takenAt, expiresAt }: Lease, timeZone: string) {
  const times = { taken_at: inZone(takenAt, timeZone), expires_at: inZone(expiresAt, timeZone) }
  return { id, holder, ...times }
}

/** An instant where no license is at hand: UTC. */
export function utc(instant: Instant): string {
  return inUtc(instant)
}

function rulesOnWire({ rules, terms }: License) {
  const startsOn = terms.at(-1)?.startsOn ?? ''
  const governing = rules.findLast(({ from }) => from <= startsOn) ?? rules[0]
  if (governing === undefined) throw new TypeError('a license has rules')
  return {
    term: governing.term,
    renewal_term: governing.renewalTerm,
    notice: governing.notice,
    renewal_notice: governing.renewalNotice,
    renewal: governing.renewal,
    renewal_leeway: governing.renewalLeeway,
    token_lifetime: governing.tokenLifetime,
    preset: governing.preset,
  }
}

/** What was agreed for later, in the words of a plan. */
function comingOnWire(license: License, now: Instant) {
  return comingChanges(license, now).map(({ from, plan, terms }) => ({
    from,
    plan: plan ?? license.planCode,
    ...planOnWire(terms),
  }))
}

function spanOnWire({ startsOn, endsOn, startsAt, endsAt }: TermFacts, timeZone: string) {
  return {
    starts_on: startsOn,
    ends_on: endsOn,
    starts_at: inZone(startsAt, timeZone),
    ends_at: zonedOrNull(endsAt, timeZone),
  }
}

function dayOnWire(day: ObjectionDay | null, timeZone: string) {
  return day && { last_day: day.lastDay, deadline: inZone(day.deadline, timeZone) }
}

function suspensionOnWire(suspension: Suspension | null, timeZone: string) {
  return suspension && { from: inZone(suspension.from, timeZone), reason: suspension.reason }
}

function terminationOnWire(license: License) {
  const termination = earliestTermination(license)
  if (termination === null) return null
  const { effectiveAt, side, kind, reason } = termination
  return { effective_at: inZone(effectiveAt, license.timeZone), side, kind, reason }
}

function supportOnWire(license: License, now: Instant) {
  const support = entitlement(license, now)
  if (support === null) return null
  const { level, channels, scope, fairUse, entitled, until, reason, since } = support
  return {
    level,
    channels,
    scope,
    fair_use: fairUse,
    entitled,
    until,
    reason,
    since: zonedOrNull(since, license.timeZone),
  }
}

function agreementOnWire(agreement: Agreement, timeZone: string) {
  const { id, title, version, language, url, document, sha256 } = agreement
  return {
    id,
    title,
    version,
    language,
    url,
    document,
    sha256,
    accepted_at: inZone(agreement.acceptedAt, timeZone),
    accepted_by: agreement.acceptedBy,
  }
}

function zonedOrNull(instant: Instant | null, timeZone: string): string | null {
  return instant === null ? null : inZone(instant, timeZone)
}
