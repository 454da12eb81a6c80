import { z } from 'zod'
import type { Answer, Ask } from './route.ts'

/** What every list takes: where to go on, and how many. */
export const pageQuery = z.strictObject({
  after: z
    .string()
    .max(200)
    .regex(/^[A-Za-z0-9_.-]+$/, 'Use the cursor that the list gave as next.')
    .optional(),
  limit: z
    .string()
    .regex(/^([1-9]\d?|1\d\d|200)$/, 'Name a number from 1 to 200.')
    .optional(),
})

/** The asked page's size; 50 if the caller names none. */
export function limitOf({ limit }: z.infer<typeof pageQuery>): number {
  return Number(limit ?? 50)
}

/** A list's answer: the page, the cursor of the next one, and the same as a `Link` (RFC 8288). */
export function listAnswer(
  {
    deps,
    query,
  }: Pick<Ask<unknown, Readonly<Record<string, string | undefined>>>, 'deps' | 'query'>,
  path: string,
  data: readonly unknown[],
  next: string | null,
): Answer {
  if (next === null) return { body: { data, next } }
  const kept = Object.entries(query).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  const parameters = new URLSearchParams([
    ...kept.filter(([name]) => name !== 'after'),
    ['after', next],
  ])
  return {
    body: { data, next },
    headers: { link: `<${deps.publicUrl}${path}?${parameters.toString()}>; rel="next"` },
  }
}

/** A filter by what another system calls a thing: `system:reference`. */
export const externalRef = z
  .string()
  .max(320)
  .regex(/^[a-z0-9][a-z0-9._-]*:[^\0]+$/, 'Write system:reference, e.g. stripe:cus_123.')

/** The system and the reference of the filter; undefined without one. */
export function refFrom(
  filter: string | undefined,
): { readonly system: string; readonly reference: string } | undefined {
  if (filter === undefined) return undefined
  const [system = '', ...rest] = filter.split(':')
  return { system, reference: rest.join(':') }
}
