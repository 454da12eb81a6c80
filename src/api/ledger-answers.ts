import { z } from 'zod'

// What answers about support look like, beside `answers.ts`.

const instant = z.string().meta({ format: 'date-time' })
const date = z.string().meta({ format: 'date' })

const fairUseAnswer = z
  .object({
    inquiries: z.int(),
    window: z.string(),
    from: instant,
    used: z.int(),
    flagged: z.boolean(),
  })
  .meta({
    id: 'FairUse',
    description: 'How many inquiries beyond the scope count now, beside the number that flags.',
  })

export const inquiryAnswer = z
  .object({
    id: z.string(),
    license: z.string(),
    at: instant,
    channel: z.string(),
    topic: z.enum(['in_scope', 'out_of_scope', 'repeat']),
    repeats: z.string().nullable(),
    minutes: z.int().nullable(),
    contact: z.string().nullable(),
    subject: z.string().nullable(),
    entitled: z.boolean(),
    agent: z.string(),
    recorded_at: instant,
    corrected_at: instant.nullable(),
    struck_at: instant.nullable(),
    event: z.string(),
  })
  .meta({ id: 'Inquiry', description: 'One time that a customer asked support.' })

export const loggedAnswer = inquiryAnswer
  .extend({ warning: z.string().nullable(), fair_use: fairUseAnswer.nullable() })
  .meta({ id: 'LoggedInquiry' })

export const supportAnswer = z
  .object({
    contract: z
      .object({
        level: z.string(),
        channels: z.array(z.string()),
        scope: z.string(),
        entitled: z.boolean(),
        until: date.nullable(),
        reason: z.string().nullable(),
        since: instant.nullable(),
      })
      .nullable(),
    days_left: z.int().nullable(),
    fair_use: fairUseAnswer.nullable(),
  })
  .meta({ id: 'Support', description: 'Whether support answers, and how it was used.' })

const language = z.enum(['de', 'en'])

export const letterAnswer = z
  .object({ language, recipient: z.string().nullable(), text: z.string() })
  .meta({ id: 'WarningLetter' })

export const warningAnswer = z
  .object({
    id: z.string(),
    license: z.string(),
    at: instant,
    form: z.enum(['letter', 'spoken']),
    delivery: z.enum(['mail', 'by_hand', 'spoken']),
    language,
    recipient: z.string().nullable(),
    text: z.string().nullable(),
    agent: z.string(),
    recorded_at: instant,
    event: z.string(),
  })
  .meta({ id: 'Warning', description: 'A formal request to stop using support out of scope.' })

export const documentAnswer = z
  .object({
    id: z.string(),
    license: z.string().nullable(),
    of: z.string().nullable(),
    name: z.string().nullable(),
    media_type: z.string(),
    size: z.int(),
    sha256: z.string(),
    recorded_by: z.string(),
    recorded_at: instant,
  })
  .meta({ id: 'Document', description: 'A file that is on record, with the hash of its bytes.' })
