import type { Instant } from '../license/license.ts'
import type { Database } from './database.ts'
import { keepMail, markMailSent } from './portal-mail.ts'
import type { PortalMail } from './portal-mail.ts'

/** Where mails of the portal wait, and what takes them out of the house on a door that can. */
export interface PostRoom {
  readonly db: Database
  readonly kek: Uint8Array
  readonly sendMail?: (
    mail: Pick<PortalMail, 'to' | 'subject' | 'text'> & { readonly id: string },
  ) => Promise<void>
  readonly log: (entry: Readonly<Record<'event' | 'id' | 'error', string>>) => void
}

/**
 * Puts a mail where it waits to be sent, and begins to send it where the door can. Nobody waits for that: nothing that somebody
 * declares fails with their mail, and how long an answer takes tells nothing of whether a mail went out.
 *
 * @returns false where that address has had enough of this kind today.
 */
export async function post(room: PostRoom, mail: PortalMail, now: Instant): Promise<boolean> {
  const id = await keepMail(room.db, room.kek, mail, now)
  if (id !== null) void send(room, id, mail, now)
  return id !== null
}

async function send(
  { db, sendMail, log }: PostRoom,
  id: string,
  { to, subject, text }: PortalMail,
  now: Instant,
): Promise<void> {
  if (sendMail === undefined) return
  try {
    await sendMail({ id, to, subject, text })
    await markMailSent(db, id, now)
  } catch (error) {
    log({ event: 'portal-mail-failed', id, error: String(error) })
  }
}
