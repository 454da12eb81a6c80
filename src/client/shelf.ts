import { emptyEntry, readEntry, writeEntry } from './entry.ts'
import type { Entry } from './entry.ts'
import type { ClientProblem } from './problem.ts'
import type { Store } from './store.ts'

/** One product's place in a store. It never throws: what went wrong stands in `problem`. */
export interface Shelf {
  load(): Promise<Entry>
  save(entry: Entry): Promise<void>
  problem(): ClientProblem | null
}

/** Entries are apart by product and issuer, so that two products can share a store. */
export function shelfIn(store: Store | undefined, product: string, issuer: string): Shelf {
  const name = `auszug:${product}:${issuer}`
  let problem: ClientProblem | null = null
  let last = Promise.resolve()
  return {
    problem: () => problem,
    load: async () => {
      try {
        const text = await store?.read(name)
        return typeof text === 'string' ? readEntry(text) : emptyEntry
      } catch (cause) {
        problem = { code: 'store_unreadable', cause }
        return emptyEntry
      }
    },
    // One after the other, so that an older text never lands on a newer one.
    save: (entry) =>
      (last = last.then(async () => {
        // What could not be read may still be good: only a new token takes its place.
        if (problem?.code === 'store_unreadable' && entry.token === undefined) return
        try {
          await store?.write(name, writeEntry(entry))
          problem = null
        } catch (cause) {
          problem = { code: 'store_unwritable', cause }
        }
      })),
  }
}
