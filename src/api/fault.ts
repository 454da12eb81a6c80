import { Problem } from '../license/problem.ts'
import { NotMigrated } from '../store/migrated.ts'
import { Unreachable } from '../store/postgres.ts'

/** What is no refusal of ours: the answer that the caller gets, and the trace for the log. */
export interface Fault {
  readonly problem: Problem
  readonly trace: string
}

/** Errors after which trying again helps. SQLSTATE 08 is a broken connection, 40 a deadlock, 53 no room, 57 a shutdown. */
const passing = /^(ECONN|EHOSTUNREACH|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|(08|40|53|57)...$)/

/** A 503 where the database cannot be reached or is not migrated, else a 500. */
export function faultOf(error: unknown): Fault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const isPassing =
    passing.test(code) ||
    error instanceof NotMigrated ||
    error instanceof Unreachable ||
    (error instanceof Error &&
      /timeout exceeded when trying to connect|Connection terminated/.test(error.message))
  return {
    problem: isPassing ? new Problem('unavailable', { retry_after: 5 }) : new Problem('internal'),
    trace: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }
}
