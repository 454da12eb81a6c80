import type { Deps } from '../deps.ts'
import type { Decision } from '../license/decide.ts'
import { factsAt } from '../license/facts.ts'
import type { Activation, Instant, License } from '../license/license.ts'
import { objectionDay } from '../license/objection-day.ts'
import { newId } from '../store/id.ts'
import type { StatusPlace } from '../store/status-entry.ts'
import { listUri } from '../store/status-list.ts'
import type { SigningAlgorithm } from '../token/public-key.ts'
import { claimsOf } from '../token/issue.ts'

/** What a token is to say. */
export interface TokenContent {
  readonly license: License
  readonly decision: Decision
  /** Null for an unbound token. */
  readonly activation: Activation | null
  /** Where late news of it stands; null for a token that there will be none of. */
  readonly place: StatusPlace | null
  /** Exclusive; null for ever. */
  readonly goodUntil: Instant | null
  /** The request's, if it sent one. */
  readonly nonce?: string | undefined
}

/** A license token, signed by the active key of the product's algorithm. */
export async function signToken(
  deps: Pick<Deps, 'signers' | 'issuer' | 'publicUrl' | 'sandbox'>,
  algorithm: SigningAlgorithm,
  { license, decision, activation, place, goodUntil, nonce }: TokenContent,
  now: Instant,
): Promise<string> {
  const { issuer, sandbox } = deps
  const sign = await deps.signers.forAlgorithm(algorithm)
  const claims = claimsOf({
    issuer,
    license,
    facts: factsAt(license, decision.at),
    decision,
    objection: objectionDay(license, decision.at),
    goodUntil,
    tokenId: newId('jti', now),
    nonce,
    activation: activation ?? undefined,
    sandbox,
    status: place === null ? undefined : { idx: place.index, uri: listUri(deps, place.list) },
  })
  return sign('vnd.auszug.license+jwt', claims)
}
