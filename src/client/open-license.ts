import type { Capability } from '../license/capability.ts'
import { readLicenseKey } from '../token/license-key.ts'
import type { Opening, Options } from './options.ts'
import type { ClientProblem } from './problem.ts'
import { RestrictedError } from './restricted-error.ts'
import { nextWake } from './schedule.ts'
import { Session } from './session.ts'
import type { Line } from './session.ts'
import type { Standing } from './standing.ts'
import { atMost, later } from './timer.ts'
import type { SeatHolder } from './wire.ts'

/** Told what the license allows now, and what it allowed before. */
export type Listener = (now: Standing, before: Standing) => void

/** What was allowed when a piece of work began. */
export type Held = Pick<OpenLicense, 'allows' | 'require'>

/** How often a sandbox's clock is looked at: somebody moves it by hand and wants to see what happens. */
const sandboxLook = 2000

/**
 * The license of a product. It never throws, waits or asks the network but where that is said.
 */
export class OpenLicense {
  /** The license server's address, without a slash at the end. */
  readonly server: string
  /** The language of its sentences. */
  readonly locale: string | undefined
  readonly #session: Session
  readonly #options: Options
  readonly #listeners = new Set<Listener>()
  readonly #closed = new AbortController()
  #shown: Standing
  #askAt = 0
  #asking: Promise<boolean> | null = null
  #callOff = () => {}

  /** Opens what is kept and asks the server. It never fails: without a good token it is export-only and says why. */
  static async open(options: Opening): Promise<OpenLicense> {
    const server = String(options.server).replace(/\/+$/, '')
    const license = new OpenLicense(options, server, await Session.open({ ...options, server }))
    await license.#start()
    return license
  }

  private constructor(options: Options, server: string, session: Session) {
    this.server = server
    this.locale = options.locale
    this.#options = options
    this.#session = session
    this.#shown = session.standing
  }

  /** `full` or `export-only`: there is no third. */
  get mode(): Standing['mode'] {
    return this.standing.mode
  }
  /** Why, in the words of docs/token.md. */
  get reason(): Standing['reason'] {
    return this.standing.reason
  }
  get limits(): Standing['limits'] {
    return this.standing.limits
  }
  get exportFormats(): Standing['exportFormats'] {
    return this.standing.exportFormats
  }
  get term(): Standing['term'] {
    return this.standing.term
  }
  get objection(): Standing['objection'] {
    return this.standing.objection
  }
  get support(): Standing['support'] {
    return this.standing.support
  }
  get validUntil(): Standing['validUntil'] {
    return this.standing.validUntil
  }
  /** All of it at this instant. */
  get standing(): Standing {
    return this.#session.standing
  }
  /** What has gone wrong lately with server or store; null if nothing has. */
  get problem(): ClientProblem | null {
    return this.#session.problem
  }

