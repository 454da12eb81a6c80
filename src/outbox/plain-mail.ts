import type { Mail as PlainMail } from '../deps.ts'
import type { Instant } from '../license/license.ts'
import type { Database } from '../store/database.ts'
import { readVendor } from '../store/vendor.ts'
import { markup } from './markup.ts'
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
    const { legalName, replyTo } = await readVendor(db)
    const mailed = await sendMail({
      messageId: `${id}@${new URL(publicUrl).hostname}`,
      to: [{ name: '', email: to }],
      replyTo: replyTo === '' ? null : replyTo,
      fromName: legalName,
      subject,
      plain: text,
      html: pageOf(text),
      logo: null,
      writtenAt: stamp(),
    })
    if (!mailed.isTaken) throw new Error(mailed.answer)
  }
}

/** The same words, their lines kept. */
function pageOf(text: string): string {
  const style = 'font: 16px/1.5 system-ui, sans-serif; max-width: 40em; white-space: pre-line'
  return markup`<!doctype html><meta charset="utf-8"><body style="${style}">${text}</body>`.text
}
