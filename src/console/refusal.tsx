import type { Problem, ProblemCode } from '../license/problem.ts'
import { RefusalDetails, statusOf } from '../web/refusal.tsx'
import type { Shown, Visit } from './visit.ts'

/**
 * The page for a no: what it is, why, and the one next step. Whoever is not signed in is asked to, and comes back here.
 *
 * @param instance the request's id, by which a fault is found in the log.
 */
export function refusalPage(visit: Visit, problem: Problem, instance?: string): Shown {
  const { words, person, here } = visit
  const { code } = problem
  if (code === 'unauthenticated' && !visit.sends)
    return { to: `/console/sign-in?next=${encodeURIComponent(here)}` }
  const { title, next } = words.refusals[known(code)]
  return {
    title,
    status: statusOf(problem),
    ...(person === null && { bare: true }),
    body: (
      <section class="sheet narrow">
        <h1>{title}</h1>
        <p>{next}</p>
        <RefusalDetails problem={problem} instance={instance} label={words.refusals.instance} />
        <div class="acts">
          <a
            class="button second"
            href={code === 'unauthenticated' ? '/console/sign-in' : '/console'}
          >
            {code === 'unauthenticated' ? words.signIn.title : words.frame.toStart}
          </a>
        </div>
      </section>
    ),
  }
}

const told = [
  'unauthenticated',
  'forbidden',
  'not-found',
  'nothing-renews',
  'no-objection',
  'deadline-passed',
  'already-ended',
  'unfit',
  'malformed',
  'too-large',
  'login-taken',
  'last-admin',
  'code-taken',
  'already-terminated',
  'no-termination',
  'termination-effective',
  'other-side',
  'not-ended',
  'renews-automatically',
  'perpetual',
  'not-started',
  'relation-ended',
  'key-ended',
  'contract-runs',
  'references-collide',
  'too-many-terms',
  'internal',
  'unavailable',
] as const satisfies ProblemCode[]

/** A problem that the console has words of its own for. */
export type ToldProblem = (typeof told)[number] | 'other'

function known(code: ProblemCode): ToldProblem {
  return told.find((each) => each === code) ?? 'other'
}
