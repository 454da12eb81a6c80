import { z } from 'zod'
import { Problem } from '../license/problem.ts'
import { revokeSigningKey, rotateSigningKeys } from '../store/signers.ts'
import { listSigningKeys } from '../store/signing-key.ts'
import type { KeptSigningKey } from '../store/signing-key.ts'
import { signingKeyAnswer } from './answers.ts'
import { listRoute } from './list.ts'
import { pageQuery, partOf } from './page.ts'
import { admins } from './roles.ts'
import { noQuery, param, route } from './route.ts'
import { revocationBody } from './revocation-body.ts'
import { utc } from './wire.ts'

export const algorithm = z.enum(['Ed25519', 'EdDSA', 'ES256'])

export const signingKeyRoutes = [
  listRoute({
    path: '/v1/signing-keys',
    who: admins,
    summary: 'Lists the keys that sign, have signed, or are published to sign next.',
    query: pageQuery,
    item: signingKeyAnswer,
    read: async ({ deps }, part) =>
      partOf((await listSigningKeys(deps.db)).map(onWire), part, ({ kid }) => kid),
  }),
  route({
    method: 'POST',
    path: '/v1/signing-keys/rotation',
    who: admins,
    summary: 'Lets the next key of an algorithm sign from now on, and publishes a new next one.',
    body: z.strictObject({ algorithm: algorithm.optional() }),
    query: noQuery,
    handle: async ({ deps, now, body, actor }) => {
      await rotateSigningKeys(deps.db, deps.kek, body.algorithm ?? 'Ed25519', actor, now)
      deps.signers.reread()
      return { body: { data: (await listSigningKeys(deps.db)).map(onWire), next: null } }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/signing-keys/:kid/revocation',
    who: admins,
    summary:
      'Revokes a key that has leaked: clients drop it, and the tokens that it signed, at their next refresh.',
    body: revocationBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor, body } = ask
      const kid = param(ask, 'kid')
      const asked = { kid, reason: body.reason ?? null }
      if (!(await revokeSigningKey(deps.db, deps.kek, asked, actor, now)))
        throw new Problem('not-found', { kid })
      deps.signers.reread()
      return { body: { data: (await listSigningKeys(deps.db)).map(onWire), next: null } }
    },
  }),
]

function onWire({
  publicKey,
  state,
  createdAt,
  activatedAt,
  retiredAt,
  revokedAt,
  revokedWhy,
}: KeptSigningKey) {
  return {
    kid: publicKey.kid,
    algorithm: publicKey.alg,
    state,
    public_key: publicKey,
    created_at: utc(createdAt),
    activated_at: activatedAt === null ? null : utc(activatedAt),
    retired_at: retiredAt === null ? null : utc(retiredAt),
    revoked_at: revokedAt === null ? null : utc(revokedAt),
    revoked_why: revokedWhy,
  }
}
