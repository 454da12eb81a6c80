import type { Instant } from '../license/license.ts'
import type { Claims } from '../token/claims.ts'
import { readLicenseKey } from '../token/license-key.ts'
import { isRecord } from '../token/record.ts'
import { checkToken } from './check.ts'
import type { Installation } from './check.ts'
import { clockFrom } from './clock.ts'
import type { Clock } from './clock.ts'
import type { Entry } from './entry.ts'
import { keyringOf } from './keyring.ts'
import type { Keyring } from './keyring.ts'
import type { Opening, Options } from './options.ts'
import type { ClientProblem } from './problem.ts'
import { nextAsk } from './schedule.ts'
import { shelfIn } from './shelf.ts'
import type { Shelf } from './shelf.ts'
import { floor, standingOf } from './standing.ts'
import type { ClientReason, Standing } from './standing.ts'
import { wireTo } from './wire.ts'
import type { Granted, Wire } from './wire.ts'

/** How a request went. */
interface Outcome {
  readonly problem: ClientProblem | null
  readonly retryAfterMs: number
}

/** How soon to ask again where the server names no instant. */
const day = 86_400_000

/** What a client holds, and how it learns: everything but timers and listeners. Nothing in it throws. */
export class Session {
  readonly #options: Opening
  readonly #shelf: Shelf
  readonly #wire: Wire
  readonly #keyring: Keyring
  readonly #fingerprint: string | undefined
  readonly #clock: Clock
  /** The sandbox's clock, which stands still between two looks; null while it is unknown, and in production. */
  #sandboxNow: Instant | null = null
  #entry: Entry
  #key: string | undefined
  #claims: Claims | null = null
  #fault: ClientReason = 'unlicensed'
  #problem: ClientProblem | null = null
  #last = { at: 0, failures: 0, retryAfterMs: 0 }

  static async open(options: Opening): Promise<Session> {
    const { product, issuer, server, store } = options
    const shelf = shelfIn(store, product, issuer ?? server)
    const loaded = await shelf.load()
    const entry = { ...loaded, installation: loaded.installation ?? randomText() }
    const fingerprint = await fingerprintOf(options, entry.installation)
    const session = new Session(options, shelf, entry, await keyringOf(options, entry), fingerprint)
    if (shelf.problem() !== null) session.#fault = 'store_unreadable'
    await session.#recheck()
    return session
  }

  private constructor(
    options: Opening,
    shelf: Shelf,
    entry: Entry,
    keyring: Keyring,
    fingerprint: string | undefined,
  ) {
    const { now = Date.now, server, fetch = (url, init) => globalThis.fetch(url, init) } = options
    this.#options = options
    this.#shelf = shelf
    this.#entry = entry
    this.#keyring = keyring
    this.#fingerprint = fingerprint
    this.#key = options.key ? canonical(options.key) : entry.key
    this.#wire = wireTo(server, fetch)
    if (options.sandbox && entry.mark > 0) this.#sandboxNow = entry.mark
    this.#clock = clockFrom(() => this.#sandboxNow ?? now(), entry.mark)
    if (fingerprint === undefined) this.#problem = { code: 'no_fingerprint' }
  }

  get now(): Instant {
    return this.#clock.read()
  }

