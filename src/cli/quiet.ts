import type { Deps } from '../deps.ts'

/** A command serves nobody over the network and keeps no log. */
export const quiet: Pick<Deps, 'log' | 'addressOf'> = { log: () => {}, addressOf: () => '' }
