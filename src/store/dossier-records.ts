import { deliveriesAbout } from './delivery.ts'
import { inUtc } from '../license/calendar.ts'
import { addresseeOf } from '../license/letter-kind.ts'
import type { CustomerId, Instant, License } from '../license/license.ts'
import type { ChainedEvent } from '../token/chained-event.ts'
import type { Dossier } from '../token/dossier.ts'
import type { Database } from './database.ts'
import { listDocuments } from './document.ts'
import { listInquiries } from './inquiry.ts'
import { listLetters } from './letter.ts'
import { listWarnings } from './warning.ts'

type Records = Pick<
  Dossier,
  | 'agreements'
  | 'terms'
  | 'objections'
  | 'suspensions'
  | 'terminations'
  | 'inquiries'
  | 'warnings'
  | 'letters'
  | 'deliveries'
  | 'documents'
>

/** The lists of a dossier, each record with the number of its event. Texts are those of the events, which are committed to them. */
export async function recordsOf(
  trx: Database,
  license: License,
  events: readonly ChainedEvent[],
  { withheldTo, about, numbers }: Whose,
): Promise<Records> {
  const find = finder(events)
  return {
    agreements: agreementsOf(license, find),
    terms: termsOf(license),
    objections: objectionsOf(license, find),
    suspensions: suspensionsOf(license, find),
    terminations: terminationsOf(license, find),
    inquiries: await inquiriesOf(trx, license, find),
    warnings: await warningsOf(trx, license, find),
    letters: await lettersOf(trx, license, about, numbers),
    deliveries: await deliveriesTo(trx, license, numbers),
    documents: await documentsOf(trx, license, find, withheldTo),
  }
}

/** Of whom words are shown. */
export interface Whose {
  /** Names of documents up to this event are left out. */
  readonly withheldTo: number
  /** The words of letters to others are left out; null shows all. */
  readonly about: CustomerId | null
  /** The number of each event by its id. */
  readonly numbers: ReadonlyMap<string, number>
}

/** The event that put a record on record, or mended it last. */
type Find = (member: string, id: string) => Found

interface Found {
  readonly event: number | null
  readonly text: (field: string) => string | null
}

function finder(events: readonly ChainedEvent[]): Find {
  const telling = new Map<string, ChainedEvent>()
  for (const event of events)
    for (const member of tellers[event.type] ?? []) {
      const key = `${member} ${String(event.data[member])}`
      if (!telling.has(key) || event.type === 'inquiry.corrected') telling.set(key, event)
    }
  return (member, id) => {
    const event = telling.get(`${member} ${id}`)
    return {
      event: event?.n ?? null,
      text: (field) => event?.personal[field]?.value ?? null,
    }
  }
}

const tellers: Readonly<Record<string, readonly string[]>> = {
  'agreement.attached': ['agreement'],
  'license.objected': ['objection'],
  'suspension.announced': ['suspension'],
  'license.suspended': ['suspension'],
  'license.terminated': ['termination'],
  'inquiry.logged': ['inquiry'],
  'inquiry.corrected': ['inquiry'],
  'warning.given': ['warning'],
  'document.attached': ['document'],
}

function agreementsOf({ agreements }: License, find: Find): Records['agreements'] {
  return agreements.map(({ id, title, version, language, url, document, sha256, acceptedAt }) => {
    const { event, text } = find('agreement', id)
    const said = { title, version, language, url, document, sha256, accepted_at: inUtc(acceptedAt) }
    return { id, event, ...said, accepted_by: text('accepted_by') }
  })
}

function termsOf({ terms }: License): Records['terms'] {
  return terms.map((term) => ({
    starts_on: term.startsOn,
    ends_on: term.endsOn,
    starts_at: inUtc(term.startsAt),
    ends_at: orNull(term.endsAt),
    last_day: term.lastObjectionDay,
    deadline: orNull(term.deadline),
    recorded_at: inUtc(term.recordedAt),
    cut_at: orNull(term.cutAt),
    origin: term.origin,
  }))
}

function objectionsOf({ objections }: License, find: Find): Records['objections'] {
  return objections.map((objection) => {
    const { id, side, channel, timely, effectiveOn, review, recordedBy } = objection
    const { event, text } = find('objection', id)
    return {
      id,
      event,
      side,
      channel,
      declared_by: text('declared_by'),
      reason: text('reason'),
      received_at: orNull(objection.receivedAt),
      recorded_at: inUtc(objection.recordedAt),
      recorded_by: recordedBy,
      timely,
      effective_on: effectiveOn,
      effective_at: orNull(objection.effectiveAt),
      review,
      withdrawn_at: orNull(objection.withdrawnAt),
    }
  })
}

