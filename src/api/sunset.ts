import type { Deps } from '../deps.ts'
import { byteStream } from '../export/byte-stream.ts'
import { inZone } from '../license/calendar.ts'
import type { CustomerId, Instant, License, LicenseId } from '../license/license.ts'
import { sunset } from '../license/sunset.ts'
import { findProduct } from '../store/product.ts'
import { listLicenses } from '../store/list-licenses.ts'
import { listSigningKeys } from '../store/signing-key.ts'
import { signKeySet } from '../token/keyset.ts'
import type { LicenseFile } from '../token/license-file.ts'
import type { SigningAlgorithm } from '../token/public-key.ts'
import { admins } from './roles.ts'
import { noBody, noQuery, route } from './route.ts'
import { signToken } from './sign-token.ts'

/** A license's last file: a line of the sunset. */
export interface LastFile {
  readonly license: LicenseId
  readonly customer: CustomerId
  readonly product: string
  /** RFC 3339; null for ever, or without a file. */
  readonly good_until: string | null
  /** Null for a license that is not full: the export needs none. */
  readonly file: LicenseFile | null
}

export const sunsetRoutes = [
  route({
    method: 'GET',
    path: '/v1/sunset',
    who: admins,
    summary:
      'For a vendor who closes: streams every license’s last file as JSON Lines, good on any machine to the end of its term.',
    body: noBody,
    query: noQuery,
    handle: async ({ deps, now }) => {
      const encoder = new TextEncoder()
      const lines = byteStream(async function* () {
        for await (const each of lastFiles(deps, now))
          yield encoder.encode(`${JSON.stringify(each)}\n`)
      })
      return {
        body: lines,
        headers: {
          'content-type': 'application/jsonl',
          'content-disposition': 'attachment; filename="sunset.jsonl"',
          'cache-control': 'no-store',
        },
      }
    },
  }),
]

type Closing = Pick<Deps, 'db' | 'signers' | 'issuer' | 'publicUrl' | 'sandbox'>

const licensesAtOnce = 200

/** The last files of all licenses, in the order of their making, a page at a time. */
export async function* lastFiles(deps: Closing, now: Instant): AsyncGenerator<LastFile> {
  const fileOf = fileMaker(deps, now)
  let after: string | undefined
  for (;;) {
    const page = await listLicenses(deps.db, { after, limit: licensesAtOnce }, now)
    for (const { license } of page.data) yield fileOf(license)
    if (page.next === null) return
    after = page.next
  }
}

/** Whoever makes many files reads each product, and signs each key set, once. */
function fileMaker(deps: Closing, now: Instant): (license: License) => Promise<LastFile> {
  const algorithms = new Map<string, SigningAlgorithm>()
  const keySets = new Map<SigningAlgorithm, string>()
  const algorithmOf = async ({ product }: License) => {
    const algorithm =
      algorithms.get(product) ?? (await findProduct(deps.db, product))?.algorithm ?? 'Ed25519'
    algorithms.set(product, algorithm)
    return algorithm
  }
  const keysFor = async (algorithm: SigningAlgorithm) => {
    const sign = await deps.signers.forAlgorithm(algorithm)
    const keys =
      keySets.get(algorithm) ?? signKeySet(sign, deps.issuer, await listSigningKeys(deps.db), now)
    keySets.set(algorithm, keys)
    return keys
  }
  return async (license) => {
    const { id, customer, productCode: product, timeZone } = license
    const last = sunset(license, now)
    if (last === null) return { license: id, customer, product, good_until: null, file: null }
    const algorithm = await algorithmOf(license)
    // Nobody is left to move a seat, or to serve a list: it is bound to no machine, and there is no late news of it.
    const content = { license, ...last, activation: null, place: null }
    return {
      license: id,
      customer,
      product,
      good_until: last.goodUntil === null ? null : inZone(last.goodUntil, timeZone),
      file: {
        version: 1,
        token: await signToken(deps, algorithm, content, now),
        keys: await keysFor(algorithm),
      },
    }
  }
}
