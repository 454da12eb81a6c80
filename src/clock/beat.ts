import type { Deps } from '../deps.ts'
import { tick } from './tick.ts'

/** A beat that nobody asked for. One that fails is logged, and the next one does its work: nothing is lost. */
export async function beat({ db, now, log }: Pick<Deps, 'db' | 'now' | 'log'>): Promise<void> {
  try {
    const { renewed, ended, failed, failures } = await tick(db, await now())
    if (renewed + ended + failed > 0) log({ event: 'settled', renewed, ended, failed })
    for (const { license, error } of failures) log({ event: 'set-aside', license, error })
  } catch (error) {
    log({ event: 'beat-failed', error: String(error) })
  }
}
