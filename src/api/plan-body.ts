import { z } from 'zod'
import { override } from './override.ts'
import { overrides, planMembers } from './plan-members.ts'
import { code, idOrCode, text } from './schema.ts'

export const planBody = z.strictObject({
  code,
  product: idOrCode,
  name: text(200),
  ...planMembers,
  trial: z.boolean().optional(),
  override,
})

export const planEdit = overrides.extend({
  name: text(200).optional(),
  trial: z.boolean().optional(),
  override,
})
