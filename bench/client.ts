import { importJWK, jwtVerify } from 'jose'
import { openLicense, memoryStore } from '../src/client/node.ts'
import type { Options } from '../src/client/node.ts'
import { signer } from '../src/token/sign.ts'
import { newSigningKey } from '../src/token/signing-key.ts'
import { saltedFingerprintSync } from '../src/token/fingerprint-sync.ts'
import { median, tableOf } from './figure.ts'
import type { Figure } from './figure.ts'
import { goFirst } from './pin.ts'

// The client's offline start-up: a good token in the store, pinned keys, no network. Against jose's jwtVerify of the same token
// with the same JWK, which a start-up has to import too.

const runs = Number(process.env.BENCH_RUNS ?? 4000)
const product = 'bench'
const issuer = 'https://license.example'
const fingerprint = 'machine'

export async function client(): Promise<readonly Figure[]> {
  goFirst()
  const { token, jwk, options } = await installed()
  const bare = async (): Promise<number> => {
    const started = performance.now()
    const key = await importJWK({ ...jwk })
    await jwtVerify(token, key, { issuer, audience: product, typ: 'vnd.auszug.license+jwt' })
    return performance.now() - started
  }
  const ours = async (): Promise<number> => {
    const started = performance.now()
    const license = await openLicense(options)
    const { mode } = license
    const took = performance.now() - started
    if (mode !== 'full') throw new Error(`${mode}: ${license.standing.reason}`)
    await license.close()
    return took
  }
  const took = { bare: [] as number[], ours: [] as number[] }
  // In turns, so that a busy moment of the machine falls on both; the first quarter only warms up.
  for (let run = 0; run < runs; run++) {
    const times = { bare: await bare(), ours: await ours() }
    if (run < runs / 4) continue
    took.bare.push(times.bare)
    took.ours.push(times.ours)
  }
  const [oursUs, bareUs] = [median(took.ours) * 1000, median(took.bare) * 1000]
  return [
    {
      what: 'offline start-up check against jose’s importJWK and jwtVerify of the same token',
      measured: `${oursUs.toFixed(0)} µs`,
      limit: `${bareUs.toFixed(0)} µs`,
      ratio: (oursUs / bareUs).toFixed(2),
      target: '≤ 1.2',
    },
  ]
}

/** A product that has been started before. */
async function installed() {
  const key = await newSigningKey('Ed25519')
  const store = memoryStore()
  const iat = Math.floor(Date.now() / 1000) - 60
  const token = signer(key)('vnd.auszug.license+jwt', {
    iss: issuer,
    aud: product,
    sub: 'lic_01k6ea5m50ebttj0521q6p6j21',
    jti: 'jti_01k6ea5m50ebttj0521q6p6j21',
    iat,
    exp: iat + 14 * 86_400,
    mode: 'full',
    reason: 'in_term',
    capabilities: ['data:export', 'orders:read', 'orders:write'],
    limits: { branches: 3 },
    export_formats: ['csv', 'jsonl'],
    term: {
      starts_on: '2025-10-01',
      ends_on: null,
      time_zone: 'Europe/Berlin',
      starts_at: 1_759_269_600,
      ends_at: null,
    },
    renewal: { automatic: false, ends: false },
    support: null,
    activation: {
      id: 'act_01k6ea5m50ebttj0521q6p6j21',
      fingerprint: saltedFingerprintSync('lic_01k6ea5m50ebttj0521q6p6j21', fingerprint),
    },
  })
  const options: Options = {
    server: issuer,
    product,
    store,
    fingerprint,
    key: 'a key from elsewhere',
    trust: [key.publicKey],
    fetch: () => Promise.reject(new TypeError('there is no network')),
  }
  const entry = { version: 1, key: options.key, token, issuer, keySets: [], mark: iat * 1000 }
  const refreshAt = Date.now() + 86_400_000
  await store.write(`auszug:${product}:${issuer}`, JSON.stringify({ ...entry, refreshAt }))
  return { token, jwk: { ...key.publicKey }, options }
}

if (import.meta.main) console.log(tableOf(await client()))
