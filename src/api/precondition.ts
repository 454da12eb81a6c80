import { Problem } from '../license/problem.ts'

/** The ETag of a record: how often it was edited (RFC 9110, section 8.8.3). */
export function etagOf(revision: number): string {
  return `"${revision}"`
}

/**
 * Whether a record is still what the caller has seen, where `If-Match` says what that was (RFC 9110, section 13.1.1).
 *
 * @param revision null for a record that there is not.
 * @throws Problem precondition-failed
 */
export function checkMatch(headers: Headers, revision: number | null): void {
  const wanted = headers.get('if-match')
  if (wanted === null) return
  if (revision === null) throw new Problem('precondition-failed')
  const etag = etagOf(revision)
  const tags = wanted.split(',').map((tag) => tag.trim())
  if (!tags.includes('*') && !tags.includes(etag))
    throw new Problem('precondition-failed', { etag })
}
