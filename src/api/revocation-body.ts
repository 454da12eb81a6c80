import { z } from 'zod'
import { text } from './schema.ts'

/** Why a key is revoked. Whoever has nothing to say sends no body. */
export const revocationBody = z.strictObject({ reason: text(2000).optional() })
