import type { Actor } from './actor.ts'
import { inUtc } from './calendar.ts'
import { checkCorrection } from './consent.ts'
import type { EventData, LicenseEvent, Outcome } from './event.ts'
import { decideAt } from './facts.ts'
import type { Channel, InquiryId, Instant, License } from './license.ts'
import { Problem, unfit } from './problem.ts'
import { entitlement } from './support.ts'

/** Answered by the contract; not; or answered before. */
export type Topic = EventData['inquiry.logged']['topic']

/** What a customer asked, and how. */
export interface Asked {
  /** When; null for just now. */
  readonly at: Instant | null
  readonly channel: Channel
  readonly topic: Topic
  /** The earlier inquiry that a repeat asks again; null where none is on record. */
  readonly repeats: InquiryId | null
  /** How long it took. */
  readonly minutes: number | null
  /** Who asked, in words. */
  readonly contact: string | null
  readonly subject: string
}

/** One time that a customer asked support, as it is on record. */
export interface Inquiry extends Omit<Asked, 'at' | 'subject'> {
  readonly id: InquiryId
  readonly at: Instant
  /** Null once it is erased. */
  readonly subject: string | null
  /** Whether support was owed when it was asked for, as it was known at the recording. */
  readonly entitled: boolean
  /** The opaque id of who answered. */
  readonly agent: string
  readonly recordedAt: Instant
  readonly correctedAt: Instant | null
  /** When it was taken off the record as an error: it counts nowhere from then on. */
  readonly struckAt: Instant | null
}

export interface InquiryOutcome extends Outcome {
  readonly inquiry: Inquiry
}

/**
 * Logs an inquiry, also after the end: that is never an error. Nothing ends by itself because of it.
 *
 * @throws Problem unfit for an instant to come, or what refers to an earlier inquiry without being a repeat.
 */
export function logInquiry(
  license: License,
  id: InquiryId,
  asked: Asked,
  agent: Actor,
  now: Instant,
): InquiryOutcome {
  const recordedAt = Math.max(now, license.recordedAt)
  const inquiry: Inquiry = {
    id,
    ...judged(license, asked, now),
    agent: agent.id,
    recordedAt,
    correctedAt: null,
    struckAt: null,
  }
  const event: LicenseEvent = {
    type: 'inquiry.logged',
    at: inquiry.at,
    data: dataOf(inquiry),
    personal: wordsOf(asked),
  }
  return { license, events: [event], inquiry }
}

/** The mending of an entry, by whom and why. */
export interface Correction {
  readonly by: Actor
  readonly reason: string | null
}

/**
 * Writes an inquiry down as it should have been: within the hour by who logged it, later by an admin with a reason.
 *
 * @throws Problem forbidden, unfit, not-found where it was struck.
 */
export function correctInquiry(
  license: License,
  before: Inquiry,
  asked: Asked,
  { by, reason }: Correction,
  now: Instant,
): InquiryOutcome {
  checkMendable(before, { by, reason }, now)
  if (asked.repeats === before.id) throw unfit('/repeats', 'An inquiry does not repeat itself.')
  const at = Math.max(now, license.recordedAt)
  const right = { ...asked, at: asked.at ?? before.at }
  const inquiry = { ...before, ...judged(license, right, now), correctedAt: at }
  const event: LicenseEvent = {
    type: 'inquiry.corrected',
    at,
    data: { ...dataOf(inquiry), asked_at: inUtc(inquiry.at) },
    personal: { ...wordsOf(asked), ...(reason === null ? {} : { reason }) },
  }
  return { license, events: [event], inquiry }
}

/**
 * Takes an inquiry off the record that was logged by mistake, on the wrong license say; the history keeps that it was there.
 *
 * @throws Problem forbidden, unfit, not-found where it was struck already.
 */
export function strikeInquiry(
  license: License,
  before: Inquiry,
  { by, reason }: Correction,
  now: Instant,
): InquiryOutcome {
  checkMendable(before, { by, reason }, now)
  const at = Math.max(now, license.recordedAt)
  const event: LicenseEvent = {
    type: 'inquiry.struck',
    at,
    data: { inquiry: before.id },
    personal: reason === null ? {} : { reason },
  }
  return { license, events: [event], inquiry: { ...before, struckAt: at } }
}

/** What whoever answers is to know where support is not owed. */
export type Advice = 'not_owed' | 'after_the_end'

/** Services that go on after the end can be read as going on with the contract (§ 625 BGB); before it, nothing is owed. */
export function adviceAt(license: License, at: Instant): Advice {
  const { reason } = decideAt(license, at)
  return reason === 'ended' || reason === 'terminated' ? 'after_the_end' : 'not_owed'
}

function checkMendable(inquiry: Inquiry, { by, reason }: Correction, now: Instant): void {
  const { id, struckAt, recordedAt, agent } = inquiry
  if (struckAt !== null) throw new Problem('not-found', { inquiry: id })
  checkCorrection({ recordedAt, recordedBy: agent }, reason, by, now)
}

/** What was asked, with whether support was owed then. */
function judged(license: License, asked: Asked, now: Instant) {
  const at = asked.at ?? now
  if (at > now) throw unfit('/at', 'An inquiry lies in the past.')
  if (asked.repeats !== null && asked.topic !== 'repeat')
    throw unfit('/repeats', 'Only a repeat refers to an earlier inquiry.')
  return { ...asked, at, entitled: entitlement(license, at)?.entitled ?? false }
}

function dataOf(inquiry: Inquiry): EventData['inquiry.logged'] {
  const { id, topic, repeats, channel, minutes, entitled } = inquiry
  return { inquiry: id, topic, repeats, channel, minutes, entitled }
}

function wordsOf({ subject, contact }: Asked): Readonly<Record<string, string>> {
  return { subject, ...(contact === null ? {} : { contact }) }
}
