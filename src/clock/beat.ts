import type { Deps } from '../deps.ts'
import { deliverDue } from '../outbox/deliver.ts'
import { sendWaitingMails } from '../outbox/waiting-mails.ts'
import { signDueLists } from '../store/status-list.ts'
import { retainAndTell } from './retain.ts'
import { tick } from './tick.ts'

type Delivering = Pick<Deps, 'db' | 'now' | 'log' | 'follow' | 'carriers'>
type Beating = Delivering & Pick<Deps, 'signers' | 'issuer' | 'publicUrl' | 'kek' | 'sendMail'>

/**
 * A beat that nobody asked for: what is due is settled, the status lists tell of it, what waits in the outbox goes out, and what was
 * kept for its time is erased. One that fails is logged, and the next one does its work: nothing is lost.
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
  // Receivers may be slow: late news of tokens does not wait for them.
  await signDueLists(deps, now)
  await deliver(deps)
  await sendWaitingMails(deps, now)
  await retainAndTell(deps)
}

/** Sends what waits in the outbox. What fails is logged, and tried again by the next one. */
export async function deliver(deps: Delivering): Promise<void> {
  const { db, now, log, follow, carriers } = deps
  try {
    await follow('work', 'deliver', async (note) => {
      const { delivered, failed, givenUp } = await deliverDue({
        db,
        now,
        carriers,
        dice: Math.random,
      })
      if (delivered + failed + givenUp === 0) return
      note({ 'auszug.delivered': delivered, 'auszug.failed': failed, 'auszug.given_up': givenUp })
      log({ event: 'delivered', delivered, failed, given_up: givenUp })
    })
  } catch (error) {
    log({ event: 'delivery-failed', error: String(error) })
  }
}
