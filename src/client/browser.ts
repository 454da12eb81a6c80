import { OpenLicense } from './open-license.ts'
import type { Options } from './options.ts'

/**
 * Opens a product's license: what is kept is checked offline, and the server is asked. It never throws, and waits for the network at most
 * `timeout` if a stored token is good.
 */
export function openLicense(options: Options): Promise<OpenLicense> {
  return OpenLicense.open(options)
}

export { guarded } from './guarded.ts'
export { browserStore, memoryStore } from './store.ts'
export { RestrictedError } from './restricted-error.ts'
export type { Store } from './store.ts'
export type { Held, Listener, OpenLicense } from './open-license.ts'
export type { Fetch, Options, Pins } from './options.ts'
export type { ClientProblem } from './problem.ts'
export type { ClientReason, Standing } from './standing.ts'
export type { Mark, Marks } from './marks.ts'
export type { SeatHolder } from './wire.ts'
export type { Guarding, Restriction, Routes } from './restriction.ts'
