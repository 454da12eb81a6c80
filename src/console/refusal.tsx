import type { Problem, ProblemCode } from '../license/problem.ts'
import { Note } from '../web/note.tsx'
import type { Shown, Visit } from './visit.ts'

const statuses: Partial<Record<ProblemCode, number>> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'too-large': 413,
  'unsupported-media-type': 415,
  unfit: 422,
  'rate-limited': 429,
  internal: 500,
  unavailable: 503,
}

/**
 * The page for a no: what it is, why, and the one next step. Whoever is not signed in is asked to, and comes back here.
 *
 * @param instance the request's id, by which a fault is found in the log.
 */
export function refusalPage(visit: Visit, { code, facts }: Problem, instance?: string): Shown {
  const { words, person, here } = visit
  if (code === 'unauthenticated' && !visit.sends)
    return { to: `/console/sign-in?next=${encodeURIComponent(here)}` }
  const { title, next } = words.refusals[known(code)]
  const details = (facts.errors ?? []).map(({ detail }) => detail)
  return {
    title,
    status: statuses[code] ?? 409,
    ...(person === null && { bare: true }),
    body: (
      <section class="sheet narrow">
        <h1>{title}</h1>
        <p>{next}</p>
        {details.length > 0 && (
          <Note kind="wrong">
            {details.map((detail) => (
              <p>{detail}</p>
            ))}
          </Note>
        )}
        {instance !== undefined && (
          <p class="quiet small">
            {words.refusals.instance} <code>{instance}</code>
          </p>
        )}
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
  'too-many-terms',
  'internal',
  'unavailable',
] as const satisfies ProblemCode[]

/** A problem that the console has words of its own for. */
export type ToldProblem = (typeof told)[number] | 'other'

function known(code: ProblemCode): ToldProblem {
  return told.find((each) => each === code) ?? 'other'
}
