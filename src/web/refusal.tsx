import type { Problem, ProblemCode } from '../license/problem.ts'
import { Note } from './note.tsx'

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

/** The status of a page that says no. */
export function statusOf({ code }: Problem): number {
  return statuses[code] ?? 409
}

/** What exactly does not fit; and for a fault, the request's id, by which it is found in the log. */
export function RefusalDetails({
  problem: { facts },
  instance,
  label,
}: {
  readonly problem: Problem
  readonly instance: string | undefined
  /** What stands before the id. */
  readonly label: string
}) {
  const details = (facts.errors ?? []).map(({ detail }) => detail)
  return (
    <>
      {details.length > 0 && (
        <Note kind="wrong">
          {details.map((detail) => (
            <p>{detail}</p>
          ))}
        </Note>
      )}
      {instance !== undefined && (
        <p class="quiet small">
          {label} <code>{instance}</code>
        </p>
      )}
    </>
  )
}
