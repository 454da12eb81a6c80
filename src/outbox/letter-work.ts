import type { LetterKind } from '../license/letter-kind.ts'
import type { Vendor } from '../license/vendor.ts'
import type { LetterLanguage } from '../license/warning.ts'
import type { Wording } from '../license/wording.ts'
import type { Letter } from './letter.ts'
import { sampleLetter } from './sample-occasion.ts'
import type { SendMail } from './send-mail.ts'

/** What pages and calls ask of the letters, whose room stands beside theirs. */
export interface LetterWork {
  /** Null where this door sends no mail. */
  readonly sendMail: SendMail | null
  /** What a letter of a kind looks like, about a license that nobody has. */
  readonly sample: (asked: AskedSample) => Letter
}

export interface AskedSample {
  readonly kind: LetterKind
  readonly language: LetterLanguage
  readonly vendor: Vendor & { readonly logo: string | null }
  readonly wording: Wording | null
}

export function letterWork(publicUrl: string, sendMail: SendMail | null): LetterWork {
  const portal = `${publicUrl}/portal`
  return {
    sendMail,
    sample: (asked) => sampleLetter({ ...asked, portal, hasLogo: asked.vendor.logo !== null }),
  }
}
