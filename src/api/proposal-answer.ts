import { z } from 'zod'

const instant = z.string().meta({ format: 'date-time' })

export const proposalAnswer = z
  .object({
    id: z.string(),
    license: z.string(),
    side: z.enum(['vendor', 'customer']).meta({ description: 'Who proposes it.' }),
    kind: z.enum(['amendment', 'withdrawal']),
    state: z.enum(['open', 'accepted', 'declined', 'taken_back', 'lapsed']),
    members: z
      .array(z.string())
      .meta({ description: 'The members of the plan that are to change.' }),
    objection: z.string().nullable().meta({ description: 'The one that is to be taken back.' }),
    reason: z.string().nullable(),
    proposed_by: z.string().nullable(),
    recorded_at: instant,
    lapses_at: instant.nullable(),
    answered_at: instant.nullable(),
  })
  .meta({ id: 'Proposal' })
