import type { z } from 'zod'
import type { Misfit } from '../license/problem.ts'

/** What a schema refused, as the members of the body that do not fit (RFC 6901 pointers). */
export function misfitsFrom(error: z.ZodError): Misfit[] {
  return error.issues.flatMap(misfitsOfIssue)
}

function misfitsOfIssue(issue: z.core.$ZodIssue): Misfit[] {
  const pointer = pointerTo(issue.path)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      pointer: `${pointer}${pointerTo([key])}`,
      detail: 'There is no such member.',
    }))
  // Of a record whose member has a wrong name, the reason stands inside.
  const { message } = issue.code === 'invalid_key' ? (issue.issues[0] ?? issue) : issue
  return [{ pointer, detail: sentence(message) }]
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function sentence(message: string): string {
  return message.endsWith('.') ? message : `${message}.`
}
