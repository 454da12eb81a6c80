import { decideAt } from '../../src/license/facts.ts'
import { settle } from '../../src/license/settle.ts'
import { isVoid } from '../../src/license/terms.ts'
import { withdraw } from '../../src/license/withdrawal.ts'
import {
  ahead,
  between,
  check,
  day,
  isTerminated,
  newObjections,
  same,
  snapshots,
  termDays,
  unobjected,
  unrecorded,
  year,
} from './look.ts'
import type { Life } from './random-life.ts'

/** The promises of "Renewal and objection". */
export const aboutObjections: Readonly<Record<string, (life: Life) => void>> = {
  'an objection is effective at the first end whose deadline lies after its receipt': (life) => {
    for (const moment of newObjections(life)) {
      const { receivedAt, effectiveOn, timely } = moment.objection
      const terms = unobjected(moment.settled, moment.objection.effectiveAt).terms.filter(
        (term) => !isVoid(term),
      )
      const again = terms.findLastIndex(({ origin }) => origin === 'reinstatement')
      const run = terms.slice(Math.max(again, 0))
      const first = run.find(({ deadline }) => deadline !== null && deadline > receivedAt)
      check(first?.endsOn === effectiveOn, 'not the first end', {
        objection: moment.objection,
        first,
      })
      const running = run.findLastIndex(({ startsAt }) => startsAt <= receivedAt)
      const ran = run.slice(Math.max(running, 0)).find(({ deadline }) => deadline !== null)
      check(timely === receivedAt < (ran?.deadline ?? 0), 'timely or not', moment.objection)
    }
  },

  'a timely objection recorded before the end ends the license on that day, never earlier, never later':
    (life) => {
      for (const { after, objection, recordedAt } of newObjections(life)) {
        const { effectiveOn, effectiveAt } = objection
        const others = after.objections.filter(
          (each) => each.id !== objection.id && each.withdrawnAt === null && each.closedAt === null,
        )
        const sooner = others.some((each) => (each.effectiveAt ?? Infinity) < effectiveAt)
        if (effectiveAt <= recordedAt || sooner || isTerminated(after, effectiveAt)) continue
        const last = decideAt(after, effectiveAt - 1)
        check(last.conditions.includes('in_term'), 'ended earlier', { objection, last })
        check(last.term?.endsOn === effectiveOn && last.renewal.ends, 'another term', last)
        for (const at of [effectiveAt, ...ahead(life, effectiveAt)]) {
          const over = decideAt(after, at)
          check(over.conditions.includes('ended'), 'ended later', { objection, over })
          check(over.term?.endsOn === effectiveOn, 'another term after', over)
        }
        const settled = settle(after, effectiveAt + year).license
        check(settled.terms.at(-1)?.endsOn === effectiveOn, 'renewed', settled.terms)
      }
    },

  'a withdrawn objection leaves the same terms as none': (life) => {
    for (const { settled, after, objection, now } of newObjections(life)) {
      const without = settled.objections.every(({ side }) => side !== objection.side)
      if (objection.effectiveAt <= after.recordedAt || !without) continue
      const at = between(life, Math.max(now, after.recordedAt), objection.effectiveAt)
      const agreed = { by: 'N. Beispiel', at, how: 'phone' }
      const taken = {
        kind: 'agreed',
        reason: null,
        agreed,
        by: { id: 'a', role: 'admin' },
      } as const
      const back = withdraw(settle(after, at).license, objection.side, taken, at).license
      const until = objection.effectiveAt + Math.min(3 * termDays(after) * day, 3 * year)
      const none = settle(settled, until).license
      same(unrecorded(settle(back, until).license.terms), unrecorded(none.terms), 'other terms')
      for (const later of ahead(life, at))
        same(decideAt(back, later), decideAt(none, later), 'late')
    }
  },

  'neither side is bound to a term whose objection deadline it met': (life) => {
    for (const { license } of snapshots(life))
      for (const {
        receivedAt,
        effectiveOn,
        receiptRecordedAt,
        ...objection
      } of license.objections) {
        if (receivedAt === null || objection.withdrawnAt !== null || objection.closedAt !== null)
          continue
        for (const term of license.terms)
          if (term.startsOn > (effectiveOn ?? '') && term.deadline !== null) {
            check(
              term.cutAt !== null ||
                term.endsAt === null ||
                term.endsAt <= (receiptRecordedAt ?? 0),
              'bound',
              { objection, term },
            )
            check(term.recordedAt <= (receiptRecordedAt ?? 0), 'renewed afterwards', term)
          }
      }
  },

  'neither side is bound by a withdrawal that it did not consent to, once its own deadline has passed':
    (life) => {
      for (const { command, settled, now, objection } of life.moments) {
        if (command === 'job' || command.type !== 'withdraw' || objection === null) continue
        check(command.kind === 'error' || command.agreed, 'nobody consented', objection)
        const { effectiveOn, effectiveAt } = objection
        if (command.kind === 'agreed' || effectiveOn === null) continue
        const { terms } = unobjected(settled, effectiveAt)
        const deadline = terms.findLast(({ endsOn }) => endsOn === effectiveOn)?.deadline ?? 0
        check(now < deadline, 'corrected after the deadline', objection)
      }
    },
}
