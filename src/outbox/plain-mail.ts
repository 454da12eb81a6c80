import type { Mail as PlainMail } from '../deps.ts'
import type { Instant } from '../license/license.ts'
import type { Database } from '../store/database.ts'
import { readVendor } from '../store/vendor.ts'
import { drawnPlain } from './letter-html.ts'
import { senderLines } from './letter-text.ts'
import type { SendMail } from './send-mail.ts'

/** How a mail that is about no event gets to the mail server: in the vendor's name, as the letters do. */
export interface PlainPost {
  readonly db: Database
  readonly publicUrl: string
  readonly sendMail: SendMail
  /** The machine's clock: a mail server looks at the date. */
  readonly stamp: () => Instant
}

/** @returns a function that throws with the server's answer where it does not take the mail. */
export function plainMailer({ db, publicUrl, sendMail, stamp }: PlainPost) {
  return async ({ id, to, subject, text }: PlainMail): Promise<void> => {
    const vendor = await readVendor(db)
    const { legalName, replyTo } = vendor
    const foot = senderLines(vendor)
    const mailed = await sendMail({
      messageId: `${id}@${new URL(publicUrl).hostname}`,
      to: [{ name: '', email: to }],
      replyTo: replyTo === '' ? null : replyTo,
      fromName: legalName,
      subject,
      plain: foot.length === 0 ? text : `${text.trimEnd()}\n\n${['--', ...foot].join('\n')}\n`,
      html: drawnPlain(subject, text, { legalName, foot }),
      logo: null,
      writtenAt: stamp(),
    })
    if (!mailed.isTaken) throw new Error(mailed.answer)
  }
}
