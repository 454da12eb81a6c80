import { lengthOf } from '../license/calendar.ts'
import { grantAt } from '../license/facts.ts'
import type { License } from '../license/license.ts'
import type { PlanTerms } from '../license/plan.ts'
import type { Asked, ProposedAgreement } from '../license/proposal.ts'
import { currentTerm } from '../license/objection-day.ts'
import { rulesOn } from '../license/terms.ts'
import type { GuestVisit } from './visit.ts'
import type { Words } from './words/words.ts'

type Amending = Extract<Asked, { kind: 'amendment' }>

/** What is to change: so far, and then. Once it is answered, what it was about. */
export function Changes({
  visit,
  license,
  asked: { amendment, agreement },
  isOpen,
}: {
  readonly visit: GuestVisit
  readonly license: License
  readonly asked: Amending
  readonly isOpen: boolean
}) {
  const text = visit.words.proposal
  return (
    <>
      <table class="rows">
        <caption>{text.from[amendment.from]}</caption>
        <thead>
          <tr>
            <th scope="col">{text.member}</th>
            {isOpen && <th scope="col">{text.before}</th>}
            <th scope="col">{text.after}</th>
          </tr>
        </thead>
        <tbody>
          {linesOf(visit, license, amendment).map(({ name, before, after }) => (
            <tr>
              <td>{name}</td>
              {isOpen && <td data-label={text.before}>{before}</td>}
              <td data-label={text.after}>
                <strong>{after}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {agreement !== null && (
        <p>
          {text.agreement}: <Paper paper={agreement} />
        </p>
      )}
    </>
  )
}

/** A text that was agreed to, or is to be. */
export function Paper({
  paper: { title, version, url },
}: {
  readonly paper: Pick<ProposedAgreement, 'title' | 'version' | 'url'>
}) {
  const called = `${title} (${version})`
  return url === null ? (
    <strong>{called}</strong>
  ) : (
    <a href={url} rel="noreferrer">
      {called}
    </a>
  )
}

interface Line {
  readonly name: string
  readonly before: string
  readonly after: string
}

function linesOf(
  { words, now }: GuestVisit,
  license: License,
  { changes, plan }: Amending['amendment'],
): readonly Line[] {
  const first = currentTerm(license, now)?.startsOn ?? license.terms.at(-1)?.startsOn ?? ''
  const so = { ...rulesOn(license, first), ...grantAt(license, now) }
  const { members } = words.proposal
  const given: Amending['amendment']['changes'] = changes
  const lines = shownMembers.flatMap((member): Line[] =>
    given[member] === undefined
      ? []
      : [
          {
            name: members[member],
            before: told(words, member, so[member]),
            after: told(words, member, given[member]),
          },
        ],
  )
  const others = Object.keys(given).filter((each) => !shownMembers.some((name) => name === each))
  return [
    ...(plan === null ? [] : [{ name: members.plan, before: license.planCode, after: plan.code }]),
    ...lines,
    ...(others.length === 0
      ? []
      : [{ name: members.other, before: '', after: words.proposal.changed }]),
  ]
}

const shownMembers = [
  'capabilities',
  'limits',
  'seats',
  'support',
  'term',
  'renewalTerm',
  'notice',
  'renewalNotice',
  'renewal',
] as const satisfies readonly (keyof PlanTerms)[]

type ShownMember = (typeof shownMembers)[number]

/** A member's value as people say it. */
function told(words: Words, member: ShownMember, value: PlanTerms[ShownMember]): string {
  if (value === null || value === undefined)
    return member === 'seats' ? words.proposal.anySeats : words.proposal.none
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') {
    if (value === 'automatic' || value === 'none') return words.proposal.renewals[value]
    return periodIn(words, value)
  }
  if (value instanceof Array) return value.join(', ')
  if ('level' in value && typeof value.level === 'string') return value.level
  return Object.entries(value)
    .map(([name, limit]) => `${name}: ${String(limit)}`)
    .join(', ')
}

/** A length in words: `P1Y` is 1 year, `P18M` 18 months. */
function periodIn({ period }: Words, length: string): string {
  const { unit, count } = lengthOf(length)
  if (count === 0) return period.none
  if (unit === 'days') return period.days(count)
  return count % 12 === 0 ? period.years(count / 12) : period.months(count)
}
