import { z } from 'zod'
import { customerAnswer, licenseAnswer } from './answers.ts'
import { supportAnswer } from './ledger-answers.ts'

const instant = z.string().meta({ format: 'date-time' })

const licenseCard = z.object({
  license: licenseAnswer,
  support: supportAnswer,
  recent_inquiries: z.array(
    z.object({
      id: z.string(),
      at: instant,
      topic: z.enum(['in_scope', 'out_of_scope', 'repeat']),
      subject: z.string().nullable(),
    }),
  ),
  warnings: z.object({ count: z.int(), last_at: instant.nullable() }),
})

export const lookupAnswer = z
  .object({
    data: z.array(
      z.object({
        match: z.enum(['exact', 'likely']),
        customer: customerAnswer,
        contact: z.string().nullable(),
        license: z.string().nullable(),
        licenses: z.array(licenseCard),
      }),
    ),
    more: z.boolean(),
  })
  .meta({ id: 'Lookup', description: 'Who calls, the surest first; nobody is an empty list.' })
