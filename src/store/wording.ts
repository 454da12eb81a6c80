import { sql } from 'kysely'
import type { Actor } from '../license/actor.ts'
import type { LetterKind } from '../license/letter-kind.ts'
import type { Instant } from '../license/license.ts'
import type { LetterLanguage } from '../license/warning.ts'
import type { Wording } from '../license/wording.ts'
import { timestamp } from './column.ts'
import type { Database } from './database.ts'
import { noteAccess } from './note-access.ts'

/** Own wording as it holds now. */
export interface KeptWording extends Wording {
  readonly kind: LetterKind
  readonly language: LetterLanguage
  /** Counts what was written for this kind and language, from 1 on. */
  readonly version: number
  readonly writtenAt: Instant
  /** The opaque id of who wrote it. */
  readonly writtenBy: string
}

/** The own wordings that hold: of each kind and language the last one, where it was not taken back. */
export async function listWordings(db: Database): Promise<readonly KeptWording[]> {
  const { rows } = await sql<KeptWording>`
    select kind, language, version, subject, text, written_at as "writtenAt", written_by as "writtenBy"
    from letter_wordings w
    where text is not null and version = (
      select max(version) from letter_wordings o where o.kind = w.kind and o.language = w.language
    )
    order by kind, language`.execute(db)
  return rows
}

/** The own wording for a letter; null for the words of the house. */
export async function findWording(
  db: Database,
  kind: LetterKind,
  language: LetterLanguage,
): Promise<KeptWording | null> {
  const known = await listWordings(db)
  return known.find((each) => each.kind === kind && each.language === language) ?? null
}

/** Writes the next version; null goes back to the words of the house. Earlier ones stay: letters were sent in them. */
export async function keepWording(
  trx: Database,
  kind: LetterKind,
  language: LetterLanguage,
  wording: Wording | null,
  by: Actor,
  now: Instant,
): Promise<void> {
  const { subject, text } = wording ?? { subject: null, text: null }
  const { rows } = await sql<{ version: number }>`
    insert into letter_wordings (kind, language, version, subject, text, written_at, written_by)
    select ${kind}, ${language}, coalesce(max(version), 0) + 1, ${subject}, ${text}, ${timestamp(now)}, ${by.id}
    from letter_wordings where kind = ${kind} and language = ${language}
    returning version`.execute(trx)
  const type = wording === null ? 'wording.withdrawn' : 'wording.written'
  const version = rows[0]?.version ?? 1
  await noteAccess(trx, type, kind, { kind, language, version }, by, now)
}
