import type { LetterKind } from './letter-kind.ts'
import type { LetterLanguage } from './warning.ts'

/** Who sells the licenses, as letters and pages name them. */
export interface Vendor {
  readonly legalName: string
  /** With lines. */
  readonly address: string
  readonly registerNumber: string
  readonly vatId: string
  readonly supportPhone: string
  readonly supportEmail: string
  /** Where answers to letters go, and objections by e-mail. */
  readonly replyTo: string
  /** Where the vendor's own desk is told of declarations; empty for {@link replyTo}. */
  readonly noticesTo: string
  /** In which language the vendor's own desk is written to. */
  readonly language: LetterLanguage
  readonly termsUrl: string
  readonly privacyUrl: string
  readonly exportHelpUrl: string
  /** Kinds of letter that are not written. */
  readonly switchedOff: readonly LetterKind[]
}

/** What holds while nobody has filled in the settings. */
export const nobodyYet: Vendor = {
  legalName: '',
  address: '',
  registerNumber: '',
  vatId: '',
  supportPhone: '',
  supportEmail: '',
  replyTo: '',
  noticesTo: '',
  language: 'en',
  termsUrl: '',
  privacyUrl: '',
  exportHelpUrl: '',
  switchedOff: [],
}

/** Where the vendor's own desk is written to; null where the settings name nowhere. */
export function deskOf({ noticesTo, replyTo, supportEmail }: Vendor): string | null {
  return [noticesTo, replyTo, supportEmail].find((each) => each !== '') ?? null
}
