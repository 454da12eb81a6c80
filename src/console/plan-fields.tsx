import type { Child } from 'hono/jsx'
import { planned } from '../license/plan.ts'
import type { Plan } from '../store/plan.ts'
import { Choices, Field } from '../web/form.tsx'
import type { Wrongs } from './fit.ts'
import { GrantFields, grantedIn, grantPointers, numberOf } from './grant-fields.tsx'
import { LengthField, lengthIn } from './length-field.tsx'
import type { LengthUnit } from './length-field.tsx'
import { PresetChoice } from './preset-choice.tsx'
import { SupportFields, supportIn } from './support-fields.tsx'
import { Tick } from './tick.tsx'
import { filled } from './visit.ts'
import type { StaffVisit } from './visit.ts'

interface Parts {
  readonly visit: StaffVisit
  readonly product: Plan['product']
  readonly kept: Plan | null
  readonly wrongs: Wrongs
}

/** The lengths of a plan, each under its name on the wire. */
const lengths = [
  'term',
  'renewal_term',
  'notice',
  'renewal_notice',
  'renewal_leeway',
  'token_lifetime',
  'seat_lapse',
  'lease',
] as const
type Length = (typeof lengths)[number]

/** The members that the fields show what is wrong with. */
export const planPointers = [
  '/name',
  '/code',
  '/preset',
  '/renewal',
  '/seat_changes',
  '/replace_oldest',
  '/support',
  '/trial',
  '/override',
  ...lengths.map((name) => `/${name}`),
  ...grantPointers(),
]

const days: readonly LengthUnit[] = ['D', 'W', 'M', 'Y']
const units: Readonly<Record<Length, readonly LengthUnit[]>> = {
  term: ['Y', 'M', 'W', 'D'],
  renewal_term: ['Y', 'M', 'W', 'D'],
  notice: days,
  renewal_notice: days,
  renewal_leeway: ['D'],
  token_lifetime: ['D', 'H', 'W', 'M', 'Y'],
  seat_lapse: days,
  lease: ['min', 'H'],
}

const renewals = ['automatic', 'none'] as const

/** Everything that a plan says, each with what it means; the law first, since it limits the rest. */
export function PlanFields(parts: Parts) {
  const { visit, product, kept, wrongs } = parts
  const { words, form } = visit
  const text = words.catalog
  return (
    <>
      <PresetChoice visit={visit} kept={kept} wrong={wrongs.at('/preset')} />
      <h2>{text.time}</h2>
      <Choices
        name="renewal"
        legend={words.acts.amend.renewal}
        hint={text.renewalHint}
        options={renewals.map((each) => [each, words.acts.amend.renewals[each]])}
        chosen={form['renewal'] ?? kept?.terms.renewal ?? 'automatic'}
        wrong={wrongs.at('/renewal')}
      />
      <div class="two">
        {lengthField(parts, 'term')}
        {lengthField(parts, 'renewal_term')}
        {lengthField(parts, 'notice')}
        {lengthField(parts, 'renewal_notice')}
      </div>
      <h2>{text.gives}</h2>
      <GrantFields
        visit={visit}
        granted={grantedBy(kept, product)}
        catalog={product.capabilities}
        wrongs={wrongs}
      />
      <SupportFields visit={visit} kept={kept?.terms.support ?? null} wrongs={wrongs} />
      <SeatDetails {...parts} />
      <Offline {...parts} />
    </>
  )
}

/** A new plan gives all that the product defines, until somebody says otherwise. */
function grantedBy(kept: Plan | null, product: Plan['product']) {
  return kept === null
    ? { capabilities: product.capabilities, limits: {}, seats: null }
    : planned(kept.terms)
}

function lengthField({ visit, kept, wrongs }: Parts, name: Length): Child {
  const { label, hint } = visit.words.catalog.lengths[name]
  return (
    <LengthField
      visit={visit}
      name={name}
      label={label}
      hint={hint}
      units={units[name]}
      kept={keptLength(kept, name)}
      wrong={wrongs.at(`/${name}`)}
    />
  )
}

