import type { Role } from './actor.ts'

/** Every role, from the one that may least. */
export const roles: readonly Role[] = ['viewer', 'phone', 'support', 'billing', 'admin']

/** Who may read what is kept. A telephone system looks callers up and reads nothing else. */
export const readers: readonly Role[] = ['viewer', 'support', 'billing', 'admin']

/** Who looks callers up. */
export const callers: readonly Role[] = ['viewer', 'phone', 'support', 'billing', 'admin']

/** Who creates customers and licenses, pauses them, and adds terms. */
export const sellers: readonly Role[] = ['billing', 'admin']

/** Who records an objection and its receipt. */
export const recorders: readonly Role[] = ['support', 'billing', 'admin']

/** Who works with customers: inquiries, warnings, withdrawals by consent. */
export const supporters: readonly Role[] = ['support', 'admin']

export const admins: readonly Role[] = ['admin']
