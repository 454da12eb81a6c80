import { Problem } from '../license/problem.ts'
import type { ProblemCode, ProblemFacts } from '../license/problem.ts'

/** Waits for a statement; that a unique constraint of this name refuses it is the caller's problem. */
export async function orTaken<T>(
  statement: Promise<T>,
  constraint: string,
  code: ProblemCode,
  facts: ProblemFacts,
): Promise<T> {
  try {
    return await statement
  } catch (error) {
    if (isViolation(error, constraint)) throw new Problem(code, facts)
    throw error
  }
}

/** 23505 is PostgreSQL's `unique_violation`. */
function isViolation(error: unknown, constraint: string): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === '23505' &&
    'constraint' in error &&
    error.constraint === constraint
  )
}
