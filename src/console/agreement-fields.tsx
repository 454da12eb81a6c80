import type { z } from 'zod'
import { agreementBody, givenAgreement } from '../api/agreement-body.ts'
import { dateAt, firstMoment, inUtc, isDate } from '../license/calendar.ts'
import type { Agreement, License } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { agreementOf } from '../store/agreement.ts'
import { Field } from '../web/form.tsx'
import { fitting } from './fit.ts'
import type { Wrongs } from './fit.ts'
import { filled } from './visit.ts'
import type { StaffVisit } from './visit.ts'

interface Where {
  /** What the names of its fields begin with. */
  readonly name: string
  /** Where it stands in what is asked for. */
  readonly pointer: string
}

/** What was agreed to: title, version, when, by whom. */
export function AgreementFields({
  visit,
  legend,
  hint,
  name,
  pointer,
  wrongs,
}: Where & {
  readonly visit: StaffVisit
  readonly legend: string
  readonly hint: string
  readonly wrongs: Wrongs
}) {
  const { words, form } = visit
  const text = words.acts.agreement
  const field = (member: string, label: string, more: { type?: string; hint?: string } = {}) => (
    <Field
      name={`${name}_${member}`}
      label={label}
      value={form[`${name}_${member}`]}
      wrong={wrongs.at(`${pointer}/${member}`)}
      {...more}
    />
  )
  return (
    <fieldset>
      <legend>{legend}</legend>
      <span class="hint">{hint}</span>
      <div class="two">
        {field('title', text.title, { hint: text.titleHint })}
        {field('version', text.version, { hint: text.versionHint })}
        {field('accepted_at', text.acceptedOn, { type: 'date' })}
        {field('accepted_by', text.acceptedBy, { hint: text.acceptedByHint })}
      </div>
    </fieldset>
  )
}

/** The members that the fields show what is wrong with. */
export function agreementPointers(pointer: string): readonly string[] {
  return ['title', 'version', 'accepted_at', 'accepted_by'].map((each) => `${pointer}/${each}`)
}

/** Whether anything was filled in. */
export function hasAgreement(visit: StaffVisit, name: string): boolean {
  return ['title', 'version', 'accepted_at', 'accepted_by'].some(
    (member) => filled(visit, `${name}_${member}`) !== '',
  )
}

/** The agreement as it was filled in, as a body of the API says it. */
export function saidAgreement(visit: StaffVisit, name: string, timeZone: string) {
  const said = (member: string): string => filled(visit, `${name}_${member}`)
  const day = said('accepted_at')
  const isToday = day === dateAt(visit.now, timeZone)
  return {
    title: said('title'),
    version: said('version'),
    accepted_by: said('accepted_by'),
    accepted_at: isDate(day) ? inUtc(isToday ? visit.now : firstMoment(day, timeZone)) : day,
  }
}

/** The agreement as it was filled in. @throws Problem unfit */
export async function agreementIn(
  visit: StaffVisit,
  { name, pointer }: Where,
  timeZone: string,
  license: License['id'] | null,
): Promise<Agreement> {
  const given = givenAgreement(
    fittingAt(pointer, agreementBody, saidAgreement(visit, name, timeZone)),
  )
  return agreementOf(visit.deps.db, given, license, pointer, visit.now)
}

/** As {@link fitting}; what does not fit is named by its place in the whole of what is asked for. @throws Problem unfit */
export function fittingAt<Schema extends z.ZodType>(
  pointer: string,
  schema: Schema,
  said: unknown,
): z.infer<Schema> {
  try {
    return fitting(schema, said)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const errors = (error.facts.errors ?? []).map((each) => ({
      ...each,
      pointer: `${pointer}${each.pointer}`,
    }))
    throw new Problem('unfit', { errors })
  }
}
