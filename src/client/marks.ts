/** `export`: takes the data along. `open`: sign-in and -out, entering a key, restoring a backup, help, legal pages, assets, health. */
export type Mark = 'export' | 'open'

/**
 * Which routes answer in export-only mode: a path, or a method and a path. `:name` and `*` stand for one segment, `/*` at the end for all that is
 * below, itself included: `{ '/export/*': 'export', '/sign-in': 'open', 'POST /backup/restore': 'open' }`.
 */
export type Marks = Readonly<Record<string, Mark>>

/** The mark of a request, or null. The path is taken as it was sent, without its query. */
export function markOf(marks: Marks, method: string, target: string): Mark | null {
  const path = target.replace(/[?#].*$/s, '')
  const verb = method.toUpperCase() === 'HEAD' ? 'GET' : method.toUpperCase()
  const found = Object.keys(marks).find((route) => {
    const [first = '', second] = route.trim().split(/\s+/)
    return second === undefined
      ? covers(first, path)
      : first.toUpperCase() === verb && covers(second, path)
  })
  return found === undefined ? null : (marks[found] ?? null)
}

function covers(route: string, path: string): boolean {
  const rest = route.endsWith('/*')
  const wanted = segments(rest ? route.slice(0, -2) : route)
  const given = segments(path)
  // A step up in a path leads out of what was marked, whoever resolves it.
  if (given.some((segment) => /^(\.|%2e){1,2}$/i.test(segment))) return false
  if (rest ? given.length < wanted.length : given.length !== wanted.length) return false
  return wanted.every(
    (segment, at) => segment === '*' || segment.startsWith(':') || segment === given[at],
  )
}

function segments(path: string): readonly string[] {
  return path.replace(/^\/|\/$/g, '').split('/')
}
