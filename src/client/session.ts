import type { Instant } from '../license/license.ts'
import type { Claims } from '../token/claims.ts'
import { readLicenseKey } from '../token/license-key.ts'
import { readLicenseFile } from '../token/license-file.ts'
import type { PublicKey } from '../token/public-key.ts'
import { isRecord } from '../token/record.ts'
import { readSigned } from '../token/signed.ts'
import { checkToken } from './check.ts'
import type { Installation } from './check.ts'
import { clockFrom } from './clock.ts'
import type { Clock } from './clock.ts'
import type { Entry } from './entry.ts'
import { keyringOf } from './keyring.ts'
import type { Keyring } from './keyring.ts'
import type { Fetch, Opening, Options } from './options.ts'
import type { ClientProblem } from './problem.ts'
import { nextAsk } from './schedule.ts'
import { shelfIn } from './shelf.ts'
import type { Shelf } from './shelf.ts'
import { floor, restricted, standingOf } from './standing.ts'
import type { ClientReason, Standing } from './standing.ts'
import { wireTo } from './wire.ts'
import type { Granted, SeatHolder, Wire } from './wire.ts'

/** How soon to ask again where the server names no instant. */
const day = 86_400_000
/** How soon to look at the status list again after a look that told nothing. */
const soon = 300_000

/** How an entry beside the client talks with the server: `auszug/leases`. */
export interface Line {
  readonly key: string | undefined
  readonly product: string
  readonly issuer?: string | undefined
  readonly sandbox: boolean
  readonly keys: readonly PublicKey[]
  readonly now: Instant
  readonly call: Wire['call']
}

/** What a client holds, and how it learns: everything but timers and listeners. Nothing in it throws. */
export class Session {
  readonly #options: Opening
  readonly #shelf: Shelf
  readonly #wire: Wire
  readonly #fetch: Fetch
  readonly #keyring: Keyring
  readonly fingerprint: string | undefined
  readonly #clock: Clock
  /** The sandbox's clock, which stands still between two looks; null while it is unknown, and in production. */
  #sandboxNow: Instant | null = null
  #entry: Entry
  #key: string | undefined
  #claims: Claims | null = null
  #fault: ClientReason = 'unlicensed'
  #problem: ClientProblem | null = null
  /** Who has the seats, if the last answer was that none is left. */
  machines: readonly SeatHolder[] = []
  #last = { at: 0, failures: 0, retryAfterMs: 0 }

