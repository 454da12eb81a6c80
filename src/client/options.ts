import type { Instant } from '../license/license.ts'
import type { Store } from './store.ts'

/** A JWK set, or a list of JWKs: what stands at the server's `/.well-known/jwks.json`. */
export type Pins = readonly object[] | { readonly keys: readonly object[] }

/** How the network is reached: `globalThis.fetch`, one that goes through a proxy, or a server in the same process. */
export type Fetch = (url: string, init: RequestInit) => Response | Promise<Response>

export interface Options {
  /** The license server's address, e.g. `https://license.example`. */
  readonly server: string
  /** The product's code. */
  readonly product: string
  /** The customer's license key; without it the last one given to `setKey`. */
  readonly key?: string | undefined
  /**
   * The keys that the product trusts from the start: pin `active` and `next`. Without it the keys are taken from the server itself, over HTTPS or from
   * this very machine, and whoever owns the machine can put others in their place.
   */
  readonly trust?: Pins | undefined
  /** The server's name in its tokens, once its address is another one; default: the one in the first good token. */
  readonly issuer?: string | undefined
  /** Where the token is kept between two runs; default: nowhere. */
  readonly store?: Store | undefined
  /** The language of sentences for the user: German for `de…`, else English. */
  readonly locale?: string | undefined
  readonly fetch?: Fetch | undefined
  /** What this machine is known by; default: a random id in the store, and in Node the hashed machine id of the operating system. */
  readonly fingerprint?: string | (() => string | Promise<string>) | undefined
  /** What people call this machine, e.g. `Kasse 1`. */
  readonly machine?: string | undefined
  /** What can be exported while there is no token that says it; default csv and jsonl. */
  readonly exportFormats?: readonly string[] | undefined
  /** How long opening waits for the network at most if a stored token is good, in milliseconds; default 2000. Without one, five times as long. */
  readonly timeout?: number | undefined
  /** Whether tokens of a sandbox server count. Time is then the sandbox's. */
  readonly sandbox?: boolean | undefined
  /** The machine's clock, for tests. */
  readonly now?: (() => Instant) | undefined
}

/** The options, and what an entrance of its own adds. */
export interface Opening extends Options {
  /**
   * How a token names a machine. Node reckons it at once: WebCrypto's way through the thread pool takes nearly as long again as
   * the signature.
   */
  readonly salt?: ((license: string, fingerprint: string) => string | Promise<string>) | undefined
}