function suspensionsOf({ suspensions }: License, find: Find): Records['suspensions'] {
  return suspensions.map(({ id, from, to }) => {
    const { event, text } = find('suspension', id)
    return { id, event, from: inUtc(from), to: orNull(to), reason: text('reason') }
  })
}

function terminationsOf({ terminations }: License, find: Find): Records['terminations'] {
  return terminations.map(({ id, side, kind, effectiveAt, recordedAt, withdrawnAt }) => {
    const { event, text } = find('termination', id)
    return {
      id,
      event,
      side,
      kind,
      reason: text('reason'),
      effective_at: inUtc(effectiveAt),
      recorded_at: inUtc(recordedAt),
      withdrawn_at: orNull(withdrawnAt),
    }
  })
}

async function inquiriesOf(trx: Database, { id }: License, find: Find) {
  const { data } = await listInquiries(trx, { license: id, limit: all })
  return data.toReversed().map((inquiry): Records['inquiries'][number] => {
    const { channel, topic, repeats, minutes, entitled, agent } = inquiry
    const { event, text } = find('inquiry', inquiry.id)
    return {
      id: inquiry.id,
      event,
      at: inUtc(inquiry.at),
      channel,
      topic,
      repeats,
      minutes,
      entitled,
      contact: text('contact'),
      subject: text('subject'),
      agent,
      corrected_at: orNull(inquiry.correctedAt),
      struck_at: orNull(inquiry.struckAt),
    }
  })
}

async function warningsOf(trx: Database, license: License, find: Find) {
  const { data } = await listWarnings(trx, license.id, { limit: all })
  return data.toReversed().map((warning): Records['warnings'][number] => {
    const { id, at, form, delivery, language, agent } = warning
    const { event, text } = find('warning', id)
    const words = { recipient: text('recipient'), text: text('text') }
    return { id, event, at: inUtc(at), form, delivery, language, ...words, agent }
  })
}

async function deliveriesTo(
  trx: Database,
  license: License,
  numbers: Whose['numbers'],
): Promise<NonNullable<Records['deliveries']>> {
  const told = await deliveriesAbout(trx, license.id)
  return told.map(({ event, type, url, state, attempts, status, ...at }) => ({
    event: event === null ? null : (numbers.get(event) ?? null),
    type,
    host: new URL(url).host,
    state,
    attempts,
    status,
    recorded_at: inUtc(at.recordedAt),
    tried_at: orNull(at.triedAt),
    delivered_at: orNull(at.deliveredAt),
    given_up_at: orNull(at.givenUpAt),
  }))
}

async function lettersOf(
  trx: Database,
  license: License,
  about: CustomerId | null,
  numbers: Whose['numbers'],
) {
  const { data } = await listLetters(trx, { license: license.id, limit: all })
  // Notices to the vendor's own desk name people there, and are no letters to anybody.
  const sent = data.toReversed().filter(({ kind }) => addresseeOf(kind) !== 'vendor')
  return sent.map((letter): Records['letters'][number] => {
    const { id, kind, language, recipients, subject, plain, failed } = letter
    const isShown = about === null || letter.customer === about
    return {
      id,
      event: numbers.get(letter.event) ?? null,
      kind,
      language,
      recipients: isShown ? recipients : [],
      subject: isShown ? subject : null,
      text: isShown ? plain : null,
      written_at: inUtc(letter.writtenAt),
      mailed_at: orNull(letter.mailedAt),
      handed_at: orNull(letter.handedAt),
      failed: isShown ? failed : null,
    }
  })
}

async function documentsOf(trx: Database, license: License, find: Find, withheldTo: number) {
  const { data } = await listDocuments(trx, license.id, { limit: all })
  return data.map((document): Records['documents'][number] => {
    const { id, attachedTo, name, mediaType, size, sha256, recordedAt } = document
    const { event } = find('document', id)
    return {
      id,
      event,
      of: attachedTo,
      name: (event ?? 0) <= withheldTo ? null : name,
      media_type: mediaType,
      size,
      sha256,
      recorded_at: inUtc(recordedAt),
    }
  })
}

const all = 10_000_000

function orNull(instant: Instant | null): string | null {
  return instant === null ? null : inUtc(instant)
}
