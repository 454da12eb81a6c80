import { z } from 'zod'
import { date, text } from '../api/schema.ts'
import type { Override } from '../license/ended-relation.ts'
import type { CalendarDate } from '../license/license.ts'
import { admins } from '../license/roles.ts'
import type { KnownCustomer } from '../store/customer.ts'
import { Field } from '../web/form.tsx'
import { fitting } from './fit.ts'
import type { Wrongs } from './fit.ts'
import { Note } from '../web/note.tsx'
import { filled, may } from './visit.ts'
import type { StaffVisit } from './visit.ts'

interface Parts {
  readonly visit: StaffVisit
  readonly wrongs: Wrongs
}

export function ReasonField({ visit, wrongs, hint }: Parts & { readonly hint?: string }) {
  const { words, form } = visit
  return (
    <Field
      name="reason"
      label={words.objection.reason}
      hint={hint ?? words.acts.reasonHint}
      value={form['reason']}
      wrong={wrongs.at('/reason')}
      lines
    />
  )
}

const reasonBody = z.strictObject({ reason: text(2000) })

/** The reason; a sheet that is only looked at needs none yet. @throws Problem unfit */
export function reasonIn(visit: StaffVisit): string {
  const reason = visit.sends ? filled(visit, 'reason') : '–'
  return fitting(reasonBody, { reason }).reason
}

/** The reason where it may be left out. @throws Problem unfit */
export function optionalReasonIn(visit: StaffVisit): string | null {
  return filled(visit, 'reason') === '' ? null : reasonIn(visit)
}

/** A day; null where the field was left empty. @throws Problem unfit */
export function dayIn(visit: StaffVisit, name: string): CalendarDate | null {
  const day = filled(visit, name)
  return day === ''
    ? null
    : (fitting(z.strictObject({ [name]: date }), { [name]: day })[name] ?? null)
}

/**
 * An admin’s word that something goes through all the same: where the relation with the customer is ended, or where lengths are
 * beyond what the law preset allows.
 */
export function OverrideField({
  visit,
  wrongs,
  customer,
}: Parts & { readonly customer: KnownCustomer | null }) {
  const { words } = visit
  const ended = customer?.endedRelation ?? null
  const isAsked = ended !== null || wrongs.passable || filled(visit, 'override') !== ''
  if (!isAsked) return null
  return (
    <Note kind="ends">
      <p>{ended === null ? words.acts.beyond : words.acts.relationEnded(ended.reason)}</p>
      {may(visit, admins) && (
        <Field
          name="override"
          label={words.acts.override}
          hint={words.acts.overrideHint}
          value={visit.form['override']}
          wrong={wrongs.at('/override')}
          lines
        />
      )}
    </Note>
  )
}

/** An admin’s word, where it was given. @throws Problem unfit where it is needed and missing */
export function overrideIn(visit: StaffVisit, customer: KnownCustomer | null): Override | null {
  if (!may(visit, admins)) return null
  const said = filled(visit, 'override')
  if (said === '' && customer?.endedRelation == null) return null
  const reason = visit.sends ? said : '–'
  const { override } = fitting(z.strictObject({ override: text(2000) }), { override: reason })
  return { reason: override, by: visit.person }
}
