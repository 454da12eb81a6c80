import type { Facts, Mode, TermFacts } from '../license/decide.ts'
import type { CalendarDate } from '../license/license.ts'
import { TokenFault } from './fault.ts'
import { isRecord } from './record.ts'

/** Whole seconds since 1970-01-01T00:00:00Z (RFC 7519, section 2). */
export type NumericDate = number

/** What a license token says, by the names it has on the wire. A newer server may say more. */
export interface Claims {
  readonly iss: string
  readonly aud: string
  readonly sub: string
  readonly jti: string
  readonly iat: NumericDate
  /** Exclusive: at the instant itself it is over. */
  readonly exp?: NumericDate
  readonly nonce?: string
  readonly mode: Mode
  /** As in the decision; open, for a newer server. */
  readonly reason: string
  readonly capabilities: readonly string[]
  readonly limits: Readonly<Record<string, number>>
  readonly export_formats: readonly string[]
  readonly term: TermClaim | null
  readonly renewal: { readonly automatic: boolean; readonly ends: boolean }
  readonly objection?: { readonly last_day: CalendarDate; readonly deadline: NumericDate }
  readonly suspends_at?: NumericDate
  readonly support: { readonly until: CalendarDate | null } | null
  readonly activation?: { readonly id: string; readonly fingerprint: string }
  readonly sandbox?: true
}

export interface TermClaim {
  readonly starts_on: CalendarDate
  readonly ends_on: CalendarDate | null
  readonly time_zone: string
  readonly starts_at: NumericDate
  readonly ends_at: NumericDate | null
}

/**
 * The claims of a payload, each of its type and within bounds. Unknown claims are passed over.
 *
 * @throws TokenFault `invalid_token` if a claim is missing or odd: a time as text, a fraction, a list too long.
 */
export function parseClaims(payload: Readonly<Record<string, unknown>>): Claims {
  const { exp, nonce, mode, objection, suspends_at, activation, sandbox } = payload
  if (mode !== 'full' && mode !== 'export-only') throw odd()
  if (sandbox !== undefined && sandbox !== true) throw odd()
  return {
    iss: text(payload.iss),
    aud: text(payload.aud),
    sub: text(payload.sub),
    jti: text(payload.jti),
    iat: seconds(payload.iat),
    ...(exp !== undefined && { exp: seconds(exp) }),
    ...(nonce !== undefined && { nonce: text(nonce) }),
    mode,
    reason: text(payload.reason),
    capabilities: list(payload.capabilities, text),
    limits: limits(payload.limits),
    export_formats: list(payload.export_formats, text),
    term: payload.term === null ? null : termClaim(record(payload.term)),
    renewal: renewalClaim(record(payload.renewal)),
    ...(objection !== undefined && { objection: objectionClaim(record(objection)) }),
    ...(suspends_at !== undefined && { suspends_at: seconds(suspends_at) }),
    support: payload.support === null ? null : { until: dayOrNull(record(payload.support).until) },
    ...(activation !== undefined && { activation: activationClaim(record(activation)) }),
    ...(sandbox && { sandbox }),
  }
}

/** What {@link Claims} tell the judgement (`license/decide.ts`): a full token runs until its `exp`, an export-only one never. */
export function factsOf(claims: Claims): Facts {
  const running = claims.mode === 'full'
  const term = claims.term && termFacts(claims.term)
  const now = { from: claims.iat * 1000, term, running, renewal: claims.renewal }
  const over = claims.exp === undefined ? [] : [{ ...now, from: claims.exp * 1000, running: false }]
  return {
    phases: [now, ...over],
    terminatedAt: null,
    suspensions:
      claims.suspends_at === undefined ? [] : [{ from: claims.suspends_at * 1000, to: null }],
    capabilities: claims.capabilities,
    limits: claims.limits,
    exportFormats: claims.export_formats,
    support: claims.support,
  }
}

function termFacts({ starts_on, ends_on, starts_at, ends_at }: TermClaim): TermFacts {
  return {
    startsOn: starts_on,
    endsOn: ends_on,
    startsAt: starts_at * 1000,
    endsAt: ends_at === null ? null : ends_at * 1000,
  }
}

function termClaim(value: Readonly<Record<string, unknown>>): TermClaim {
  return {
    starts_on: day(value.starts_on),
    ends_on: dayOrNull(value.ends_on),
    time_zone: text(value.time_zone),
    starts_at: seconds(value.starts_at),
    ends_at: value.ends_at === null ? null : seconds(value.ends_at),
  }
}

function renewalClaim({ automatic, ends }: Readonly<Record<string, unknown>>): Claims['renewal'] {
  if (typeof automatic !== 'boolean' || typeof ends !== 'boolean') throw odd()
  return { automatic, ends }
}

function objectionClaim({
  last_day,
  deadline,
}: Readonly<Record<string, unknown>>): NonNullable<Claims['objection']> {
  return { last_day: day(last_day), deadline: seconds(deadline) }
}

function activationClaim({
  id,
  fingerprint,
}: Readonly<Record<string, unknown>>): NonNullable<Claims['activation']> {
  return { id: text(id), fingerprint: text(fingerprint) }
}

function limits(value: unknown): Readonly<Record<string, number>> {
  const entries = bounded(Object.entries(record(value)))
  return Object.fromEntries(entries.map(([name, limit]) => [text(name), integer(limit)]))
}

function list<T>(value: unknown, read: (value: unknown) => T): readonly T[] {
  if (!Array.isArray(value)) throw odd()
  return bounded(value).map((item: unknown) => read(item))
}

function bounded<T>(items: readonly T[]): readonly T[] {
  if (items.length > 1000) throw odd()
  return items
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw odd()
  return value
}

function text(value: unknown): string {
  if (typeof value !== 'string' || value === '' || value.length > 2048) throw odd()
  return value
}

function integer(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw odd()
  return value
}

/** As far as a `Date` reaches. */
function seconds(value: unknown): NumericDate {
  const at = integer(value)
  if (at < 0 || at > 8.64e12) throw odd()
  return at
}

function day(value: unknown): CalendarDate {
  const date = text(value)
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw odd()
  return date
}

function dayOrNull(value: unknown): CalendarDate | null {
  return value === null ? null : day(value)
}

function odd(): TokenFault {
  return new TokenFault('invalid_token')
}
