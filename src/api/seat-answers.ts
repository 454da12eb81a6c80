import { z } from 'zod'

// What answers say about seats and who has them.

const instant = z.string().meta({ format: 'date-time' })

/** What was agreed about seats: members of a plan, and of a license. */
export const seats = {
  seats: z.int().nullable(),
  seat_changes: z.object({ count: z.int(), window: z.string() }),
  replace_oldest: z.boolean(),
  seat_lapse: z.string().nullable(),
  lease: z.string().nullable(),
}

export const activationAnswer = z
  .object({
    id: z.string(),
    machine: z.string().nullable(),
    created_at: instant,
    last_seen_at: instant,
  })
  .meta({ id: 'Activation' })

/** With `no_seat`: the machines that have the seats, and how often one can still be taken over. */
export const taken = {
  machines: z.array(activationAnswer).optional(),
  seat_changes: z.object({ left: z.int(), next_at: instant.nullable() }).optional(),
}

/** A license file: what stands in it is signed, each by itself. */
export const licenseFileAnswer = z
  .object({ version: z.literal(1), token: z.string(), keys: z.string() })
  .meta({ id: 'LicenseFile', description: 'What a machine without a network is given.' })

export const leaseAnswer = z
  .object({
    id: z.string(),
    holder: z.string().nullable(),
    taken_at: instant,
    expires_at: instant,
  })
  .meta({ id: 'Lease', description: 'A seat in use, where seats are counted by use.' })
