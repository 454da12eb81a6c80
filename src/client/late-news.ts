import type { Instant } from '../license/license.ts'
import type { NumericDate, StatusClaim } from '../token/claims.ts'
import { statusListIn } from '../token/status-list.ts'
import type { Fetch } from './options.ts'

/** What is known of a token beside itself. */
export interface News {
  /** Why it allows the export only; undefined if nothing has happened since its issue. */
  readonly reason: string | undefined
  /** Of when that is. */
  readonly iat: NumericDate
  /** For how many milliseconds nobody needs to look again. */
  readonly freshMs: number
}

/** What is known before the list is looked at. The token itself is some news. */
export interface Known extends News {
  readonly issuer: string
  readonly now: Instant
  /** The claims of a list that somebody trusted has signed. @throws TokenFault */
  readonly read: (jwt: string) => Promise<Readonly<Record<string, unknown>>>
}

/** Characters of the longest list. */
const longest = 65_536
const minute = 60_000
const day = 86_400_000

/** By status: draft-ietf-oauth-status-list-21, section 7, and docs/token.md. */
const reasons: Readonly<Record<number, string | undefined>> = {
  0: undefined,
  2: 'suspended',
  3: 'ended',
}

/**
 * The news of a token in its status list; what was known where the list is over, older than that, or has no place for it.
 *
 * @throws whatever is wrong with a list that cannot be reached or read: then it says nothing.
 */
export async function lateNews(
  { uri, idx }: StatusClaim,
  known: Known,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<News> {
  const response = await fetch(uri, { redirect: 'error', signal })
  const claims = await known.read(await textOf(response))
  const { iat, exp, ttl, at } = await statusListIn(claims, { uri, issuer: known.issuer })
  const status = at(idx)
  if (status === null || iat < known.iat || (exp ?? Infinity) * 1000 <= known.now) return known
  // Whoever looks a little before the time is up has the news within it.
  const freshMs = Math.min(Math.max((ttl ?? 0) * 1000, minute), day) * (0.8 + Math.random() / 10)
  return { reason: status in reasons ? reasons[status] : 'stale', iat, freshMs }
}

/** What is too long to be a list is not read to its end. */
async function textOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder()
  const reader = body?.getReader()
  let text = ''
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    text += decoder.decode(next.value, { stream: true })
    if (text.length > longest) throw new RangeError('too long to be a status list')
  }
  return text
}
