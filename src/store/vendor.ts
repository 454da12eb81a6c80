import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import type { Instant } from '../license/license.ts'
import { nobodyYet } from '../license/vendor.ts'
import type { Vendor } from '../license/vendor.ts'
import { json } from './column.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { noteAccess } from './note-access.ts'
import type { By } from './note-access.ts'

/** The vendor as the settings have them. */
export interface KeptVendor extends Vendor {
  /** The SHA-256 of the logo's bytes; null without one. */
  readonly logo: string | null
  /** Counts the edits; 0 while nobody has filled the settings in. */
  readonly revision: number
}

/** A picture as it was handed in. */
export interface Logo {
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly bytes: Uint8Array
}

/** As Base64 it fits into a cell of a spreadsheet, and weighs little in a letter. */
export const maxLogoBytes = 24_000

export async function readVendor(db: Database): Promise<KeptVendor> {
  const { rows } = await sql<KeptVendor>`
    select
      legal_name as "legalName", address, register_number as "registerNumber", vat_id as "vatId",
      support_phone as "supportPhone", support_email as "supportEmail", reply_to as "replyTo",
      notices_to as "noticesTo", language, terms_url as "termsUrl", privacy_url as "privacyUrl",
      export_help_url as "exportHelpUrl", switched_off as "switchedOff", logo, revision
    from vendor`.execute(db)
  return rows[0] ?? { ...nobodyYet, logo: null, revision: 0 }
}

/** Changes the settings; who does so at the same time waits, and sees what was changed. */
export function changeVendor(
  db: Database,
  by: By,
  now: Instant,
  change: (before: KeptVendor, trx: Database) => Promise<Vendor & Pick<KeptVendor, 'logo'>>,
): Promise<KeptVendor> {
  return inTransaction(db, async (trx) => {
    await sql`
      insert into vendor
      values (true, '', '', '', '', '', '', '', '', 'en', '', '', '', '[]', null, 0)
      on conflict (one) do nothing`.execute(trx)
    await sql`select from vendor for update`.execute(trx)
    const before = await readVendor(trx)
    const after = { ...(await change(before, trx)), revision: before.revision + 1 }
    await sql`
      update vendor set
        legal_name = ${after.legalName}, address = ${after.address},
        register_number = ${after.registerNumber}, vat_id = ${after.vatId},
        support_phone = ${after.supportPhone}, support_email = ${after.supportEmail},
        reply_to = ${after.replyTo}, notices_to = ${after.noticesTo}, language = ${after.language},
        terms_url = ${after.termsUrl}, privacy_url = ${after.privacyUrl},
        export_help_url = ${after.exportHelpUrl}, switched_off = ${json(after.switchedOff)},
        logo = ${after.logo}, revision = ${after.revision}`.execute(trx)
    const changed = changedIn(before, after)
    if (changed.length > 0) await noteAccess(trx, 'settings.changed', null, { changed }, by, now)
    return after
  })
}

/** Which settings are others now, by their names; what they say is no part of it. */
function changedIn(before: KeptVendor, after: KeptVendor): readonly string[] {
  const now = new Map<string, unknown>(Object.entries(after))
  return Object.entries(before).flatMap(([name, value]) =>
    name !== 'revision' && JSON.stringify(value) !== JSON.stringify(now.get(name)) ? [name] : [],
  )
}

/** Keeps a logo's bytes under what they say, for as long as letters bear it. */
export async function keepLogo(trx: Database, { mediaType, bytes }: Logo): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const encoded = Buffer.from(bytes).toString('base64')
  await sql`
    insert into logos (id, media_type, bytes)
    values (${sha256}, ${mediaType}, decode(${encoded}, 'base64'))
    on conflict (id) do nothing`.execute(trx)
  return sha256
}

export async function findLogo(db: Database, sha256: string): Promise<Logo | null> {
  const { rows } = await sql<Logo>`
    select media_type as "mediaType", bytes from logos where id = ${sha256}`.execute(db)
  return rows[0] ?? null
}
