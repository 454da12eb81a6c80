import { z } from 'zod'
import { letterKinds } from '../license/letter-kind.ts'
import { letterStates } from '../store/letter.ts'

const instant = z.string().meta({ format: 'date-time' })
const language = z.enum(['de', 'en'])

export const keptLetterAnswer = z
  .object({
    id: z.string(),
    license: z.string(),
    customer: z.string(),
    event: z.string(),
    kind: z.enum(letterKinds),
    state: z.enum(letterStates).meta({
      description:
        'On its way by mail, mailed, refused by the mail server, to be sent by hand, or sent so.',
    }),
    language,
    subject: z.string().nullable().meta({ description: 'Null once it is erased.' }),
    recipients: z.array(z.object({ name: z.string(), email: z.string() })),
    reply_to: z.string().nullable(),
    wording: z
      .int()
      .nullable()
      .meta({ description: 'The version of the vendor’s own wording; null for the usual words.' }),
    written_at: instant,
    mailed_at: instant.nullable(),
    refused: z
      .array(z.string())
      .nullable()
      .meta({ description: 'Addresses that were refused while others took it.' }),
    failed: z.string().nullable().meta({ description: 'Why the last attempt failed.' }),
    handed_at: instant.nullable(),
    handed_by: z.string().nullable(),
  })
  .meta({ id: 'Letter', description: 'What was written to a customer, and how it went there.' })

export const wholeLetterAnswer = keptLetterAnswer
  .extend({
    plain: z.string().nullable(),
    html: z
      .string()
      .nullable()
      .meta({ description: 'A logo in it stands as `cid:logo`, as in the mail.' }),
  })
  .meta({ id: 'WholeLetter' })

export const settingsAnswer = z
  .object({
    legal_name: z.string(),
    address: z.string(),
    register_number: z.string(),
    vat_id: z.string(),
    support_phone: z.string(),
    support_email: z.string(),
    reply_to: z.string(),
    notices_to: z.string(),
    language,
    terms_url: z.string(),
    privacy_url: z.string(),
    export_help_url: z.string(),
    switched_off: z.array(z.enum(letterKinds)),
    logo: z
      .string()
      .nullable()
      .meta({ description: 'The SHA-256 of the logo, which the console takes.' }),
  })
  .meta({ id: 'Settings', description: 'Who sells the licenses, as letters and pages name them.' })
