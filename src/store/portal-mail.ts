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
    insert into portal_mails (id, kind, recipient, sealed, made_at, due_at)
    values (
      ${id}, ${mail.kind}, ${recipient}, ${sealed}, clock_timestamp(),
      clock_timestamp() + interval '2 minutes'
    )`.execute(db)
  await sql`
    delete from portal_mails where made_at < clock_timestamp() - interval '30 days'`.execute(db)
  return id
}

/** How long a mail is tried for; a link to sign in by that has run out says nothing any more. */
const patience = sql`case kind when 'sign_in' then interval '30 minutes' else interval '3 days' end`

/**
 * Takes mails that were not sent when they were made: each is tried again after as long as it has waited already, so ever less often.
 * What one replica has taken no other takes before that.
 */
export async function takeWaitingMails(
  db: Database,
  kek: Uint8Array,
): Promise<readonly (PortalMail & { readonly id: string })[]> {
  const { rows } = await sql<{ id: string; sealed: string }>`
    update portal_mails
    set due_at = clock_timestamp() + greatest(clock_timestamp() - made_at, interval '2 minutes')
    where id in (
      select id from portal_mails
      where sent_at is null and due_at <= clock_timestamp()
        and made_at > clock_timestamp() - ${patience}
      order by due_at limit 20 for update skip locked
    )
    returning id, sealed`.execute(db)
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
