import type { Deps } from '../deps.ts'
import { Problem } from '../license/problem.ts'
import { faultOf } from './fault.ts'
import { problemDocument, statusOf } from './problem.ts'

/**
 * Every no is a problem document. What is no refusal of ours is a fault: its trace goes to the log alone.
 *
 * @param instance the request's id.
 */
export function refusal(
  { issuer, log }: Pick<Deps, 'issuer' | 'log'>,
  error: unknown,
  instance: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  if (error instanceof Problem) return refused(issuer, error, instance, headers)
  const fault = faultOf(error)
  log({ event: 'fault', id: instance, error: fault.trace })
  return refused(issuer, fault.problem, instance, headers)
}

/** What every answer carries. No cache keeps one that does not say otherwise: nearly all are about somebody. */
export const secure = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

function refused(
  issuer: string,
  problem: Problem,
  instance: string,
  headers: Readonly<Record<string, string>>,
): Response {
  const { retry_after: wait, scheme = 'Bearer' } = problem.facts
  return new Response(JSON.stringify(problemDocument(problem, instance, issuer)), {
    status: statusOf(problem.code),
    headers: {
      ...secure,
      ...headers,
      'content-type': 'application/problem+json',
      'x-request-id': instance,
      ...(problem.code === 'unauthenticated' && { 'www-authenticate': String(scheme) }),
      ...(typeof wait === 'number' && { 'retry-after': String(wait) }),
    },
  })
}
