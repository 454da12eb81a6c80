import type { Deps } from '../deps.ts'
import type { Instant, LicenseId } from '../license/license.ts'
import { newId } from '../store/id.ts'
import { listKeys } from '../store/key.ts'
import type { LicenseKey } from '../store/key.ts'
import { changeLicense } from '../store/license.ts'
import { hashLicenseKey, makeLicenseKey } from '../token/new-license-key.ts'
import { seal, unseal } from '../token/secret.ts'
import { admins } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import { utc } from './wire.ts'

/** A new key for a license, and what is kept of it. */
export async function issueKey(
  deps: Pick<Deps, 'kek'>,
  license: LicenseId,
  now: Instant,
): Promise<{ readonly key: string; readonly record: LicenseKey }> {
  const key = makeLicenseKey()
  const sealed = await seal(deps.kek, key)
  const record = {
    id: newId('key', now),
    license,
    hash: hashLicenseKey(key),
    sealed,
    createdAt: now,
    keepUntil: null,
  }
  return { key, record }
}

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
        keys.map(async ({ id, sealed, createdAt, keepUntil }) => ({
          id,
          key: await unseal(deps.kek, sealed),
          created_at: utc(createdAt),
          keep_until: keepUntil === null ? null : utc(keepUntil),
        })),
      )
      return { body: { data, next: null } }
    },
  }),
]
