import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { Problem } from '../license/problem.ts'
import { listEvidenceKeys, revokeEvidenceKey, rotateEvidenceKey } from '../store/evidence-key.ts'
import type { KeptEvidenceKey } from '../store/evidence-key.ts'
import { evidenceKeyAnswer } from './evidence-answers.ts'
import { listRoute } from './list.ts'
import { pageQuery, partOf } from './page.ts'
import { admins } from './roles.ts'
import { noQuery, param, route } from './route.ts'
import { revocationBody } from './revocation-body.ts'
import { utc } from './wire.ts'

export const evidenceKeyRoutes = [
  listRoute({
    path: '/v1/evidence-keys',
    who: admins,
    summary: 'Lists the keys that dossiers, receipts and checkpoints are or were signed with.',
    query: pageQuery,
    item: evidenceKeyAnswer,
    read: async ({ deps }, part) =>
      partOf((await listEvidenceKeys(deps.db)).map(onWire), part, ({ kid }) => kid),
  }),
  route({
    method: 'POST',
    path: '/v1/evidence-keys/rotation',
    who: admins,
    summary:
      'Lets a new key sign evidence from now on. The private half of the one before is destroyed.',
    body: z.strictObject({}),
    query: noQuery,
    handle: async ({ deps, now, actor }) => {
      await rotateEvidenceKey(deps.db, deps.kek, actor, now)
      return { body: await allKeys(deps) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/evidence-keys/:kid/revocation',
    who: admins,
    summary: 'Revokes an evidence key that has leaked. It stays published, with the date.',
    body: revocationBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor, body } = ask
      const kid = param(ask, 'kid')
      const asked = { kid, reason: body.reason ?? null }
      if (!(await revokeEvidenceKey(deps.db, deps.kek, asked, actor, now)))
        throw new Problem('not-found', { kid })
      return { body: await allKeys(deps) }
    },
  }),
]

async function allKeys({ db }: Pick<Deps, 'db'>) {
  return { data: (await listEvidenceKeys(db)).map(onWire), next: null }
}

function onWire({ publicKey, createdAt, retiredAt, revokedAt, revokedWhy }: KeptEvidenceKey) {
  return {
    kid: publicKey.kid,
    state: revokedAt !== null ? 'revoked' : retiredAt !== null ? 'retired' : 'active',
    public_key: publicKey,
    created_at: utc(createdAt),
    retired_at: retiredAt === null ? null : utc(retiredAt),
    revoked_at: revokedAt === null ? null : utc(revokedAt),
    revoked_why: revokedWhy,
  }
}
