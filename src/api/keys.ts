import { z } from 'zod'
import { addLicenseKey, listKeys, replaceLicenseKey } from '../store/key.ts'
import type { LicenseKey } from '../store/key.ts'
import { changeLicense } from '../store/license.ts'
import { readLicense } from '../store/read-license.ts'
import { unseal } from '../token/secret.ts'
import { keyFor } from '../store/new-key.ts'
import type { NewKey } from '../store/new-key.ts'
import { broughtKey, replacementBody } from './key-body.ts'
import { admins } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import type { Answer, Ask } from './route.ts'
import { toInstant } from './schema.ts'
import { utc } from './wire.ts'

export const keyRoutes = [
  route({
    method: 'GET',
    path: '/v1/licenses/:license/keys',
    who: admins,
    summary: 'Shows a license’s keys again; each look is an event.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor } = ask
      const keys = await listKeys(deps.db, param(ask, 'license'))
      await changeLicense(deps.db, param(ask, 'license'), now, actor, (license) => ({
        license,
        events: keys.map(({ id }) => ({
          type: 'key.seen',
          at: Math.max(now, license.recordedAt),
          data: { key: id },
        })),
      }))
      const data = await Promise.all(
        keys.map(async (each) => keyOnWire(each, await unseal(deps.kek, each.sealed))),
      )
      return { body: { data, next: null } }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/licenses/:license/keys',
    who: admins,
    summary:
      'Gives a license another key beside those that it has: a new one, or one that is brought along.',
    body: z.strictObject({ key: broughtKey.optional() }),
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor, body } = ask
      const made = await keyOf(ask, body.key)
      await addLicenseKey(deps.db, made.record, actor, now)
      return answered(made)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/licenses/:license/keys/:key/replacement',
    who: admins,
    summary:
      'Gives a license a key in the place of another, which ends at once or at keep_old_until; one that has leaked voids what was given out.',
    body: replacementBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor, body } = ask
      const { keep_old_until, leaked = false, reason = null } = body
      const made = await keyOf(ask, body.key)
      const keepOldUntil = keep_old_until === undefined ? null : toInstant(keep_old_until)
      const asked = { keepOldUntil, leaked, reason }
      await replaceLicenseKey(deps.db, param(ask, 'key'), made.record, asked, actor, now)
      return answered(made)
    },
  }),
]

/** @throws Problem not-found for a license that is not there; unfit */
async function keyOf(ask: Ask, brought: string | undefined): Promise<NewKey> {
  const { deps, now } = ask
  const { license } = await readLicense(deps.db, param(ask, 'license'), now)
  return keyFor(deps, license.id, brought, now)
}

function answered({ key, record }: NewKey): Answer {
  return {
    status: 201,
    body: keyOnWire(record, key),
    headers: { location: `/v1/licenses/${record.license}/keys` },
  }
}

function keyOnWire({ id, createdAt, keepUntil, leakedAt }: LicenseKey, key: string) {
  return {
    id,
    key,
    created_at: utc(createdAt),
    keep_until: keepUntil === null ? null : utc(keepUntil),
    leaked_at: leakedAt === null ? null : utc(leakedAt),
  }
}
