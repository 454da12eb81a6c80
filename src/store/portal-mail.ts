import { sql } from 'kysely'
import type { Instant } from '../license/license.ts'
import { seal, unseal } from '../token/secret.ts'
import { timestamp } from './column.ts'
import type { Database } from './database.ts'
import { newId } from './id.ts'
import { hashOfSecret } from './secret-text.ts'

/** A mail of the portal's: about no event, and sent at once. */
export interface PortalMail {
  readonly kind: 'sign_in' | 'receipt' | 'declaration'
  readonly to: string
  readonly subject: string
  /** Plain text. */
  readonly text: string
}

/** So many of a kind go to one address within a day: a page that anybody reaches fills nobody's letter box. */
const mostADay = 10

/**
 * Puts a mail where it can be sent from, sealed.
 *
 * @returns its id; null where that address has had enough of this kind today.
 */
export async function keepMail(
  db: Database,
  kek: Uint8Array,
  mail: PortalMail,
  now: Instant,
): Promise<string | null> {
  const recipient = hashOfSecret(`mail ${mail.to.toLowerCase()}`)
  const { rows } = await sql<{ count: number }>`
    select count(*) from portal_mails
    where recipient = ${recipient} and kind = ${mail.kind}
      and made_at > clock_timestamp() - interval '1 day'`.execute(db)
  if ((rows[0]?.count ?? 0) >= mostADay) return null
  const id = newId('pml', now)
  const sealed = await seal(kek, JSON.stringify(mail))
  await sql`
    insert into portal_mails (id, kind, recipient, sealed, made_at)
    values (${id}, ${mail.kind}, ${recipient}, ${sealed}, clock_timestamp())`.execute(db)
  await sql`
    delete from portal_mails where made_at < clock_timestamp() - interval '30 days'`.execute(db)
  return id
}

/** Mails that nobody has sent yet and that still say something; a link that has run out does not. */
export async function waitingMails(
  db: Database,
  kek: Uint8Array,
): Promise<readonly (PortalMail & { readonly id: string })[]> {
  const { rows } = await sql<{ id: string; sealed: string }>`
    select id, sealed from portal_mails
    where sent_at is null
      and (kind <> 'sign_in' or made_at > clock_timestamp() - interval '30 minutes')
    order by id limit 100`.execute(db)
  return Promise.all(
    rows.map(async ({ id, sealed }) => ({ id, ...mailFrom(await unseal(kek, sealed)) })),
  )
}

function mailFrom(text: string): PortalMail {
  const mail: PortalMail = JSON.parse(text)
  return mail
}

export async function markMailSent(db: Database, id: string, at: Instant): Promise<void> {
  await db
    .updateTable('portal_mails')
    .set({ sent_at: timestamp<Instant | null>(at) })
    .where('id', '=', id)
    .execute()
}
