import { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { Actor } from '../license/actor.ts'
import { issueFile } from '../license/license-file.ts'
import type { Filed } from '../license/license-file.ts'
import type { Instant } from '../license/license.ts'
import { Problem, unfit } from '../license/problem.ts'
import { seatHistory } from '../store/activation.ts'
import { newId } from '../store/id.ts'
import { changeLicense } from '../store/license.ts'
import { findProduct } from '../store/product.ts'
import { readLicense } from '../store/read-license.ts'
import { statusPlace } from '../store/status-entry.ts'
import { listSigningKeys } from '../store/signing-key.ts'
import { saltedFingerprintSync } from '../token/fingerprint-sync.ts'
import { signKeySet } from '../token/keyset.ts'
import type { LicenseFile } from '../token/license-file.ts'
import { admins } from './roles.ts'
import { noQuery, param, route } from './route.ts'
import { text } from './schema.ts'
import { signToken } from './sign-token.ts'
import { takenOnWire } from './wire.ts'

/** A request file as the machine has written it, and what staff may add. */
export const fileRequest = z.strictObject({
  version: z.literal(1).optional(),
  product: text(64).optional(),
  fingerprint: text(512),
  machine: text(200).optional(),
  replace: text(64)
    .optional()
    .meta({ description: 'The activation whose seat the machine takes over if none is free.' }),
})

export const licenseFileRoutes = [
  route({
    method: 'POST',
    path: '/v1/licenses/:license/file',
    who: admins,
    summary:
      'Makes the license file of a machine without a network, from the request file that the machine has written.',
    body: fileRequest,
    query: noQuery,
    handle: async (ask) => {
      const id = param(ask, 'license')
      const file = await makeLicenseFile(ask.deps, id, ask.body, ask.actor, ask.now)
      return {
        body: file,
        headers: { 'content-disposition': `attachment; filename="${id}.lic"` },
      }
    },
  }),
]

/**
 * A license file for a machine, which takes a seat.
 *
 * @throws Problem not-found, unfit for another product's request, not-full where the license or its seats give no full token.
 */
export async function makeLicenseFile(
  deps: Pick<Deps, 'db' | 'signers' | 'issuer' | 'publicUrl' | 'sandbox'>,
  id: string,
  asked: z.infer<typeof fileRequest>,
  actor: Actor,
  now: Instant,
): Promise<LicenseFile> {
  const { license } = await readLicense(deps.db, id, now)
  const { product = license.productCode, machine = null, replace = null } = asked
  if (product !== license.productCode && product !== license.product)
    throw unfit('/product', 'The machine asks for another product than the license is for.')
  const found = await findProduct(deps.db, license.product)
  if (found === null) throw new TypeError('a license is for a product')
  const fingerprint = saltedFingerprintSync(license.id, asked.fingerprint)
  const named = { id: newId('act', now), fingerprint, machine, replace }
  const { algorithm } = found
  const filed = await changeLicense(deps.db, license.id, now, actor, async (locked, _, trx) => {
    const made = full(issueFile(locked, await seatHistory(trx, license.id), named, now))
    const owner = { license: made.license, activation: made.activation?.id ?? null, algorithm }
    return { ...made, place: await statusPlace(trx, owner, now) }
  })
  const keys = await listSigningKeys(deps.db)
  return {
    version: 1,
    token: await signToken(deps, algorithm, filed, now),
    keys: signKeySet(await deps.signers.forAlgorithm(algorithm), deps.issuer, keys, now),
  }
}

/** @throws Problem not-full, whereupon nothing is kept of it. */
function full(filed: Filed): Filed {
  const { decision, taken, license } = filed
  if (filed.goodUntil !== null) return filed
  const { mode, reason } = decision
  throw new Problem('not-full', {
    mode,
    reason,
    ...(taken && takenOnWire(taken, license.timeZone)),
  })
}
