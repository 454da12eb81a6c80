import type { Visit } from './visit.ts'

/** The way through a list: on to the next part of it, and back to its beginning. */
export function Pager({ visit, next }: { readonly visit: Visit; readonly next: string | null }) {
  const { words, here, query } = visit
  const [path = ''] = here.split('?')
  const { after, ...filter } = query
  const first = new URLSearchParams(filter).toString()
  if (next === null && after === undefined) return null
  return (
    <nav class="pager" aria-label={words.frame.pages}>
      {after === undefined ? (
        <span />
      ) : (
        <a href={first === '' ? path : `${path}?${first}`}>{words.frame.first}</a>
      )}
      {next !== null && (
        <a
          class="button second"
          href={`${path}?${new URLSearchParams({ ...filter, after: next }).toString()}`}
        >
          {words.frame.next}
        </a>
      )}
    </nav>
  )
}

/** Where a list goes on; a cursor that is none begins it anew. */
export function cursorIn({ query }: Pick<Visit, 'query'>): string | undefined {
  return /^[A-Za-z0-9_.-]{1,4000}$/.test(query['after'] ?? '') ? query['after'] : undefined
}

/** How many stand on a page. */
export const pageSize = 50