function keptLength(kept: Plan | null, name: Length): string | null | undefined {
  if (kept === null) return name === 'term' ? 'P1Y' : null
  const { term, renewalTerm, notice, renewalNotice, renewalLeeway, tokenLifetime } = kept.terms
  const { seatLapse, lease } = kept.terms
  return {
    term,
    renewal_term: renewalTerm,
    notice,
    renewal_notice: renewalNotice,
    renewal_leeway: renewalLeeway,
    token_lifetime: tokenLifetime,
    seat_lapse: seatLapse,
    lease,
  }[name]
}

/** What few plans say otherwise than usual: opened where something is said, or wrong. */
function Details({
  summary,
  isOpen,
  children,
}: {
  readonly summary: string
  readonly isOpen: boolean
  readonly children?: Child
}) {
  return (
    <details {...(isOpen && { open: true })}>
      <summary>{summary}</summary>
      <div class="fields">{children}</div>
    </details>
  )
}

function SeatDetails(parts: Parts) {
  const { visit, kept, wrongs } = parts
  const { words, form, sends } = visit
  const text = words.catalog
  const { seatChanges, replaceOldest = false, seatLapse, lease } = kept?.terms ?? {}
  const said = [seatChanges, seatLapse, lease].some((each) => each != null) || replaceOldest
  const wrong = wrongs.at('/seat_changes', '/seat_lapse', '/lease')
  return (
    <Details summary={text.seatDetails} isOpen={said || wrong !== undefined}>
      <div class="two">
        <Field
          name="seat_changes_count"
          label={text.seatChanges}
          hint={text.seatChangesHint}
          inputmode="numeric"
          value={sends ? form['seat_changes_count'] : seatChanges && String(seatChanges.count)}
          wrong={wrongs.at('/seat_changes/count')}
        />
        <LengthField
          visit={visit}
          name="seat_changes_window"
          label={text.seatWindow}
          hint={text.seatWindowHint}
          units={days}
          kept={seatChanges?.window}
          wrong={wrongs.at('/seat_changes/window')}
        />
        {lengthField(parts, 'seat_lapse')}
        {lengthField(parts, 'lease')}
      </div>
      <Tick
        name="replace_oldest"
        label={text.replaceOldest}
        checked={sends ? form['replace_oldest'] !== undefined : replaceOldest}
      />
    </Details>
  )
}

function Offline(parts: Parts) {
  const { visit, kept, wrongs } = parts
  const { words, form, sends } = visit
  const { tokenLifetime, renewalLeeway } = kept?.terms ?? {}
  const wrong = wrongs.at('/token_lifetime', '/renewal_leeway', '/trial')
  const isSaid = tokenLifetime != null || renewalLeeway != null || kept?.trial === true
  return (
    <Details summary={words.catalog.offline} isOpen={isSaid || wrong !== undefined}>
      <div class="two">
        {lengthField(parts, 'token_lifetime')}
        {lengthField(parts, 'renewal_leeway')}
      </div>
      <Tick
        name="trial"
        label={words.catalog.trialTick}
        checked={sends ? form['trial'] !== undefined : (kept?.trial ?? false)}
      />
      {wrongs.at('/trial') !== undefined && <span class="wrong">{wrongs.at('/trial')}</span>}
    </Details>
  )
}

/** The members of the plan as they were filled in, as a body of the API says them; what was left empty is left out. */
export function planMembersIn(visit: StaffVisit, catalog: readonly string[]) {
  const said = lengths.map((name) => [name, lengthIn(visit, name)] as const)
  const count = filled(visit, 'seat_changes_count')
  const window = lengthIn(visit, 'seat_changes_window')
  const hasChanges = count !== '' || window !== null
  return {
    ...Object.fromEntries(said.filter(([, length]) => length !== null)),
    ...grantedIn(visit, catalog),
    preset: filled(visit, 'preset') || 'custom',
    renewal: filled(visit, 'renewal'),
    ...(hasChanges && { seat_changes: { count: numberOf(count), window: window ?? '' } }),
    ...(visit.form['replace_oldest'] !== undefined && { replace_oldest: true }),
    support: supportIn(visit),
  }
}
