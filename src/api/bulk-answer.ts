import { z } from 'zod'

export const bulkIssuedAnswer = z
  .object({
    issued: z.int(),
    refused: z.int(),
    data: z.array(
      z.object({
        n: z.int(),
        status: z.int(),
        license: z.string().nullable(),
        key: z.string().nullable(),
        external_refs: z.record(z.string(), z.string()),
        problem: z
          .object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() })
          .loose()
          .nullable(),
      }),
    ),
  })
  .meta({ id: 'BulkIssued', description: 'What became of each, in the order of the request.' })
