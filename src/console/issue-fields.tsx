import { planned } from '../license/plan.ts'
import type { KnownCustomer } from '../store/customer.ts'
import type { Plan } from '../store/plan.ts'
import { Choices, Field } from '../web/form.tsx'
import { OverrideField } from './act-fields.tsx'
import { AgreementFields, agreementPointers, hasAgreement } from './agreement-fields.tsx'
import type { Wrongs } from './fit.ts'
import { GrantFields, grantedIn, grantPointers, otherThan } from './grant-fields.tsx'
import { ReferenceFields } from './reference-fields.tsx'
import { TimeZoneField } from './time-zone-field.tsx'
import type { StaffVisit } from './visit.ts'

interface Parts {
  readonly visit: StaffVisit
  readonly customer: KnownCustomer
  readonly plan: Plan
  readonly zone: string
  readonly wrongs: Wrongs
}

/** The members that the fields show what is wrong with. */
export const issuePointers = [
  '/starts',
  '/starts_on',
  '/start_by',
  '/ends_on',
  '/time_zone',
  '/external_refs',
  '/override',
  ...grantPointers('/overrides'),
  ...agreementPointers('/agreement'),
]

const starts = ['today', 'day', 'first'] as const

/** When a license starts, and what is agreed otherwise than its plan says. */
export function IssueFields(parts: Parts) {
  const { visit, customer, zone, wrongs } = parts
  const { words } = visit
  const text = words.issue
  return (
    <>
      <StartFields visit={visit} wrongs={wrongs} />
      <TimeZoneField visit={visit} chosen={zone} wrongs={wrongs} />
      <Otherwise {...parts} />
      <details {...(isFilled(visit) && { open: true })}>
        <summary>{text.papers}</summary>
        <div class="fields">
          <AgreementFields
            visit={visit}
            legend={words.acts.agreement.legend}
            hint={text.agreementHint}
            name="agreement"
            pointer="/agreement"
            wrongs={wrongs}
          />
          <ReferenceFields visit={visit} kept={{}} wrongs={wrongs} />
        </div>
      </details>
      <OverrideField visit={visit} wrongs={wrongs} customer={customer} />
    </>
  )
}

function StartFields({ visit: { words, form }, wrongs }: Pick<Parts, 'visit' | 'wrongs'>) {
  const text = words.issue
  return (
    <>
      <Choices
        name="start"
        legend={text.start}
        options={starts.map((each) => [each, text.starts[each]])}
        chosen={form['start'] ?? 'today'}
      />
      <div class="two">
        <Field
          name="starts_on"
          type="date"
          label={text.startsOn}
          hint={text.startsOnHint}
          value={form['starts_on']}
          wrong={wrongs.at('/starts_on', '/starts')}
        />
        <Field
          name="start_by"
          type="date"
          label={text.startBy}
          hint={text.startByHint}
          value={form['start_by']}
          wrong={wrongs.at('/start_by')}
        />
      </div>
      <Field
        name="ends_on"
        type="date"
        label={`${text.endsOn} (${words.frame.optional})`}
        hint={text.endsOnHint}
        value={form['ends_on']}
        wrong={wrongs.at('/ends_on')}
      />
    </>
  )
}

function isFilled(visit: StaffVisit): boolean {
  return hasAgreement(visit, 'agreement') || (visit.form['ref_0_system'] ?? '') !== ''
}

/** Seats, capabilities and limits, as the plan has them to begin with. */
function Otherwise({ visit, plan, wrongs }: Parts) {
  const granted = planned(plan.terms)
  const catalog = plan.product.capabilities
  const isOther =
    visit.sends && Object.keys(otherThan(granted, grantedIn(visit, catalog))).length > 0
  return (
    <details {...(isOther && { open: true })}>
      <summary>{visit.words.issue.otherwise}</summary>
      <div class="fields">
        <GrantFields
          visit={visit}
          granted={granted}
          catalog={catalog}
          wrongs={wrongs}
          pointer="/overrides"
        />
      </div>
    </details>
  )
}
