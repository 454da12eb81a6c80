import { z } from 'zod'
import type { Page, PageQuery } from '../store/page.ts'
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

/** A part of what is at hand as a whole; the cursor is what each item is known by. */
export function partOf<T>(
  all: readonly T[],
  { after, limit }: PageQuery,
  cursorOf: (item: T) => string,
): Page<T> {
  const before = after === undefined ? -1 : all.findIndex((item) => cursorOf(item) === after)
  const start = after !== undefined && before === -1 ? all.length : before + 1
  const data = all.slice(start, start + limit)
  const last = data.at(-1)
  return { data, next: start + limit < all.length && last !== undefined ? cursorOf(last) : null }
}

/** A page whose items go over the wire. */
export function pageOnWire<T, W>(page: Page<T>, onWire: (item: T) => W): Page<W> {
  return { data: page.data.map(onWire), next: page.next }
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
