import { z } from 'zod'

export const exportFormatsAnswer = z
  .object({
    product: z.string(),
    name: z.string(),
    export_formats: z.array(
      z.object({ name: z.string(), media_type: z.string(), extension: z.string() }),
    ),
  })
  .meta({ id: 'ExportFormats', description: 'What a product exports a customer’s data as.' })
