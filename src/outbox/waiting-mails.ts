import type { Deps } from '../deps.ts'
import type { Instant } from '../license/license.ts'
import { markMailSent, takeWaitingMails } from '../store/portal-mail.ts'

/** Sends the portal's mails that could not be sent when they were made. One that fails again is logged, and waits on. */
export async function sendWaitingMails(
  { db, kek, sendMail, log }: Pick<Deps, 'db' | 'kek' | 'sendMail' | 'log'>,
  now: Instant,
): Promise<void> {
  if (sendMail === undefined) return
  for (const { id, to, subject, text } of await takeWaitingMails(db, kek))
    try {
      await sendMail({ id, to, subject, text })
      await markMailSent(db, id, now)
    } catch (error) {
      log({ event: 'portal-mail-failed', id, error: String(error) })
    }
}
