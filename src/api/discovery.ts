import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { Problem } from '../license/problem.ts'
import { listEvidenceKeys } from '../store/evidence-key.ts'
import { listSigningKeys } from '../store/signing-key.ts'
import { listLists, listUri } from '../store/status-list.ts'
import { evidenceKeySet } from '../token/evidence-key.ts'
import { jwks, signKeySet } from '../token/keyset.ts'
import { cachedAnswer } from './cached.ts'
import { problemPage } from './problem-page.ts'
import { noBody, noQuery, route } from './route.ts'
import { algorithm } from './signing-keys.ts'

/** For how long clients and caches keep the keys. A next key is published at least as long before it signs. */
const keysMaxAgeSeconds = 300

export const discoveryRoutes = [
  route({
    method: 'GET',
    path: '/.well-known/jwks.json',
    who: 'public',
    summary: 'The public keys, next, active and retired, as a JWK set.',
    body: noBody,
    query: noQuery,
    handle: async ({ deps, headers }) => {
      const body = JSON.stringify(jwks(await listSigningKeys(deps.db)))
      return cachedAnswer(body, 'application/jwk-set+json', keysMaxAgeSeconds, headers)
    },
  }),
  route({
    method: 'GET',
    path: '/.well-known/keys.jwt',
    who: 'public',
    summary: 'The same keys, signed by an active one, so that who trusts it can trust them all.',
    body: noBody,
    query: z.strictObject({ alg: algorithm.optional() }),
    handle: async ({ deps, now, query }) => {
      const keys = await listSigningKeys(deps.db)
      const alg = query.alg ?? 'Ed25519'
      if (!keys.some(({ state, publicKey }) => state === 'active' && publicKey.alg === alg))
        throw new Problem('not-found', { alg })
      const sign = await deps.signers.forAlgorithm(alg)
      return {
        body: signKeySet(sign, deps.issuer, keys, now),
        headers: {
          'content-type': 'application/jwt',
          'cache-control': `public, max-age=${keysMaxAgeSeconds}`,
        },
      }
    },
  }),
  route({
    method: 'GET',
    path: '/.well-known/evidence-keys.json',
    who: 'public',
    summary:
      'Every key that dossiers and receipts were ever signed with, for ever; a revoked one with its date.',
    body: noBody,
    query: noQuery,
    handle: async ({ deps: { db, issuer }, headers }) => {
      const body = JSON.stringify(evidenceKeySet(issuer, await listEvidenceKeys(db)))
      return cachedAnswer(body, 'application/jwk-set+json', keysMaxAgeSeconds, headers)
    },
  }),
  route({
    method: 'GET',
    path: '/.well-known/license-server',
    who: 'public',
    summary:
      'What this server is: its name, where its keys and status lists are, the algorithms that it signs with.',
    body: noBody,
    query: noQuery,
    handle: async ({ deps, headers }) =>
      cachedAnswer(
        JSON.stringify(await about(deps)),
        'application/json',
        keysMaxAgeSeconds,
        headers,
      ),
  }),
  route({
    method: 'GET',
    path: '/healthz',
    who: 'public',
    summary: 'Whether the process lives.',
    body: noBody,
    query: noQuery,
    handle: async () => ({ body: { status: 'ok' } }),
  }),
  route({
    method: 'GET',
    path: '/readyz',
    who: 'public',
    summary: 'Whether requests can be served: the database answers.',
    body: noBody,
    query: noQuery,
    handle: async ({ deps }) => {
      await listSigningKeys(deps.db)
      return { body: { status: 'ready' } }
    },
  }),
  route({
    method: 'GET',
    path: '/problems',
    who: 'public',
    summary: 'Every problem that an answer can name, and what to do.',
    body: noBody,
    query: noQuery,
    handle: async ({ headers }) =>
      cachedAnswer(await problemPage(), 'text/html; charset=utf-8', keysMaxAgeSeconds, headers),
  }),
]

async function about({ db, issuer, publicUrl, sandbox }: Deps) {
  const [keys, lists] = [await listSigningKeys(db), await listLists(db)]
  const algorithms = new Set(
    keys.filter(({ state }) => state === 'active').map(({ publicKey }) => publicKey.alg),
  )
  return {
    issuer,
    token_endpoint: `${publicUrl}/v1/tokens`,
    jwks_uri: `${publicUrl}/.well-known/jwks.json`,
    keys_uri: `${publicUrl}/.well-known/keys.jwt`,
    evidence_keys_uri: `${publicUrl}/.well-known/evidence-keys.json`,
    algorithms: [...algorithms].sort(),
    status_lists: lists.map(({ n }) => listUri({ publicUrl }, n)),
    ...(sandbox && { sandbox }),
  }
}
