import type { Deps } from '../deps.ts'
import type { Instant } from '../license/license.ts'
import { keepMail, markMailSent } from '../store/portal-mail.ts'
import type { PortalMail } from '../store/portal-mail.ts'

/**
 * Puts a mail where it waits to be sent, and begins to send it where the door can. Nobody waits for that: nothing that somebody
 * declares fails with their mail, and how long an answer takes tells nothing of whether a mail went out.
 */
export async function post(
  deps: Pick<Deps, 'db' | 'kek' | 'sendMail' | 'log'>,
  mail: PortalMail,
  now: Instant,
): Promise<void> {
  const id = await keepMail(deps.db, deps.kek, mail, now)
  if (id !== null) void send(deps, id, mail, now)
}

async function send(
  { db, sendMail, log }: Pick<Deps, 'db' | 'sendMail' | 'log'>,
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
