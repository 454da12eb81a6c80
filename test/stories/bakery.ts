import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileStore, openLicense } from '../../src/client/node.ts'
import type { Fetch, OpenLicense, Options } from '../../src/client/node.ts'
import { tick } from '../../src/clock/tick.ts'
import { publicUrl } from '../api/house.ts'
import type { House } from '../api/house.ts'
import { bakery } from '../api/shop.ts'

/** The software at the bakery: the real client with a store in a file, one running at a time. */
export interface Product {
  /** A start of the software; the one before is closed. */
  readonly start: (options?: Partial<Options>) => Promise<OpenLicense>
  /** What stands between it and the vendor. */
  network: Fetch
  readonly close: () => Promise<void>
}

export function install({ app, clock }: House, key: string, machine = 'Kasse 1'): Product {
  const file = join(tmpdir(), `auszug-story-${randomUUID()}.json`)
  let running: OpenLicense | null = null
  const product: Product = {
    network: (url, init) => app.request(url.slice(publicUrl.length), init),
    start: async (options) => {
      await running?.close()
      running = await openLicense({
        server: publicUrl,
        product: bakery.code,
        key,
        store: fileStore(file),
        fetch: (url, init) => product.network(url, init),
        fingerprint: machine,
        machine,
        timeout: 500,
        now: () => clock.now,
        ...options,
      })
      return running
    },
    close: async () => {
      await running?.close()
      await rm(file, { force: true })
    },
  }
  return product
}

/** A network that reaches nobody. */
export const gone: Fetch = () => {
  throw new TypeError('fetch failed')
}

/** Whether the scheduled job runs in a story, or never does. */
export const jobs = [
  ['with a job that keeps up', true],
  ['with a job that never runs', false],
] as const

/** Moves the house's clock; the job runs, if it runs at all. */
export async function moveTo({ clock, database }: House, text: string, job = true): Promise<void> {
  clock.set(text)
  if (job) await tick(database.db, clock.now)
}

/** The answer's members, or a loud no. */
export function ok<T>({ status, body, text }: { status: number; body: T; text: string }): T {
  if (status >= 300) throw new Error(`${status} ${text}`)
  return body
}
