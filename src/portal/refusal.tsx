import type { Problem, ProblemCode } from '../license/problem.ts'
import { RefusalDetails, statusOf } from '../web/refusal.tsx'
import { Title } from './frame.tsx'
import type { Shown, Visit } from './visit.ts'

/**
 * The page for a no: what it is, why, and the one next step. Whoever is not signed in is asked to.
 *
 * @param instance the request's id, by which a fault is found in the log.
 */
export function refusalPage(visit: Visit, problem: Problem, instance?: string): Shown {
  const { words, guest } = visit
  const { code } = problem
  if (code === 'unauthenticated') return { to: '/portal' }
  // What a contact lacks a right for names the right; a form of another site does not.
  const isForeign = code === 'forbidden' && problem.facts.needs === undefined
  const { title, next } = words.refusals[isForeign ? 'from-elsewhere' : known(code)]
  return {
    title,
    status: statusOf(problem),
    body: (
      <>
        <Title title={title} />
        <p>{next}</p>
        <RefusalDetails problem={problem} instance={instance} label={words.refusals.instance} />
        <div class="acts">
          <a class="button second" href="/portal">
            {guest === null ? words.signIn.title : words.frame.toLicenses}
          </a>
        </div>
      </>
    ),
  }
}

const told = [
  'not-found',
  'forbidden',
  'nothing-renews',
  'no-objection',
  'proposal-closed',
  'unfit',
  'internal',
] as const satisfies ProblemCode[]

function known(code: ProblemCode): (typeof told)[number] | 'other' {
  return told.find((each) => each === code) ?? 'other'
}