  /** When to look for late news of the token. */
  newsAt: Instant = 0

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
    this.fingerprint = fingerprint
    this.#key = options.key ? canonical(options.key) : entry.key
    this.#wire = wireTo(server, fetch)
    this.#fetch = fetch
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
      : restricted(standingOf(this.#claims, this.now, this.#clock.own()), this.#news)
  }

  /** The late news of the token that is held. */
  get #news(): string | undefined {
    const { news, newsIat } = this.#entry
    return newsIat < (this.#claims?.iat ?? 0) ? undefined : news
  }

  get problem(): ClientProblem | null {
    return this.#problem ?? this.#shelf.problem()
  }

  get line(): Line {
    const keys = this.#keyring.keys()
    return { ...this.#here, key: this.#key, keys, now: this.now, call: this.#wire.call }
  }

  get #here(): Installation {
    const { issuer = this.#entry.issuer, product, salt, sandbox = false } = this.#options
    return { issuer, product, salt, sandbox, fingerprint: this.fingerprint }
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

  /**
   * Asks the server for a token. Answers whether it gave one that counts.
   *
   * @param replace The activation whose seat is to be taken over.
   */
  async ask(signal: AbortSignal, replace?: string): Promise<boolean> {
    const { machine, product } = this.#options
    const license_key = this.#key
    if (!license_key) {
      await this.learnTime(signal)
      this.#problem = { code: 'no_key' }
      return false
    }
    const nonce = randomText()
    const fingerprint = this.fingerprint
    const request = { license_key, product, fingerprint, machine, nonce, replace }
    const [answer] = await Promise.all([
      this.#wire.requestToken(request, signal),
      this.#learnKeys(signal),
      this.learnTime(signal),
    ])
    const problem = 'problem' in answer ? answer.problem : await this.#take(answer, nonce)
    const failures = problem === null ? 0 : this.#last.failures + 1
    this.#last = { at: this.now, failures, retryAfterMs: answer.retryAfterMs }
    this.#keep({ key: license_key })
    if (problem) await this.learnNews(signal)
    return this.#conclude(problem)
  }

  /** Takes a license file's token in place of the one held. Answers whether it counts here. */
  async useFile(text: string): Promise<boolean> {
    const file = readLicenseFile(text)
    if (file === null) return this.#conclude({ code: 'invalid_token' })
    // Without pins nobody has vouched for the keys of a file.
    if (!this.#options.trust) return this.#conclude({ code: 'untrusted_key' })
    await this.#keyring.learn(file.keys, this.#here.issuer)
    return this.#conclude(await this.#take(file))
  }

  /** Gives the seat back and forgets the token. Answers false, and keeps it, if the server cannot be reached. */
  async release(signal: AbortSignal): Promise<boolean> {
    const id = this.#claims?.activation?.id
    const key = this.#key
    if (id !== undefined && (key === undefined || !(await this.#wire.free(id, key, signal))))
      return false
    this.#claims = null
    this.#fault = 'unlicensed'
    this.#keep({ token: undefined })
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

  /** Looks for late news of the token in its status list, which others than the server may spread. */
  async learnNews(signal: AbortSignal): Promise<void> {
    const claims = this.#claims
    const place = claims?.status?.status_list
    if (claims?.mode !== 'full' || !place || this.now < this.newsAt) return
    const known = {
      reason: this.#news,
      iat: Math.max(claims.iat, this.#entry.newsIat),
      freshMs: soon,
      issuer: claims.iss,
      now: this.now,
      read: (jwt: string) => readSigned(jwt, 'statuslist+jwt', this.#keyring.keys()),
    }
    const { reason, iat, freshMs } = await import('./late-news.ts')
      .then(({ lateNews }) => lateNews(place, known, this.#fetch, signal))
      .catch(() => known)
    this.newsAt = this.now + freshMs
    // Another token may have come meanwhile.
    if (claims === this.#claims) this.#keep({ news: reason, newsIat: iat })
  }

  /** Keeps what is held, and the latest time seen. */
  async save(): Promise<void> {
    this.#keep({ ...this.#keyring.kept(), mark: this.now })
    await this.#shelf.save(this.#entry)
  }

  #keep(changed: Partial<Entry>): void {
    this.#entry = { ...this.#entry, ...changed }
  }

  /** Answers whether nothing has gone wrong, after what is held has been judged again and kept. */
  async #conclude(problem: ClientProblem | null): Promise<boolean> {
    this.#problem = problem
    await this.#recheck()
    await this.save()
    return problem === null
  }

  /** Takes the server's token in place of the one held, if nothing is wrong with it. */
  async #take(
    { token, refreshAt, machines = [] }: Pick<Granted, 'token'> & Partial<Granted>,
    nonce?: string,
  ): Promise<ClientProblem | null> {
    const checked = await checkToken(token, this.#keyring.keys(), this.#here)
    if (checked.claims === null) {
      if (this.#claims === null) this.#fault = checked.code
      return checked
    }
    const { iat, iss, nonce: answered } = checked.claims
    if (nonce && answered === nonce) {
      this.#clock.answered(iat * 1000)
      // No list that was looked at before is later news.
      this.#keep({ news: undefined })
    }
    // A token that answers another request was kept back by somebody: it never takes the place of a newer one.
    else if (iat < (this.#claims?.iat ?? 0)) return { code: 'invalid_token' }
    this.machines = machines
    this.#keep({ token, issuer: iss, refreshAt: refreshAt ?? this.now + day })
    return null
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
