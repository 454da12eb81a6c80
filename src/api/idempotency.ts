import type { Deps } from '../deps.ts'
import { Problem } from '../license/problem.ts'
import { abandonRepeatable, beginRepeatable, finishRepeatable } from '../store/idempotency.ts'
import type { KeptAnswer, Repeatable } from '../store/idempotency.ts'
import { problemDocument, statusOf } from './problem.ts'
import type { Answer } from './route.ts'

/**
 * Runs a request once under its Idempotency-Key: what it does and its answer are kept in one transaction, or neither is. A refusal
 * is an answer too; a fault is not kept.
 *
 * @param run does the work within the transaction that it is given.
 * @throws Problem malformed, idempotency-key-reused, unavailable
 */
export async function once(
  deps: Deps,
  request: Repeatable,
  instance: string,
  run: (within: Deps) => Promise<Answer>,
): Promise<Answer> {
  if (!/^[\x20-\x7e]{1,255}$/.test(request.key))
    throw new Problem('malformed', {
      errors: [{ pointer: '', detail: 'An Idempotency-Key has 1 to 255 printable characters.' }],
    })
  const begun = await beginRepeatable(deps.db, request, deps.kek)
  switch (begun.kind) {
    case 'replay':
      return {
        ...begun.answer,
        headers: { ...begun.answer.headers, 'idempotency-replayed': 'true' },
      }
    case 'mismatch':
      throw new Problem('idempotency-key-reused')
    case 'running':
      throw new Problem('unavailable', { retry_after: 5 })
    case 'run':
      return runOnce(deps, request, begun.lease, instance, run)
  }
}

async function runOnce(
  deps: Deps,
  request: Repeatable,
  lease: string,
  instance: string,
  run: (within: Deps) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await deps.db.transaction().execute(async (trx) => {
      const answer = kept(await run({ ...deps, db: trx }))
      await finishRepeatable(trx, request, lease, answer, deps.kek)
      return answer
    })
  } catch (error) {
    if (!(error instanceof Problem) || statusOf(error.code) >= 500) {
      await abandonRepeatable(deps.db, request, lease)
      throw error
    }
    const body = JSON.stringify(problemDocument(error, instance, deps.issuer))
    const answer = {
      status: statusOf(error.code),
      headers: { 'content-type': 'application/problem+json' },
      body,
    }
    await finishRepeatable(deps.db, request, lease, answer, deps.kek)
    return answer
  }
}

function kept({ status = 200, body, headers = {} }: Answer): KeptAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: body === undefined ? '' : JSON.stringify(body),
  }
}
