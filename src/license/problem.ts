/** One member of a request that does not fit, in the manner of RFC 9457 and RFC 6901. */
export interface Misfit {
  /** A JSON pointer into the request's body, e.g. `/renewal_leeway`. */
  readonly pointer: string
  /** One sentence that says what would fit. */
  readonly detail: string
}

/** Why a command is refused. Codes are for ever; their words and status stand in `api/problem.ts`. */
export type ProblemCode =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'precondition-failed'
  | 'code-taken'
  | 'reference-taken'
  | 'references-collide'
  | 'contract-runs'
  | 'key-taken'
  | 'key-ended'
  | 'login-taken'
  | 'last-admin'
  | 'trial-taken'
  | 'too-large'
  | 'unsupported-media-type'
  | 'unfit'
  | 'rate-limited'
  | 'idempotency-key-reused'
  | 'unavailable'
  | 'internal'
  | 'not-full'
  | 'no-leases'
  | 'nothing-renews'
  | 'no-objection'
  | 'deadline-passed'
  | 'not-on-its-way'
  | 'already-terminated'
  | 'already-ended'
  | 'no-termination'
  | 'termination-effective'
  | 'other-side'
  | 'not-ended'
  | 'renews-automatically'
  | 'perpetual'
  | 'not-started'
  | 'too-many-terms'
  | 'proposal-closed'
  | 'not-mailable'
  | 'relation-ended'
  | 'clock-backwards'
  | 'export-only'
  | 'not-empty'
  | 'other-server'
  | 'other-secret'
  | 'broken-package'

/** What a problem is about, as plain JSON; becomes the extension members of the answer. */
export type ProblemFacts = Readonly<Record<string, unknown>> & {
  readonly errors?: readonly Misfit[]
}

/**
 * A refusal: the caller asked for something that the rules do not allow. Whatever is not a `Problem` is a fault of ours.
 *
 * @see docs/problems.md
 */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly facts: ProblemFacts

  constructor(code: ProblemCode, facts: ProblemFacts = {}) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.facts = facts
  }
}

/** A request that parses and does not fit: 422, naming the member and what would fit. */
export function unfit(pointer: string, detail: string): Problem {
  return new Problem('unfit', { errors: [{ pointer, detail }] })
}
