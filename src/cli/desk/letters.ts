import { sql } from 'kysely'
import type { Actor } from '../../license/actor.ts'
import type { Instant } from '../../license/license.ts'
import { nobodyYet } from '../../license/vendor.ts'
import { timestamp } from '../../store/column.ts'
import type { Database } from '../../store/database.ts'
import { changeVendor } from '../../store/vendor.ts'

/** Gives the letters of the demonstration their sender. */
export async function nameSender(db: Database, by: Actor, now: Instant): Promise<void> {
  await changeVendor(db, by, now, async () => ({
    ...nobodyYet,
    legalName: 'Krume Software GmbH',
    address: 'Hefeweg 4\n10115 Berlin',
    registerNumber: 'Amtsgericht Charlottenburg, HRB 000000',
    vatId: 'DE000000000',
    supportPhone: '+49 30 2345670',
    supportEmail: 'support@krume.example',
    replyTo: 'vertrag@krume.example',
    language: 'de',
    exportHelpUrl: 'https://krume.example/export',
    logo: null,
  }))
}

/** The demonstration has no mail server: what was written before that instant went out on paper, three hours later. */
export async function postLetters(db: Database, { id }: Actor, before: Instant): Promise<void> {
  await sql`
    update letters set handed_at = written_at + interval '3 hours', handed_by = ${id}, sending = null
    where written_at < ${timestamp(before)} and handed_at is null`.execute(db)
}
