import { z } from 'zod'
import { dateAt, momentAfter } from '../license/calendar.ts'
import type { License, TerminationKind } from '../license/license.ts'
import { earliestTermination } from '../license/renewal.ts'
import { admins } from '../license/roles.ts'
import { terminate } from '../license/termination.ts'
import type { Ending } from '../license/termination.ts'
import { newId } from '../store/id.ts'
import { longDay, placeOf, plainDay } from '../web/day.ts'
import { Choices, Field, Select } from '../web/form.tsx'
import { isPossible } from './act.tsx'
import type { Act, Offer, SheetParts } from './act.tsx'
import { dayIn, ReasonField, reasonIn } from './act-fields.tsx'
import { fitting } from './fit.ts'
import { filled } from './visit.ts'
import type { StaffVisit } from './visit.ts'

export const terminationKinds = [
  'good_cause',
  'mutual',
  'rescission',
  'switching',
  'mistake',
] as const satisfies readonly TerminationKind[]

const sides = ['vendor', 'customer'] as const
const chosen = z.strictObject({ kind: z.enum(terminationKinds), side: z.enum(sides) })

export const termination: Act<Ending> = {
  path: 'termination',
  who: admins,
  title: (words) => words.acts.terminate.title,
  know: async () => null,
  pointers: ['/kind', '/side', '/reason', '/on', '/effective_at'],
  read: (visit, license) => {
    const { kind, side } = chosenIn(visit)
    const on = dayIn(visit, 'on')
    return {
      id: newId('trm', visit.now),
      kind,
      // Two sides agree to a mutual one, whoever was chosen.
      side: kind === 'mutual' ? 'both' : side,
      reason: reasonIn(visit),
      effectiveAt: on === null ? null : momentAfter(on, license.timeZone),
      by: visit.person,
    }
  },
  run: (license, ending, now) => terminate(license, ending, now),
  told: ({ words, language, now }, { after }, { kind }) => {
    const text = words.acts.terminate
    const means = [text.means, ...(kind === 'mistake' ? [text.quiet] : [])]
    const at = earliestTermination(after)?.effectiveAt ?? now
    if (at <= now) return { when: text.now, means, button: text.doNow }
    const day = dateAt(at - 1, after.timeZone)
    return {
      when: text.after(longDay(day, language), placeOf(after.timeZone)),
      means,
      button: text.doAfter(plainDay(day, language)),
    }
  },
  Fields,
  grave: true,
}

/** @throws Problem unfit */
function chosenIn(visit: StaffVisit) {
  return fitting(chosen, {
    kind: filled(visit, 'kind') || 'good_cause',
    side: filled(visit, 'side') || 'vendor',
  })
}

function Fields({ visit, wrongs }: SheetParts<null>) {
  const { words, form } = visit
  const text = words.acts.terminate
  return (
    <>
      <Select
        name="kind"
        label={text.kind}
        options={terminationKinds.map((each) => [each, text.kinds[each]])}
        chosen={form['kind'] ?? 'good_cause'}
        wrong={wrongs.at('/kind')}
      />
      <Choices
        name="side"
        legend={text.side}
        hint={text.sideHint}
        options={sides.map((each) => [each, text.sides[each]])}
        chosen={form['side'] ?? 'vendor'}
        wrong={wrongs.at('/side')}
      />
      <Field
        name="on"
        type="date"
        label={text.on}
        hint={text.onHint}
        value={form['on']}
        wrong={wrongs.at('/on', '/effective_at')}
      />
      <ReasonField visit={visit} wrongs={wrongs} />
    </>
  )
}

export const terminationOffer: Offer = {
  act: termination,
  label: ({ acts }) => acts.terminate.offer,
  isOffered: (license, now) => isPossible(() => terminate(license, atOnce(license), now)),
}

function atOnce({ id }: License): Ending {
  return {
    id: `trm_${id}`,
    side: 'vendor',
    kind: 'good_cause',
    reason: '–',
    effectiveAt: null,
    by: { id: 'nobody', role: 'admin' },
  }
}
