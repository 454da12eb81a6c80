import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endRenewal, makeContract, moveClock } from '../../examples/broetchenbringer/contract.ts'
import type { Contract } from '../../examples/broetchenbringer/contract.ts'
import { openBakery } from '../../examples/broetchenbringer/open-bakery.ts'
import type { BakeryOptions, RunningBakery } from '../../examples/broetchenbringer/open-bakery.ts'
import { sandboxClock, startSandbox } from '../../examples/broetchenbringer/sandbox.ts'
import type { Sandbox } from '../../examples/broetchenbringer/sandbox.ts'

export const start = '2026-09-28T09:00:00+02:00'
export const lastSecond = '2026-09-30T23:59:59+02:00'
export const midnight = '2026-10-01T00:00:00+02:00'

/** The vendor's server and the bakery's program, both on this machine, as `npm run story` starts them. */
export interface House {
  readonly sandbox: Sandbox
  readonly contract: Contract
  readonly directory: string
  /** Starts the program on a directory of its own; a second time it is the same installation. */
  open(options?: Partial<BakeryOptions>): Promise<RunningBakery>
  endRenewal(): Promise<void>
  moveClock(now: string): Promise<void>
  close(): Promise<void>
}

export async function openHouse(): Promise<House> {
  const directory = await mkdtemp(join(tmpdir(), 'broetchenbringer-test-'))
  const sandbox = await startSandbox(await freePort(), start)
  const contract = await makeContract(sandbox)
  const now = sandboxClock(sandbox.address, start)
  return {
    sandbox,
    contract,
    directory,
    open: (options = {}) =>
      openBakery({
        directory: join(directory, 'bakery'),
        server: sandbox.address,
        key: contract.key,
        sandbox: true,
        now,
        ...options,
      }),
    endRenewal: () => endRenewal(sandbox, contract),
    moveClock: (at) => moveClock(sandbox, at),
    close: async () => {
      await sandbox.stop()
      await sandbox.remove()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof at === 'object' && at !== null ? at.port : 0
}
