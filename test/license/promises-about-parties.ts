import { decideAt } from '../../src/license/facts.ts'
import { settle } from '../../src/license/settle.ts'
import { ahead, check, edges, same, some, termDays } from './look.ts'
import type { Life } from './random-life.ts'

const day = 86_400_000

/** Who a license belongs to, and who may take back what. */
export const aboutParties: Readonly<Record<string, (life: Life) => void>> = {
  'a license that is handed over allows, renews and ends as it would have': (life) => {
    for (const [n, moment] of life.moments.entries()) {
      const { command, settled, after, now } = moment
      if (command === 'job' || command.type !== 'transfer') continue
      check(after.customer !== settled.customer, 'not handed over', moment)
      for (const at of [...some(life, n, edges(settled)), ...ahead(life, now)])
        same(decideAt(after, at), decideAt(settled, at), 'decided otherwise')
      const later = now + 3 * termDays(settled) * day
      same(settle(after, later).license.terms, settle(settled, later).license.terms, 'other terms')
    }
  },

  'a proposal is answered in time or lapses, once': (life) => {
    const { license, now } = settledLife(life)
    const events = [...life.moments.flatMap((each) => each.events), ...license.events]
    for (const { id, lapsesAt, answeredAt } of license.license.proposals) {
      const closing = events.flatMap((event) =>
        closes(event.type) && 'proposal' in event.data && event.data.proposal === id
          ? [event.type]
          : [],
      )
      const isOver = answeredAt !== null || (lapsesAt ?? Infinity) <= now
      check(closing.length === (isOver ? 1 : 0), 'not closed once', { id, closing })
      const isAnswer = answeredAt !== null && closing[0] !== 'proposal.lapsed'
      check(
        !isAnswer || answeredAt < (lapsesAt ?? Infinity),
        'answered too late',
        license.license.proposals,
      )
    }
  },

  'only the side that set a termination takes it back, but for mutual ones and errors': (life) => {
    for (const { before, events } of life.moments)
      for (const event of events) {
        if (event.type !== 'termination.withdrawn' || event.data.kind === 'error') continue
        const { termination, side } = event.data
        const set = before.terminations.find(({ id }) => id === termination)
        check(set?.side === 'both' || set?.side === side, 'taken back by the other side', event)
      }
  },
}

function settledLife({ license, now }: Life) {
  const later = now + 800 * day
  return { license: settle(license, later), now: later }
}

function closes(type: string): boolean {
  return type.startsWith('proposal.') && type !== 'proposal.made'
}
