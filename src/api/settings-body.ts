import { z } from 'zod'
import { letterKinds } from '../license/letter-kind.ts'
import type { Vendor } from '../license/vendor.ts'
import { webAddress } from './schema.ts'
import { isKeepable } from '../web/keepable.ts'

const line = (most: number) =>
  z
    .string()
    .max(most)
    .refine(isKeepable, 'Write text without NUL characters and without lone surrogates.')
/** Empty, or what fits; no union, which as a type would be any string. */
const noneOr = (schema: z.ZodType, detail: string) =>
  z.string().refine((value) => value === '' || schema.safeParse(value).success, detail)
const address = noneOr(z.email().max(254), 'Write an e-mail address.')
const link = noneOr(webAddress, 'Write an address that begins with https:// or http://.')

/** The vendor, whole; an empty text says that there is none. */
export const settingsBody = z.strictObject({
  legal_name: line(200),
  address: line(500),
  register_number: line(200),
  vat_id: line(50),
  support_phone: line(50),
  support_email: address,
  reply_to: address,
  notices_to: address,
  language: z.enum(['de', 'en']),
  terms_url: link,
  privacy_url: link,
  export_help_url: link,
  switched_off: z.array(z.enum(letterKinds)).max(letterKinds.length),
})

export function vendorFrom(body: z.infer<typeof settingsBody>): Vendor {
  return {
    legalName: body.legal_name.trim(),
    address: body.address.replaceAll('\r', '').trim(),
    registerNumber: body.register_number.trim(),
    vatId: body.vat_id.trim(),
    supportPhone: body.support_phone.trim(),
    supportEmail: body.support_email,
    replyTo: body.reply_to,
    noticesTo: body.notices_to,
    language: body.language,
    termsUrl: body.terms_url,
    privacyUrl: body.privacy_url,
    exportHelpUrl: body.export_help_url,
    switchedOff: [...new Set(body.switched_off)],
  }
}

/** Own wording of a letter. */
export const wordingBody = z.strictObject({
  subject: line(200).min(1),
  text: line(6000).min(1),
})
