import type { Activation, ActivationId, Instant, License } from '../license/license.ts'
import { nextDue } from '../license/next-due.ts'
import { turnsOf } from '../license/turns.ts'
import { chain, keepEvents } from './append-events.ts'
import type { ActedEvent, Chained, EventRecord } from './append-events.ts'
import type { Database } from './database.ts'
import {
  activationRows,
  agreementRows,
  licenseRows,
  objectionRows,
  suspensionRows,
  termRows,
  terminationRows,
} from './license-tables.ts'
import type { LicenseRow, Listed } from './license-tables.ts'
import type { KeptLicense } from './load-licenses.ts'
import { changing, keeping } from './record-table.ts'
import type { Keep } from './record-table.ts'
import { keepReferencesOf } from './reference.ts'
import { keepStatuses, voidActivations } from './status-entry.ts'

const keepRows = keeping(licenseRows)
/** What is another with nearly every change; the rest, as large as it is, seldom is. */
const keepProgress = changing(
  licenseRows,
  'id',
  'settledAt',
  'recordedAt',
  'settlesAt',
  'renewsAfter',
  'endsAfter',
  'retryAt',
  'setAsideError',
  'headHash',
  'eventCount',
  'revision',
)
const keepTerms = keeping(termRows)
const keepObjections = keeping(objectionRows)
const keepSuspensions = keeping(suspensionRows)
const keepTerminations = keeping(terminationRows)
const keepAgreements = keeping(agreementRows)
const keepActivations = keeping(activationRows)

/** A license whose row is locked, as it was and as it is to be. */
export interface Change {
  /** Null for a new one. */
  readonly before: KeptLicense | null
  readonly after: License
  readonly events: readonly ActedEvent[]
  /** Activations that are new or changed. */
  readonly activations?: readonly Activation[] | undefined
}

/** A license as it is kept now, and what was added to its history. */
export interface Saved {
  readonly license: License
  readonly recorded: readonly EventRecord[]
  /** Counts its changes, from 1 on. */
  readonly revision: number
}

/**
 * Keeps many licenses at once, a statement a table: what changed in them, when each is due next, and what has happened. Nothing
 * is recorded before what was recorded last.
 */
export async function saveLicenses(
  trx: Database,
  changes: readonly Change[],
  now: Instant,
): Promise<readonly Saved[]> {
  const placed = changes.map((change) => place(change, now))
  const changed = placed.filter(isChanged)
  await keepRows(trx, changed.filter(isRewritten).map(rowOf))
  await keepLists(trx, changed)
  await keepReferences(trx, changed)
  await keepActivations(
    trx,
    placed.flatMap(({ after, activations = [] }) =>
      activations.map((activation) => ({ ...activation, license: after.id })),
    ),
  )
  await keepStatuses(
    trx,
    changed.map(({ after }) => after),
    now,
  )
  await voidActivations(trx, placed.flatMap(freedIn))
  await keepEvents(trx, {
    records: changed.flatMap(({ chained }) => chained.records),
    personal: changed.flatMap(({ chained }) => chained.personal),
  })
  // Last of all: what refers to a locked row that has not been changed yet needs no lock of its own.
  await keepProgress(trx, changed.filter((each) => !isRewritten(each)).map(progressOf))
  return placed.map((each) => ({
    license: each.after,
    recorded: each.chained.records,
    revision: isChanged(each) ? revisionAfter(each) : (each.before?.revision ?? 0),
  }))
}

function freedIn({ activations = [] }: Change): readonly ActivationId[] {
  return activations.flatMap(({ id, freedAt }) => (freedAt === null ? [] : [id]))
}

interface Placed extends Change {
  readonly settlesAt: Instant | null
  readonly chained: Chained
}

function place(change: Change, now: Instant): Placed {
  const { before, after, events } = change
  const recordedAt = Math.max(now, before?.license.recordedAt ?? now)
  const head = {
    license: after.id,
    headHash: before?.headHash ?? null,
    eventCount: before?.eventCount ?? 0,
  }
  const chained = chain(head, events, recordedAt)
  return {
    ...change,
    after: events.length === 0 ? after : { ...after, recordedAt },
    settlesAt: nextDue(after),
    chained,
  }
}

/** That time has passed is not kept as long as it made nothing true and the job has nothing else to wait for. */
function isChanged({ before, after, events, settlesAt }: Placed): boolean {
  if (before === null || events.length > 0 || settlesAt !== before.settlesAt) return true
  const { settledAt, ...facts } = after
  const earlier = new Map(Object.entries(before.license))
  return (
    settledAt < before.license.settledAt ||
    Object.entries(facts).some(([member, value]) => earlier.get(member) !== value)
  )
}

/** Whether more of its row is another than its progress. */
function isRewritten({ before, after }: Placed): boolean {
  if (before === null) return true
  const { license } = before
  return (
    after.customer !== license.customer ||
    after.plan !== license.plan ||
    after.timeZone !== license.timeZone ||
    after.rules !== license.rules ||
    after.grants !== license.grants ||
    after.metadata !== license.metadata
  )
}

function rowOf(placed: Placed): LicenseRow {
  const { customer, product, plan, timeZone, rules, grants, metadata, createdAt } = placed.after
  const agreed = { customer, product, plan, timeZone, rules, grants, metadata, createdAt }
  return { ...agreed, ...progressOf(placed) }
}

function progressOf({ before, after, settlesAt, chained }: Placed) {
  return {
    id: after.id,
    settledAt: after.settledAt,
    recordedAt: after.recordedAt,
    settlesAt,
    ...turnsOf(after),
    retryAt: null,
    setAsideError: null,
    headHash: chained.records.at(-1)?.hash ?? before?.headHash ?? null,
    eventCount: (before?.eventCount ?? 0) + chained.records.length,
    revision: revisionAfter({ before }),
  }
}

function revisionAfter({ before }: Pick<Placed, 'before'>): number {
  return (before?.revision ?? 0) + 1
}

async function keepLists(trx: Database, changes: readonly Placed[]): Promise<void> {
  await keepList(trx, keepTerms, changes, ({ terms }) => terms)
  await keepList(trx, keepObjections, changes, ({ objections }) => objections)
  await keepList(trx, keepSuspensions, changes, ({ suspensions }) => suspensions)
  await keepList(trx, keepTerminations, changes, ({ terminations }) => terminations)
  await keepList(trx, keepAgreements, changes, ({ agreements }) => agreements)
}

/** Records never change in place: an item that is the very one that was loaded is kept already. */
async function keepList<T>(
  trx: Database,
  keep: Keep<Listed<T>>,
  changes: readonly Placed[],
  listOf: (license: License) => readonly T[],
): Promise<void> {
  const items = changes.flatMap(({ before, after }) => {
    const known = before === null ? [] : listOf(before.license)
    return listOf(after).flatMap((item, n) =>
      item === known[n] ? [] : [{ ...item, license: after.id, n }],
    )
  })
  await keep(trx, items)
}

/** @throws Problem reference-taken */
async function keepReferences(trx: Database, changes: readonly Placed[]): Promise<void> {
  const changed = changes.filter(({ before, after }) =>
    before === null
      ? Object.keys(after.externalRefs).length > 0
      : after.externalRefs !== before.license.externalRefs,
  )
  for (const { after } of changed)
    await keepReferencesOf(trx, 'license', after.id, after.externalRefs)
}
