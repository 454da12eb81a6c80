import { dateAt, firstMoment } from '../license/calendar.ts'
import { decideAt } from '../license/facts.ts'
import type { License } from '../license/license.ts'
import { isOver } from '../license/over.ts'
import { sellers } from '../license/roles.ts'
import { openSuspension, resume, suspend } from '../license/suspension.ts'
import type { Pause } from '../license/suspension.ts'
import { newId } from '../store/id.ts'
import { longDay, placeOf, plainDay } from '../web/day.ts'
import { Field } from '../web/form.tsx'
import type { Act, Offer, SheetParts } from './act.tsx'
import { dayIn, ReasonField, reasonIn } from './act-fields.tsx'

export const suspension: Act<Pause> = {
  path: 'suspension',
  who: sellers,
  title: (words) => words.acts.suspend.title,
  know: async () => null,
  pointers: ['/reason', '/from', '/effective_at'],
  read: (visit, { timeZone }) => {
    const from = dayIn(visit, 'from')
    const today = dateAt(visit.now, timeZone)
    return {
      id: newId('sus', visit.now),
      reason: reasonIn(visit),
      effectiveAt: from === null || from === today ? null : firstMoment(from, timeZone),
    }
  },
  run: (license, pause, now) => suspend(license, pause, now),
  told: ({ words, language, now }, { after: { suspensions, timeZone } }) => {
    const text = words.acts.suspend
    const from = suspensions.at(-1)?.from ?? now
    if (from <= now) return { when: text.now, means: [text.means], button: text.doNow }
    const day = dateAt(from, timeZone)
    return {
      when: text.from(longDay(day, language), placeOf(timeZone)),
      means: [text.means],
      button: text.doFrom(plainDay(day, language)),
    }
  },
  Fields: ({ visit, wrongs }: SheetParts<null>) => (
    <>
      <ReasonField visit={visit} wrongs={wrongs} />
      <Field
        name="from"
        type="date"
        label={visit.words.acts.suspend.fromField}
        hint={visit.words.acts.suspend.fromHint}
        value={visit.form['from']}
        wrong={wrongs.at('/from', '/effective_at')}
      />
    </>
  ),
}

export const resumption: Act<null> = {
  path: 'resumption',
  who: sellers,
  title: (words, license) =>
    isAnnounced(license) ? words.acts.resume.callOffTitle : words.acts.resume.title,
  know: async () => null,
  pointers: [],
  read: () => null,
  run: (license, _, now) => resume(license, now),
  told: ({ words, now }, { before, after }) => {
    const text = words.acts.resume
    if (isAnnounced(before))
      return { when: text.calledOff, means: [text.calledOffMeans], button: text.callOff }
    const { mode, reason } = decideAt(after, now)
    const isFull = mode === 'full'
    return {
      when: isFull ? text.full : text.stays,
      means: isFull ? [] : [words.acts.because[reason]],
      button: text.do,
    }
  },
}

/** Whether a pause is announced that has not begun. */
function isAnnounced(license: License): boolean {
  const open = openSuspension(license)
  return open !== null && open.from > license.settledAt
}

export const suspensionOffers: readonly Offer[] = [
  {
    act: suspension,
    label: ({ acts }) => acts.suspend.offer,
    isOffered: (license, now) => {
      const open = openSuspension(license)
      return !isOver(license, now) && (open === null || open.from > now)
    },
  },
  {
    act: resumption,
    label: ({ acts }, license) =>
      isAnnounced(license) ? acts.resume.callOffTitle : acts.resume.offer,
    isOffered: (license) => openSuspension(license) !== null,
  },
]
