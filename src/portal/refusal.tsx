import type { Problem, ProblemCode } from '../license/problem.ts'
import { Note } from '../web/note.tsx'
import { Title } from './frame.tsx'
import type { Shown, Visit } from './visit.ts'

const statuses: Partial<Record<ProblemCode, number>> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'too-large': 413,
  'unsupported-media-type': 415,
  unfit: 422,
  internal: 500,
  unavailable: 503,
}

/**
 * The page for a no: what it is, why, and the one next step. Whoever is not signed in is asked to.
 *
 * @param instance the request's id, by which a fault is found in the log.
 */
export function refusalPage(visit: Visit, { code, facts }: Problem, instance?: string): Shown {
  const { words, guest } = visit
  if (code === 'unauthenticated') return { to: '/portal' }
  const { title, next } = words.refusals[known(code)]
  const details = (facts.errors ?? []).map(({ detail }) => detail)
  return {
    title,
    status: statuses[code] ?? 409,
    body: (
      <>
        <Title title={title} />
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
