import type { Decision, Facts, TermFacts } from '../license/decide.ts'
import type { Activation, CalendarDate, Instant, License } from '../license/license.ts'
import type { Claims, NumericDate, StatusClaim, TermClaim } from './claims.ts'

/** All that a token is made of. */
export interface Issue {
  /** The server's name, fixed at its first start. */
  readonly issuer: string
  readonly license: Pick<License, 'id' | 'productCode' | 'timeZone'>
  readonly facts: Pick<Facts, 'suspensions'>
  /** Its `at` becomes `iat`. */
  readonly decision: Decision
  /** The last objection day of the decision's term; null where nothing renews. */
  readonly objection: { readonly lastDay: CalendarDate; readonly deadline: Instant } | null
  /** `exp`, exclusive; null for a token that is good for ever. */
  readonly goodUntil: Instant | null
  readonly tokenId: string
  /** The request's, if it sent one. */
  readonly nonce?: string | undefined
  /** Left out on an unbound token. */
  readonly activation?: Pick<Activation, 'id' | 'fingerprint'> | undefined
  readonly sandbox?: boolean | undefined
  /** Its place in a status list. */
  readonly status?: StatusClaim | undefined
}

/** The claims of a license token. Instants lose their milliseconds downwards, so that no token is good for longer than its license. */
export function claimsOf({ issuer, license, decision, ...issue }: Issue): Claims {
  const { activation, facts, goodUntil, nonce, objection, sandbox, status, tokenId } = issue
  const suspendsAt = announced(facts, decision.at)
  return {
    iss: issuer,
    aud: license.productCode,
    sub: license.id,
    jti: tokenId,
    iat: seconds(decision.at),
    ...(goodUntil !== null && { exp: seconds(goodUntil) }),
    ...(nonce !== undefined && { nonce }),
    mode: decision.mode,
    reason: decision.reason,
    capabilities: decision.capabilities,
    limits: decision.limits,
    export_formats: decision.exportFormats,
    term: decision.term && termClaim(decision.term, license.timeZone),
    renewal: decision.renewal,
    ...(objection && {
      objection: { last_day: objection.lastDay, deadline: seconds(objection.deadline) },
    }),
    ...(suspendsAt !== null && { suspends_at: seconds(suspendsAt) }),
    support: decision.support && { until: decision.support.until },
    ...(activation && { activation: { id: activation.id, fingerprint: activation.fingerprint } }),
    ...(sandbox === true && { sandbox }),
    ...(status && { status: { status_list: status } }),
  }
}

/** When the next announced suspension begins. */
function announced({ suspensions }: Pick<Facts, 'suspensions'>, now: Instant): Instant | null {
  const ahead = suspensions
    .filter(({ from, to }) => from > now && from !== to)
    .map(({ from }) => from)
  return ahead.length === 0 ? null : Math.min(...ahead)
}

function termClaim({ startsOn, endsOn, startsAt, endsAt }: TermFacts, timeZone: string): TermClaim {
  return {
    starts_on: startsOn,
    ends_on: endsOn,
    time_zone: timeZone,
    starts_at: seconds(startsAt),
    ends_at: endsAt === null ? null : seconds(endsAt),
  }
}

function seconds(instant: Instant): NumericDate {
  return Math.floor(instant / 1000)
}
