import { z } from 'zod'
import { exportTableAnswer } from './export-tables.ts'

export const exportFormatsAnswer = z
  .object({
    product: z.string(),
    name: z.string(),
    export_formats: z.array(
      z.object({ name: z.string(), media_type: z.string(), extension: z.string() }),
    ),
    export_tables: z.array(exportTableAnswer),
  })
  .meta({ id: 'ExportFormats', description: 'What a product exports a customer’s data as.' })
