import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { activate } from '../license/activation.ts'
import type { Taken } from '../license/activation.ts'
import { system } from '../license/actor.ts'
import { inZone } from '../license/calendar.ts'
import type { Decision } from '../license/decide.ts'
import { decideAt, grantAt } from '../license/facts.ts'
import { goodUntil, refreshAt } from '../license/good-until.ts'
import type { Activation, Instant, License } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { machineSeats } from '../license/seat-terms.ts'
import { waitingTerm } from '../license/start.ts'
import { seatHistory, touchActivation } from '../store/activation.ts'
import { licenseByKey } from '../store/by-key.ts'
import type { KeyedLicense } from '../store/by-key.ts'
import { newId } from '../store/id.ts'
import { changeLicense } from '../store/license.ts'
import { statusPlace } from '../store/status-entry.ts'
import type { StatusPlace } from '../store/status-entry.ts'
import { saltedFingerprintSync } from '../token/fingerprint-sync.ts'
import { anyLicenseKey } from '../token/brought-key.ts'
import { hashLicenseKey } from '../token/new-license-key.ts'
import { noQuery, route } from './route.ts'
import type { Ask } from './route.ts'
import { nonce, text } from './schema.ts'
import { signToken } from './sign-token.ts'
import { decisionOnWire, takenOnWire } from './wire.ts'

const tokenBody = z.strictObject({
  license_key: z.string(),
  product: z.string(),
  fingerprint: text(512).optional(),
  machine: text(200).optional(),
  replace: text(64)
    .optional()
    .meta({ description: 'The activation whose seat this machine takes over if none is free.' }),
  nonce: nonce.optional(),
})

type TokenAsk = Ask<z.infer<typeof tokenBody>>

export const tokenRoutes = [
  route({
    method: 'POST',
    path: '/v1/tokens',
    who: 'public',
    summary:
      'The one call of a product at start-up: finds or makes the machine’s activation and answers with a signed token.',
    body: tokenBody,
    query: noQuery,
    handle: async (ask) => {
      const keyed = await licenseOf(ask)
      const seat = seatHeld(keyed, ask) ?? (await seatTaken(keyed, ask))
      const { license, decision, taken } = seat
      const { deps, now, body } = ask
      const { mode, reason } = decision
      deps.meter?.note({ event: 'token', mode, reason })
      const good = goodUntil(license, decision)
      const content = { ...seat, goodUntil: good, nonce: body.nonce }
      return {
        body: {
          token: await signToken(deps, keyed.algorithm, content, now),
          decision: decisionOnWire(decision, license.timeZone),
          refresh_at: inZone(refreshAt(license, decision), license.timeZone),
          ...(taken && takenOnWire(taken, license.timeZone)),
        },
      }
    },
  }),
]

/** What this machine may do, and by which activation. */
interface Seat {
  readonly license: License
  readonly decision: Decision
  /** Null for an unbound token. */
  readonly activation: Activation | null
  /** Where late news of the token stands. */
  readonly place: StatusPlace
  readonly taken: Taken | null
}

/** @throws Problem not-found for an unknown or malformed key, and for one of another product; rate-limited after too many of them. */
async function licenseOf({ deps, now, body, address }: TokenAsk): Promise<KeyedLicense> {
  const key = anyLicenseKey(body.license_key)
  const keyed =
    key === null
      ? null
      : await licenseByKey(deps.db, hashLicenseKey(key), body.fingerprint ?? null, now)
  if (
    keyed !== null &&
    (keyed.license.productCode === body.product || keyed.license.product === body.product)
  )
    return keyed
  deps.failures.count(address, now)
  throw new Problem('not-found', { member: 'license_key' })
}

/** The way of every start-up but the first: no lock, and nothing written but when it was last seen. */
function seatHeld(
  { license, activation, rank, statusPlaces: places }: KeyedLicense,
  { deps, now, body }: TokenAsk,
): Seat | null {
  const unbound = places.unbound && { activation: null, place: places.unbound }
  if (waitingTerm(license, now) !== null) return null
  if (body.fingerprint === undefined)
    return unbound && { ...activate(license, [], nameless, now), ...unbound }
  const decision = decideAt(license, now)
  // Another machine has started it since this request came.
  if (decision.reason === 'not_started' && license.recordedAt > now) return null
  if (decision.mode === 'export-only')
    return unbound && { license, decision, ...unbound, taken: null }
  const seats = machineSeats(grantAt(license, now))
  if (activation === null || rank === null || rank >= (seats ?? Infinity)) return null
  if (places.bound === null) return null
  void noteSeen(deps, activation, now)
  return { license, decision, activation, place: places.bound, taken: null }
}

/** Who does not name itself makes no activation, so no seat needs to be held for it. */
const nameless = { id: 'act_none', fingerprint: null, machine: null } as const

async function noteSeen(
  { db, log }: Pick<Deps, 'db' | 'log'>,
  activation: Activation,
  now: Instant,
): Promise<void> {
  const hour = 3_600_000
  try {
    await touchActivation(db, activation, now, hour)
  } catch (error) {
    log({ event: 'last-seen-not-noted', error: String(error) })
  }
}

/** Takes a seat, or finds that none is left, and a place in a status list, while the license is locked. */
async function seatTaken(keyed: KeyedLicense, { deps, now, body }: TokenAsk): Promise<Seat> {
  const { id } = keyed.license
  const fingerprint =
    body.fingerprint === undefined ? null : saltedFingerprintSync(id, body.fingerprint)
  const { machine: name = null, replace = null } = body
  const machine = { id: newId('act', now), fingerprint, machine: name, replace }
  return changeLicense(deps.db, id, now, system, async (locked, _, trx) => {
    const seated = activate(locked, await seatHistory(trx, id), machine, now)
    const { license, activation } = seated
    const owner = { license, activation: activation?.id ?? null, algorithm: keyed.algorithm }
    return { ...seated, place: await statusPlace(trx, owner, now) }
  })
}