  /** If the last answer was `no_seat`: the machines that have the seats, one of which can be given to `takeSeat`. */
  get machines(): readonly SeatHolder[] {
    return this.#session.machines
  }
  /** The text of a request file, for which the vendor makes the license file of a machine without a network. */
  get fileRequest(): string {
    const { product, machine } = this.#options
    return JSON.stringify({ version: 1, product, fingerprint: this.#session.fingerprint, machine })
  }

  /** How an entry beside this one talks with the server. @internal */
  get line(): Line {
    return this.#session.line
  }

  /** Whether the license gives a capability now. No input or output. */
  allows(capability: Capability): boolean {
    return this.standing.capabilities.includes(capability)
  }

  /** @throws RestrictedError with a sentence for the user. */
  require(capability: Capability): void {
    requireOf(this.standing, capability, this.locale)
  }

  /**
   * Work that is allowed when it begins may be finished: it is given what was allowed then, to ask instead of the license.
   *
   * @throws RestrictedError if it is not allowed when it begins.
   */
  async attempt<T>(capability: Capability, work: (held: Held) => T | Promise<T>): Promise<T> {
    const { locale, standing } = this
    requireOf(standing, capability, locale)
    return work({
      allows: (other) => standing.capabilities.includes(other),
      require: (other) => requireOf(standing, other, locale),
    })
  }

  /** Tells of every change of what is allowed, until it is called off by what this answers. */
  on(event: 'change', listener: Listener): () => void {
    if (event === 'change') this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Asks the server now. Answers whether it gave a token that counts; if not, `problem` says why. */
  refresh(): Promise<boolean> {
    return this.#asked()
  }

  /** Takes over the seat of another machine, as often as the plan allows. Answers whether this one has it. */
  async takeSeat({ id }: Pick<SeatHolder, 'id'>): Promise<boolean> {
    await this.#asking
    await this.#asked(id)
    return this.mode === 'full'
  }

  /** Takes a license file, the text of a `.lic`, offline. Answers whether it counts here; if not, `problem` says why. */
  async useFile(text: string): Promise<boolean> {
    await this.#asking
    const used = await this.#session.useFile(text)
    this.#settle()
    return used
  }

  /** Whether a text can be a license key: finds a typing error offline. */
  checkKey(text: string): boolean {
    return readLicenseKey(text) !== null
  }

  /** Keeps another key, and asks the server with it. A token that is held stays until the server gives another. */
  async setKey(key: string): Promise<boolean> {
    await this.#asking
    this.#session.useKey(key)
    return this.refresh()
  }

  /** Gives this machine's seat back; false if the server cannot be reached. The product is then export-only until it asks again. */
  async release(): Promise<boolean> {
    await this.#asking
    const released = await this.#session.release(this.#signal())
    if (released) this.#askAt = Infinity
    this.#settle()
    return released
  }

  /** Ends timers and requests, and waits until the store is written. What was known goes on being judged by the clock. */
  async close(): Promise<void> {
    this.#closed.abort()
    this.#callOff()
    this.#listeners.clear()
    await this.#session.save()
  }

  async #start(): Promise<void> {
    const { sandbox, timeout = 2000 } = this.#options
    if (sandbox) await atMost(timeout, this.#session.learnTime(this.#signal()))
    if (this.#session.isDue)
      return atMost(this.mode === 'full' ? timeout : timeout * 5, this.refresh())
    // A short run is over before this: it asks nobody and waits for nobody.
    this.#askAt = this.#session.now + 1000 + 4000 * Math.random()
    void this.#session.save()
    this.#settle()
  }

  #asked(replace?: string): Promise<boolean> {
    return (this.#asking ??= this.#ask(replace).finally(() => (this.#asking = null)))
  }

  async #ask(replace?: string): Promise<boolean> {
    const answered = await this.#session.ask(this.#signal(), replace)
    this.#askAt = this.#session.nextAsk()
    this.#settle()
    return answered
  }

  /** Tells what has changed, and sets the timer for what comes next. */
  #settle(): void {
    const before = this.#shown
    const now = (this.#shown = this.standing)
    if (this.#listeners.size > 0 && gist(now) !== gist(before))
      for (const listener of this.#listeners) queueMicrotask(() => listener(now, before))
    this.#callOff()
    if (this.#closed.signal.aborted) return
    const { newsAt, now: at } = this.#session
    const wait = nextWake(now, at, this.#askAt, newsAt) - at
    this.#callOff = later(
      this.#options.sandbox ? Math.min(wait, sandboxLook) : wait,
      () => void this.#wake(),
    )
  }

  async #wake(): Promise<void> {
    const { mode } = this
    await this.#session.learnTime(this.#signal())
    if (this.#session.now < this.#askAt) await this.#session.learnNews(this.#signal())
    // Bad news is asked after at once: there may be another token.
    if (this.#session.now >= this.#askAt || this.mode !== mode) return void (await this.refresh())
    await this.#session.save()
    this.#settle()
  }

  #signal(): AbortSignal {
    const { timeout = 2000 } = this.#options
    return AbortSignal.any([this.#closed.signal, AbortSignal.timeout(timeout * 5)])
  }
}

function requireOf(standing: Standing, capability: Capability, locale: string | undefined): void {
  if (!standing.capabilities.includes(capability))
    throw new RestrictedError(capability, standing, locale)
}

/** What a change is a change of. That it holds for longer is none. */
function gist(standing: Standing): string {
  return JSON.stringify({ ...standing, validUntil: null })
}