  get standing(): Standing {
    const { exportFormats = ['csv', 'jsonl'] } = this.#options
    return this.#claims === null
      ? floor(this.#fault, exportFormats)
      : standingOf(this.#claims, this.now, this.#clock.own())
  }

  get problem(): ClientProblem | null {
    return this.#problem ?? this.#shelf.problem()
  }

  get #here(): Installation {
    const { issuer = this.#entry.issuer, product, salt, sandbox = false } = this.#options
    return { issuer, product, salt, sandbox, fingerprint: this.#fingerprint }
  }

  /** Whether the server is to be asked before the product relies on what is held. */
  get isDue(): boolean {
    return (
      this.standing.mode !== 'full' ||
      this.now >= this.#entry.refreshAt ||
      this.#key !== this.#entry.key
    )
  }

  nextAsk(): Instant {
    return nextAsk(this.standing, this.#entry.refreshAt, this.#last, Math.random())
  }

  /** Asks with another key from now on. */
  useKey(text: string): void {
    this.#key = canonical(text)
  }

  /** Asks the server for a token. Answers whether it gave one that counts. */
  async ask(signal: AbortSignal): Promise<boolean> {
    const { machine, product } = this.#options
    const license_key = this.#key
    if (!license_key) {
      await this.learnTime(signal)
      this.#problem = { code: 'no_key' }
      return false
    }
    const nonce = randomText()
    const request = { license_key, product, fingerprint: this.#fingerprint, machine, nonce }
    const [answer] = await Promise.all([
      this.#wire.requestToken(request, signal),
      this.#learnKeys(signal),
      this.learnTime(signal),
    ])
    const { problem, retryAfterMs } = 'problem' in answer ? answer : await this.#take(answer, nonce)
    const failures = problem === null ? 0 : this.#last.failures + 1
    this.#problem = problem
    this.#last = { at: this.now, failures, retryAfterMs }
    this.#entry = { ...this.#entry, key: license_key }
    await this.#recheck()
    await this.save()
    return this.#problem === null
  }

  /** Gives the seat back and forgets the token. Answers false, and keeps it, if the server cannot be reached. */
  async release(signal: AbortSignal): Promise<boolean> {
    const id = this.#claims?.activation?.id
    const key = this.#key
    if (id !== undefined && (key === undefined || !(await this.#wire.free(id, key, signal))))
      return false
    this.#claims = null
    this.#fault = 'unlicensed'
    this.#entry = { ...this.#entry, token: undefined }
    await this.save()
    return true
  }

  /** Looks at the sandbox's clock; in production there is none. */
  async learnTime(signal: AbortSignal): Promise<void> {
    if (!this.#options.sandbox) return
    const document = await this.#wire.read('/v1/sandbox/clock', signal)
    const shown = isRecord(document) ? Date.parse(String(document.now)) : NaN
    if (Number.isNaN(shown)) return
    this.#sandboxNow = shown
    this.#clock.answered(shown)
  }

  /** Keeps what is held, and the latest time seen. */
  async save(): Promise<void> {
    this.#entry = { ...this.#entry, ...this.#keyring.kept(), mark: this.now }
    await this.#shelf.save(this.#entry)
  }

  /** Takes the server's token in place of the one held, if nothing is wrong with it. */
  async #take({ token, refreshAt }: Granted, nonce: string): Promise<Outcome> {
    const checked = await checkToken(token, this.#keyring.keys(), this.#here)
    if (checked.claims === null) {
      if (this.#claims === null) this.#fault = checked.code
      return { problem: checked, retryAfterMs: 0 }
    }
    const { iat, iss, nonce: answered } = checked.claims
    if (answered === nonce) this.#clock.answered(iat * 1000)
    // A token that answers another request was kept back by somebody: it never takes the place of a newer one.
    else if (iat < (this.#claims?.iat ?? 0))
      return { problem: { code: 'invalid_token' }, retryAfterMs: 0 }
    this.#entry = { ...this.#entry, token, issuer: iss, refreshAt: refreshAt ?? this.now + day }
    return { problem: null, retryAfterMs: 0 }
  }

  /** Judges the token that is held by the keys that are trusted now. */
  async #recheck(): Promise<void> {
    const { token } = this.#entry
    if (token === undefined) return
    const checked = await checkToken(token, this.#keyring.keys(), this.#here)
    this.#claims = checked.claims
    if (checked.claims === null) this.#fault = checked.code
    else this.#clock.seen(checked.claims.iat * 1000)
  }

  async #learnKeys(signal: AbortSignal): Promise<void> {
    const { path } = this.#keyring
    if (path !== null)
      await this.#keyring.learn(await this.#wire.read(path, signal), this.#here.issuer)
  }
}

/** The one spelling of a key of ours; a key that was brought along from elsewhere stays as it is. */
function canonical(key: string): string {
  return readLicenseKey(key) ?? key.trim()
}

async function fingerprintOf(
  { fingerprint }: Options,
  installation: string,
): Promise<string | undefined> {
  try {
    return typeof fingerprint === 'function' ? await fingerprint() : (fingerprint ?? installation)
  } catch {
    return undefined
  }
}

/** 128 random bits. */
function randomText(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
