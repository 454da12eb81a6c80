import type { Instant } from '../license/license.ts'
import { verifyLease } from '../token/lease.ts'
import { isRecord } from '../token/record.ts'
import type { OpenLicense } from './open-license.ts'
import type { Line } from './session.ts'
import { later } from './timer.ts'

/** Who uses a seat. */
export interface LeaseHolder {
  readonly id: string
  /** What it was taken with; empty if with nothing. */
  readonly holder: string
  readonly expiresAt: Instant
}

/** A lease, or why there is none. */
export interface Taking {
  readonly lease: Lease | null
  /** Who uses the seats, if all of them are in use. */
  readonly holders: readonly LeaseHolder[]
  /** `no_seat`, or why the license gives none; `server_gone` where no answer came that counts. */
  readonly reason: string
}

/**
 * Takes one of the license's seats for as long as it is used, where the plan counts them so. It never throws; heartbeats go by
 * themselves and keep no process alive.
 */
export async function takeLease(
  license: Pick<OpenLicense, 'line'>,
  { holder }: { readonly holder?: string | undefined } = {},
): Promise<Taking> {
  const answer = await ask(license.line, 'POST', '/v1/leases', holder)
  if (answer === null) return { lease: null, holders: [], reason: 'server_gone' }
  const { granted, holders, reason } = answer
  return { lease: granted && new Lease(license, holder, granted), holders, reason }
}

/** A seat in use. */
export class Lease {
  readonly #license: Pick<OpenLicense, 'line'>
  readonly #holder: string | undefined
  #granted: Granted
  #isOver = false
  #callOff = () => {}

  /** @internal */
  constructor(license: Pick<OpenLicense, 'line'>, holder: string | undefined, granted: Granted) {
    this.#license = license
    this.#holder = holder
    this.#granted = granted
    this.#beatLater()
  }

  /** Whether it is held at this instant: by the clock, without asking. After a pause it may be held again, if a seat was free. */
  get isHeld(): boolean {
    return !this.#isOver && this.#license.line.now < this.#granted.until
  }

  /** Until when it is held without another heartbeat; 0 after it was lost. */
  get heldUntil(): Instant {
    return this.#granted.until
  }

  /** Gives it back. Where the server cannot be reached it lapses by itself. */
  async release(): Promise<void> {
    this.#isOver = true
    this.#callOff()
    await send(this.#license.line, 'DELETE', `/v1/leases/${this.#granted.id}`, undefined)
  }

  #beatLater(): void {
    // A third: two heartbeats may be lost before the lease is.
    const wait = (this.#granted.seconds * 1000) / 3
    this.#callOff = later(wait, () => void this.#beat())
  }

  async #beat(): Promise<void> {
    const { line } = this.#license
    const { id } = this.#granted
    const answer = this.isHeld
      ? await ask(line, 'PUT', `/v1/leases/${id}/heartbeat`, this.#holder)
      : await ask(line, 'POST', '/v1/leases', this.#holder)
    if (this.#isOver) return
    if (answer?.granted != null) this.#granted = answer.granted
    // What the server has said no to is over, whatever the clock says.
    else if (answer !== null) this.#granted = { ...this.#granted, until: 0 }
    this.#beatLater()
  }
}

/** A lease as it was signed. */
interface Granted {
  readonly id: string
  readonly seconds: number
  readonly until: Instant
}

interface Answer {
  readonly granted: Granted | null
  readonly holders: readonly LeaseHolder[]
  readonly reason: string
}

/** What the server answered; null if nothing that counts. */
async function ask(
  line: Line,
  method: 'POST' | 'PUT',
  path: string,
  holder: string | undefined,
): Promise<Answer | null> {
  const { key, product, issuer, sandbox, keys } = line
  const nonce = crypto.randomUUID()
  const body = method === 'PUT' ? { nonce } : { license_key: key, product, holder, nonce }
  const answer = await send(line, method, path, body)
  if (!isRecord(answer)) return null
  // A lease that has lapsed, a license without leases, an unknown key.
  if (typeof answer.status === 'number')
    return answer.status < 429 ? { granted: null, holders: [], reason: 'refused' } : null
  const { lease, token, decision, leases } = answer
  const holders = holdersIn(leases)
  const reason = isRecord(decision) ? String(decision.reason) : ''
  if (!isRecord(lease)) return { granted: null, holders, reason }
  try {
    const expected = { product, issuer, nonce, sandbox }
    const seconds = await verifyLease(token, keys, expected)
    // The line's now is that of the request: a slow answer does not make it last longer.
    const granted = { id: String(lease.id), seconds, until: line.now + seconds * 1000 }
    return { granted, holders, reason }
  } catch {
    return null
  }
}

/** The JSON of an answer, or of a refusal; null if none came. */
async function send(
  { call, key = '' }: Line,
  method: string,
  path: string,
  body: object | undefined,
): Promise<unknown> {
  const headers = { 'content-type': 'application/json', authorization: `License ${key}` }
  try {
    const response = await call(path, { method, headers, body: JSON.stringify(body ?? {}) })
    return await response.json()
  } catch {
    return null
  }
}

function holdersIn(leases: unknown): readonly LeaseHolder[] {
  return (Array.isArray(leases) ? leases.filter(isRecord) : []).map(
    ({ id, holder, expires_at }) => ({
      id: String(id),
      holder: typeof holder === 'string' ? holder : '',
      expiresAt: Date.parse(String(expires_at)),
    }),
  )
}
