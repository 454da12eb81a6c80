import { publicKeys } from '../token/public-key.ts'
import type { PublicKey } from '../token/public-key.ts'
import { adoptKeySet } from '../token/trust.ts'
import type { Trust } from '../token/trust.ts'
import type { Entry } from './entry.ts'
import type { Options } from './options.ts'

/** The keys that a client trusts, and how they come to be others. */
export interface Keyring {
  keys(): readonly PublicKey[]
  /** Where the server's keys stand; null if none of them could count. */
  readonly path: string | null
  /** Takes what stood there, as far as it can be trusted. Never throws. */
  learn(document: unknown, issuer: string | undefined): Promise<void>
  /** What is to be kept of it. */
  kept(): Pick<Entry, 'keySets' | 'jwks'>
}

export async function keyringOf({ trust, server }: Options, entry: Entry): Promise<Keyring> {
  return trust === undefined ? bareKeys(server, entry) : await vouchedKeys(publicKeys(trust), entry)
}

/** Pinned keys, and whatever they have vouched for since. */
async function vouchedKeys(pins: readonly PublicKey[], entry: Entry): Promise<Keyring> {
  const pinned: Link = { trust: { keys: pins, iat: null }, jwt: '' }
  let last = pinned
  let links: readonly Link[] = [pinned]
  const learn = async (jwt: unknown, issuer?: string) => {
    if (typeof jwt !== 'string' || !(await vouches(last, jwt, issuer))) return
    // What is kept is the shortest way from the pins to the newest set.
    const vouching = await Promise.all(links.map((link) => vouches(link, jwt, issuer)))
    last = { trust: await adoptKeySet(last.trust, jwt), jwt }
    links = [...links.slice(0, vouching.indexOf(true) + 1), last]
  }
  for (const jwt of entry.keySets) await learn(jwt)
  return {
    keys: () => last.trust.keys,
    path: '/.well-known/keys.jwt',
    learn,
    kept: () => ({ keySets: links.slice(1).map(({ jwt }) => jwt) }),
  }
}

/** A key set, and what is trusted by it. */
interface Link {
  readonly trust: Trust
  readonly jwt: string
}

async function vouches({ trust }: Link, jwt: string, issuer: string | undefined): Promise<boolean> {
  return adoptKeySet(trust, jwt, issuer).then(
    (next) => next !== trust,
    () => false,
  )
}

/** Whatever the server shows, if nobody else can have shown it. */
function bareKeys(server: string, entry: Entry): Keyring {
  let jwks = entry.jwks
  let keys = publicKeys(jwks)
  const learn = async (shown: unknown) => {
    const usable = publicKeys(shown)
    if (usable.length > 0) [jwks, keys] = [shown, usable]
  }
  const path = isPrivate(server) ? '/.well-known/jwks.json' : null
  return { keys: () => keys, path, learn, kept: () => ({ keySets: [], jwks }) }
}

/** Over HTTPS, or to this very machine. */
function isPrivate(server: string): boolean {
  return /^(https:\/\/|http:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?(\/|$))/i.test(server)
}
