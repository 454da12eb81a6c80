import { z } from 'zod'

export const statsAnswer = z
  .object({
    at: z.string().meta({ format: 'date-time' }),
    exact: z.boolean(),
    looked_at: z.int(),
    products: z.array(
      z.object({
        product: z.string(),
        licenses: z.int(),
        full: z.int(),
        export_only: z.int(),
        renews_in_90_days: z.int(),
        ends_in_90_days: z.int(),
        renews_in_12_months: z.int(),
        ends_in_12_months: z.int(),
      }),
    ),
    activations: z.int(),
    objections: z.int(),
  })
  .meta({ id: 'Stats', description: 'The server at a glance.' })
