import type { Facts, Mode, TermFacts } from '../license/decide.ts'
import type { CalendarDate } from '../license/license.ts'
import { odd } from './fault.ts'
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
  readonly exp?: NumericDate | undefined
  readonly nonce?: string | undefined
  readonly mode: Mode
  /** As in the decision; open, for a newer server. */
  readonly reason: string
  readonly capabilities: readonly string[]
  readonly limits: Readonly<Record<string, number>>
  readonly export_formats: readonly string[]
  readonly term: TermClaim | null
  readonly renewal: { readonly automatic: boolean; readonly ends: boolean }
  readonly objection?:
    { readonly last_day: CalendarDate; readonly deadline: NumericDate } | undefined
  readonly suspends_at?: NumericDate | undefined
  readonly support: { readonly until: CalendarDate | null } | null
  readonly activation?: { readonly id: string; readonly fingerprint: string } | undefined
  readonly sandbox?: true | undefined
  /** Where late news of it stands (draft-ietf-oauth-status-list-21, section 6.2). */
  readonly status?: { readonly status_list: StatusClaim } | undefined
}

/** A place in a status list. */
export interface StatusClaim {
  readonly idx: number
  readonly uri: string
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
  const { mode, sandbox } = payload
  if (mode !== 'full' && mode !== 'export-only') throw odd()
  if (sandbox !== undefined && sandbox !== true) throw odd()
  return {
    iss: text(payload.iss),
    aud: text(payload.aud),
    sub: text(payload.sub),
    jti: text(payload.jti),
    iat: seconds(payload.iat),
    exp: optional(payload.exp, seconds),
    nonce: optional(payload.nonce, text),
    mode,
    reason: text(payload.reason),
    capabilities: list(payload.capabilities, text),
    limits: limits(payload.limits),
    export_formats: list(payload.export_formats, text),
    term: nullable(payload.term, termClaim),
    renewal: renewalClaim(payload.renewal),
    objection: optional(payload.objection, objectionClaim),
    suspends_at: optional(payload.suspends_at, seconds),
    support: nullable(payload.support, supportClaim),
    activation: optional(payload.activation, activationClaim),
    sandbox,
    status: optional(payload.status, statusClaim),
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

function termClaim(value: unknown): TermClaim {
  const { starts_on, ends_on, time_zone, starts_at, ends_at } = record(value)
  return {
    starts_on: day(starts_on),
    ends_on: nullable(ends_on, day),
    time_zone: text(time_zone),
    starts_at: seconds(starts_at),
    ends_at: nullable(ends_at, seconds),
  }
}

function renewalClaim(value: unknown): Claims['renewal'] {
  const { automatic, ends } = record(value)
  if (typeof automatic !== 'boolean' || typeof ends !== 'boolean') throw odd()
  return { automatic, ends }
}

function objectionClaim(value: unknown): NonNullable<Claims['objection']> {
  const { last_day, deadline } = record(value)
  return { last_day: day(last_day), deadline: seconds(deadline) }
}

function supportClaim(value: unknown): NonNullable<Claims['support']> {
  return { until: nullable(record(value).until, day) }
}

function activationClaim(value: unknown): NonNullable<Claims['activation']> {
  const { id, fingerprint } = record(value)
  return { id: text(id), fingerprint: text(fingerprint) }
}

function statusClaim(value: unknown): NonNullable<Claims['status']> {
  const { idx, uri } = record(record(value).status_list)
  return { status_list: { idx: integer(idx), uri: text(uri) } }
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

function optional<T>(value: unknown, read: (value: unknown) => T): T | undefined {
  return value === undefined ? undefined : read(value)
}

function nullable<T>(value: unknown, read: (value: unknown) => T): T | null {
  return value === null ? null : read(value)
}
