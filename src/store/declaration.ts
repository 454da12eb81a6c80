import { sql } from 'kysely'
import type {
  CalendarDate,
  CustomerId,
  Instant,
  LicenseId,
  ObjectionId,
} from '../license/license.ts'
import { json, timestamp } from './column.ts'
import type { Database } from './database.ts'
import { hashOfSecret } from './secret-text.ts'

export type DeclarationId = `dcl_${string}`
export type DeclarationKind = 'cancellation' | 'withdrawal'

/** What somebody has typed, as it was typed. */
export interface DeclaredWords {
  readonly name: string
  /** What the contract is called: a license key is not kept, but what it opens. */
  readonly contract: string
  readonly email: string
  /** Of a cancellation: at the next end, or at once for a reason. */
  readonly cause: 'ordinary' | 'good_cause' | null
  readonly reason: string | null
  /** The end that is wished for; null for the next possible one. */
  readonly wishedEnd: CalendarDate | null
}

/** A declaration that came through an open page, with what it has already done. */
export interface OpenDeclaration {
  readonly id: DeclarationId
  readonly kind: DeclarationKind
  readonly language: string
  readonly receivedAt: Instant
  /** Null once they are erased. */
  readonly words: DeclaredWords | null
  /** The license that is meant beyond doubt; null where a person has to look. */
  readonly license: LicenseId | null
  readonly customer: CustomerId | null
  /** The objection that it was recorded as; null where a person has to decide. */
  readonly objection: ObjectionId | null
  /** The last day that it ends the contract on, where that is known. */
  readonly endsOn: CalendarDate | null
  readonly handledAt: Instant | null
  readonly handledBy: string | null
}

/**
 * Keeps a declaration; sent twice, it is kept once.
 *
 * @param token the end of the address under which who declared it sees the receipt; a hash alone is kept.
 * @returns whether it is new.
 */
export async function insertDeclaration(
  db: Database,
  token: string,
  declaration: OpenDeclaration,
): Promise<boolean> {
  const { id, kind, language, receivedAt, words, license, customer, objection } = declaration
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('declarations')
    .values({
      id,
      hash: hashOfSecret(token),
      kind,
      language,
      received_at: timestamp(receivedAt),
      words: words === null ? null : json(words),
      license,
      customer,
      objection,
      ends_on: declaration.endsOn,
      handled_at: timestamp(declaration.handledAt),
      handled_by: declaration.handledBy,
    })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

/** The declaration whose receipt stands under this address. */
export async function declarationAt(db: Database, token: string): Promise<OpenDeclaration | null> {
  const found = await declarations(db).where('hash', '=', hashOfSecret(token)).executeTakeFirst()
  return found ?? null
}

export async function findDeclaration(db: Database, id: string): Promise<OpenDeclaration | null> {
  const found = await declarations(db)
    .where(sql<boolean>`id = ${id}`)
    .executeTakeFirst()
  return found ?? null
}

/** What came through the open pages and needs a person: the oldest first, since days run. */
export function unhandledDeclarations(
  db: Database,
  limit: number,
): Promise<readonly OpenDeclaration[]> {
  return declarations(db).where('handled_at', 'is', null).orderBy('id').limit(limit).execute()
}

/** Notes that a person has seen to it; the first one stays. */
export async function handleDeclaration(
  db: Database,
  id: string,
  by: string,
  now: Instant,
): Promise<void> {
  await db
    .updateTable('declarations')
    .set({ handled_at: timestamp<Instant | null>(now), handled_by: by })
    .where(sql<boolean>`id = ${id}`)
    .where('handled_at', 'is', null)
    .execute()
}

/** Whether any plan is under a law that has these pages. */
export async function hasPlanUnder(db: Database, presets: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    select from plans where preset = any(${presets}::text[]) limit 1`.execute(db)
  return rows.length > 0
}

function declarations(db: Database) {
  return db
    .selectFrom('declarations')
    .select([
      'id',
      'kind',
      'language',
      'received_at as receivedAt',
      'words',
      'license',
      'customer',
      'objection',
      'ends_on as endsOn',
      'handled_at as handledAt',
      'handled_by as handledBy',
    ])
}
