import type { Instant } from '../license/license.ts'
import { isRecord } from '../token/record.ts'

/** What is kept of one product's license between two runs. */
export interface Entry {
  readonly key?: string | undefined
  readonly token?: string | undefined
  /** The server's name, from the first good token. */
  readonly issuer?: string | undefined
  /** Signed key sets, each vouched for by the one before and the first by a pinned key: kept as signed, since the store is in other hands. */
  readonly keySets: readonly string[]
  /** The server's bare JWK set, for a client without pins. */
  readonly jwks?: unknown
  /** The latest time seen. */
  readonly mark: Instant
  readonly refreshAt: Instant
  /** Why the token allows the export only, by the latest status list. */
  readonly news?: string | undefined
  /** Of when that list is: NumericDate. */
  readonly newsIat: number
  /** A random fingerprint, where the machine has none. */
  readonly installation?: string | undefined
}

export const emptyEntry: Entry = { keySets: [], mark: 0, refreshAt: 0, newsIat: 0 }

/**
 * What a store's text holds. Whatever in it is odd is left out; the token and the key sets are checked by their signatures.
 *
 * @throws SyntaxError if the text is not an entry of ours.
 */
export function readEntry(text: string): Entry {
  const value: unknown = JSON.parse(text)
  if (!isRecord(value) || value.version !== 1) throw new SyntaxError()
  const { keySets, jwks } = value
  return {
    key: string(value.key),
    token: string(value.token),
    issuer: string(value.issuer),
    keySets: Array.isArray(keySets) ? keySets.filter((each) => typeof each === 'string') : [],
    jwks,
    mark: number(value.mark),
    refreshAt: number(value.refreshAt),
    news: string(value.news),
    newsIat: number(value.newsIat),
    installation: string(value.installation),
  }
}

export function writeEntry(entry: Entry): string {
  return JSON.stringify({ version: 1, ...entry })
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
