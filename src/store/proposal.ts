import { sql } from 'kysely'
import type { Actor } from '../license/actor.ts'
import type { Instant, License, LicenseId } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { stateOf } from '../license/proposal.ts'
import type { Proposal, Proposed } from '../license/proposal.ts'
import type { EventRecord } from './append-events.ts'
import { json, timestamp } from './column.ts'
import type { Database } from './database.ts'
import { changeLicense } from './license.ts'
import { pageOf } from './page.ts'
import type { Page, PageQuery } from './page.ts'

/** A proposal as it is now, and what was added to the license’s history. */
export interface KeptProposal {
  readonly proposal: Proposal
  readonly recorded: readonly EventRecord[]
}

/** Keeps a proposal with the event that tells of it. */
export function keepProposal(
  db: Database,
  license: LicenseId,
  make: (license: License) => Proposed,
  actor: Actor,
  now: Instant,
): Promise<KeptProposal> {
  return withProposal(db, license, actor, now, async (before) => make(before))
}

/**
 * Answers a proposal; the license is locked, so it has one answer.
 *
 * @throws Problem not-found
 */
export function answerProposal(
  db: Database,
  license: LicenseId,
  id: string,
  answer: (license: License, proposal: Proposal) => Proposed,
  actor: Actor,
  now: Instant,
): Promise<KeptProposal> {
  return withProposal(db, license, actor, now, async (before, trx) => {
    const proposal = await findProposal(trx, license, id)
    if (proposal === null) throw new Problem('not-found', { proposal: id })
    return answer(before, proposal)
  })
}

function withProposal(
  db: Database,
  license: LicenseId,
  actor: Actor,
  now: Instant,
  command: (license: License, trx: Database) => Promise<Proposed>,
): Promise<KeptProposal> {
  return changeLicense(db, license, now, actor, async (before, _, trx) => {
    const outcome = await command(before, trx)
    await save(trx, outcome.proposal)
    return outcome
  })
}

async function save(trx: Database, proposal: Proposal): Promise<void> {
  const { id, license, side, asked, reason, proposedBy, recordedBy, recordedAt, lapsesAt } =
    proposal
  const answer = {
    answer: proposal.answer,
    answered_by: proposal.answeredBy,
    answered_at: timestamp(proposal.answeredAt),
  }
  await trx
    .insertInto('proposals')
    .values({
      id,
      license,
      side,
      asked: json(asked),
      reason,
      proposed_by: proposedBy,
      recorded_by: recordedBy,
      recorded_at: timestamp(recordedAt),
      lapses_at: timestamp(lapsesAt),
      ...answer,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(answer))
    .execute()
}

/** A proposal about this license. */
export async function findProposal(
  db: Database,
  license: LicenseId,
  id: string,
): Promise<Proposal | null> {
  const found = await proposals(db)
    .where('license', '=', license)
    .where(sinceTransfer)
    .where(sql<boolean>`id = ${id}`)
    .executeTakeFirst()
  return found ?? null
}

/** Those about a license, the oldest first. */
export async function listProposals(
  db: Database,
  license: LicenseId,
  { after, limit }: PageQuery,
): Promise<Page<Proposal>> {
  const rows = await proposals(db)
    .where('license', '=', license)
    .where(sql<boolean>`id > ${after ?? ''}`)
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit)
}

/** The latest about a license, the newest first. */
export function latestProposals(
  db: Database,
  license: LicenseId,
  limit: number,
): Promise<readonly Proposal[]> {
  return proposals(db).where('license', '=', license).orderBy('id', 'desc').limit(limit).execute()
}

/** Those about a license that wait for an answer. */
export async function openProposals(
  db: Database,
  license: LicenseId,
  now: Instant,
): Promise<readonly Proposal[]> {
  const rows = await proposals(db)
    .where('license', '=', license)
    .where(sinceTransfer)
    .where('answer', 'is', null)
    .orderBy('id')
    .execute()
  return rows.filter((each) => stateOf(each, now) === 'open')
}

/** What customers ask of the vendor, each with its license's time zone: somebody has to answer before it lapses. */
export async function proposalsOfCustomers(
  db: Database,
  now: Instant,
  limit: number,
): Promise<readonly (Proposal & { readonly timeZone: string })[]> {
  return proposals(db)
    .select(
      sql<string>`(select time_zone from licenses l where l.id = proposals.license)`.as('timeZone'),
    )
    .where('side', '=', 'customer')
    .where('answer', 'is', null)
    .where((eb) =>
      eb.or([eb('lapses_at', 'is', null), eb('lapses_at', '>', timestamp<Instant | null>(now))]),
    )
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** What was asked of a customer who has given the license away is asked of nobody else. */
const sinceTransfer = sql<boolean>`not exists (
  select from transfers t
  where t.license = proposals.license and t.transferred_at >= proposals.recorded_at
)`

function proposals(db: Database) {
  return db
    .selectFrom('proposals')
    .select([
      'id',
      'license',
      'side',
      'asked',
      'reason',
      'proposed_by as proposedBy',
      'recorded_by as recordedBy',
      'recorded_at as recordedAt',
      'lapses_at as lapsesAt',
      'answer',
      'answered_by as answeredBy',
      'answered_at as answeredAt',
    ])
}
