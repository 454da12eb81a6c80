import type { Instant } from '../license/license.ts'
import type { Database } from '../store/database.ts'
import { lettersSentBy, markFailed, markMailed } from '../store/letter.ts'
import type { KeptLetter } from '../store/letter.ts'
import type { Entry } from '../store/outbox.ts'
import { findLogo, readVendor } from '../store/vendor.ts'
import type { Attempt, Carrier } from './deliver.ts'
import type { Mailed, SendMail } from './send-mail.ts'
import { writeLetters } from './write-letters.ts'

/** What a door gives for letters. */
export interface Post {
  readonly db: Database
  readonly publicUrl: string
  /** Null on a door that sends no mail: letters are written, kept, and wait for a hand. */
  readonly sendMail: SendMail | null
}

/**
 * Writes letters, and mails them. A letter is kept before it is sent, so that what is sent again after a crash is the same letter under
 * the same Message-ID.
 */
export function letterCarrier(post: Post): Carrier {
  return {
    carries: (target) => target === 'letters',
    send: (entries, now) => Promise.all(entries.map((entry) => attempt(post, entry, now))),
  }
}

async function attempt(post: Post, entry: Entry, now: Instant): Promise<Attempt> {
  const began = performance.now()
  const made = (said: Pick<Attempt, 'status' | 'error' | 'answer' | 'isFinal'>): Attempt => ({
    at: now,
    ms: Math.round(performance.now() - began),
    body: null,
    ...said,
  })
  try {
    const mailed = await carry(post, entry, now)
    const failed = mailed.find((each) => !each.isTaken && !each.isFinal)
    const refused = mailed.find((each) => !each.isTaken)
    const last = failed ?? refused ?? mailed.at(-1)
    if (last === undefined) return made({ status: null, error: null, answer: null })
    const { status, answer, isTaken } = last
    if (isTaken) return made({ status, error: null, answer })
    return made({ status, error: answer, answer, isFinal: last.isFinal })
  } catch (error) {
    // One letter that cannot be written holds up no other.
    return made({ status: null, error: String(error), answer: null })
  }
}

async function carry(post: Post, entry: Entry, now: Instant): Promise<readonly Mailed[]> {
  const { db, publicUrl, sendMail } = post
  const { event, message } = entry
  if (event !== null && event === message)
    await writeLetters({ db, publicUrl, mails: sendMail !== null }, { event, message }, now)
  if (sendMail === null) return []
  const mailed: Mailed[] = []
  for (const letter of await lettersSentBy(db, message))
    mailed.push(...(await mailOne(post, sendMail, letter, now)))
  return mailed
}

async function mailOne(
  { db, publicUrl }: Post,
  sendMail: SendMail,
  letter: KeptLetter,
  now: Instant,
): Promise<readonly Mailed[]> {
  const { id, sends, recipients, replyTo, subject, plain, html, writtenAt, logo } = letter
  if (subject === null || plain === null || html === null) return []
  const { legalName } = await readVendor(db)
  const mailed = await sendMail({
    messageId: messageIdOf(id, sends, publicUrl),
    to: recipients,
    replyTo,
    fromName: legalName,
    subject,
    plain,
    html,
    logo: logo === null ? null : await findLogo(db, logo),
    writtenAt,
  })
  if (mailed.isTaken) await markMailed(db, id, mailed.refused, now)
  else await markFailed(db, id, mailed.answer)
  return [mailed]
}

/** A letter that a person sends once more is another mail; one that is sent again by itself is the same. */
function messageIdOf(id: string, sends: number, publicUrl: string): string {
  return `${id}.${sends}@${new URL(publicUrl).hostname}`
}
