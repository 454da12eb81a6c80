/** What a caller may do; the table of roles stands in docs/roles.md. */
export type Role = 'viewer' | 'phone' | 'support' | 'billing' | 'admin'

/** Who gives a command: an opaque id (no name), and in which role. The clock itself is `system`. */
export interface Actor {
  readonly id: string
  readonly role: Role | 'system' | 'customer'
}

/** The clock, and the products that ask for tokens. */
export const system: Actor = { id: 'system', role: 'system' }
