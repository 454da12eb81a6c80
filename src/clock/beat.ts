import type { Deps } from '../deps.ts'
import { signDueLists } from '../store/status-list.ts'
import { tick } from './tick.ts'

type Beating = Pick<Deps, 'db' | 'now' | 'log' | 'follow' | 'signers' | 'issuer' | 'publicUrl'>

/**
 * A beat that nobody asked for: what is due is settled, and the status lists tell of it. One that fails is logged, and the next one
 * does its work: nothing is lost.
 */
export async function beat(deps: Beating): Promise<void> {
  try {
    await deps.follow('work', 'beat', () => beatOf(deps))
  } catch (error) {
    deps.log({ event: 'beat-failed', error: String(error) })
  }
}

async function beatOf(deps: Beating): Promise<void> {
  const { db, log, follow } = deps
  const now = await deps.now()
  const { renewed, ended, failed, failures } = await tick(db, now, { follow })
  if (renewed + ended + failed > 0) log({ event: 'settled', renewed, ended, failed })
  for (const { license, error } of failures) log({ event: 'set-aside', license, error })
  await signDueLists(deps, now)
}
