import { z } from 'zod'
import { inZone } from '../license/calendar.ts'
import { system } from '../license/actor.ts'
import { renewLease, takeLease } from '../license/lease.ts'
import type { Leased } from '../license/lease.ts'
import type { LeaseId, LicenseId } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { licenseByKey } from '../store/by-key.ts'
import { newId } from '../store/id.ts'
import { dropLease, findLease, forgetLapsed, keepLease, runningLeases } from '../store/lease.ts'
import { changeLicense } from '../store/license.ts'
import { findProduct } from '../store/product.ts'
import { readLicense } from '../store/read-license.ts'
import type { LeaseClaims } from '../token/lease.ts'
import { anyLicenseKey } from '../token/brought-key.ts'
import { hashLicenseKey } from '../token/new-license-key.ts'
import { licenseCalling } from './license-auth.ts'
import { listRoute } from './list.ts'
import { pageOnWire, pageQuery, partOf } from './page.ts'
import { readers } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import type { Answer, Ask } from './route.ts'
import { nonce, text } from './schema.ts'
import { leaseAnswer } from './seat-answers.ts'
import { decisionOnWire, leaseOnWire } from './wire.ts'

const leaseBody = z.strictObject({
  license_key: z.string(),
  product: z.string(),
  holder: text(200).optional().meta({ description: 'Who uses the seat, for the list of others.' }),
  nonce: nonce.optional(),
})

export const leaseRoutes = [
  route({
    method: 'POST',
    path: '/v1/leases',
    who: 'public',
    summary: 'Takes one of the seats for as long as it is used, where the plan counts them so.',
    body: leaseBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, body } = ask
      const license = await licenseKeyed(ask)
      const id: LeaseId = newId('lea', now)
      const taken = await changeLicense(deps.db, license, now, system, async (locked, _, trx) => {
        await forgetLapsed(trx, license, now)
        const held = await runningLeases(trx, license, now)
        const leased = takeLease(locked, held, { id, holder: body.holder ?? null }, now)
        if (leased.lease !== null) await keepLease(trx, license, leased.lease)
        return leased
      })
      return answered(ask, taken)
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/leases/:lease/heartbeat',
    who: 'public',
    summary: 'Says that a lease is in use; by the license key, as “Authorization: License …”.',
    body: z.strictObject({ nonce: nonce.optional() }),
    query: noQuery,
    handle: async (ask) => {
      const { deps, now } = ask
      const license = await licenseCalling(ask)
      const id = param(ask, 'lease')
      const renewed = await changeLicense(deps.db, license, now, system, async (locked, _, trx) => {
        const lease = await findLease(trx, license, id)
        if (lease === null) throw new Problem('not-found', { lease: id })
        const leased = renewLease(locked, lease, now)
        if (leased.lease === null) await dropLease(trx, license, id)
        else await keepLease(trx, license, leased.lease)
        return leased
      })
      return answered(ask, renewed)
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/leases/:lease',
    who: 'public',
    summary: 'Gives a lease back; by the license key, as “Authorization: License …”.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      await dropLease(ask.deps.db, await licenseCalling(ask), param(ask, 'lease'))
      return { status: 204 }
    },
  }),
  listRoute({
    path: '/v1/licenses/:license/leases',
    who: readers,
    summary: 'Lists the leases of a license that are in use.',
    query: pageQuery,
    item: leaseAnswer,
    read: async (ask, part) => {
      const { license } = await readLicense(ask.deps.db, param(ask, 'license'), ask.now)
      const held = await runningLeases(ask.deps.db, license.id, ask.now)
      const page = partOf(held, part, ({ id }) => id)
      return pageOnWire(page, (each) => leaseOnWire(each, license.timeZone))
    },
  }),
]

/** @throws Problem not-found, as for a token; rate-limited */
async function licenseKeyed({
  deps,
  now,
  body,
  address,
}: Ask<z.infer<typeof leaseBody>>): Promise<LicenseId> {
  const key = anyLicenseKey(body.license_key)
  const keyed = key === null ? null : await licenseByKey(deps.db, hashLicenseKey(key), null, now)
  if (keyed !== null && [keyed.license.product, keyed.license.productCode].includes(body.product))
    return keyed.license.id
  deps.failures.count(address, now)
  throw new Problem('not-found', { member: 'license_key' })
}

/** The lease, signed for the request that asked; or who holds the seats. */
async function answered(
  ask: Ask<{ readonly nonce?: string | undefined }>,
  { license, decision, lease, holders }: Leased,
): Promise<Answer> {
  const { timeZone } = license
  return {
    body: {
      decision: decisionOnWire(decision, timeZone),
      lease: lease && leaseOnWire(lease, timeZone),
      token: lease && (await signed(ask, { license, lease })),
      // A third: two heartbeats may be lost before the lease is.
      heartbeat_at:
        lease && inZone(ask.now + Math.floor((lease.expiresAt - ask.now) / 3), timeZone),
      ...(holders && { leases: holders.map((each) => leaseOnWire(each, timeZone)) }),
    },
  }
}

async function signed(
  { deps, now, body }: Ask<{ readonly nonce?: string | undefined }>,
  { license, lease }: Pick<Leased, 'license'> & { readonly lease: NonNullable<Leased['lease']> },
): Promise<string> {
  const product = await findProduct(deps.db, license.product)
  if (product === null) throw new TypeError('a license is for a product')
  const sign = await deps.signers.forAlgorithm(product.algorithm)
  const claims: LeaseClaims = {
    iss: deps.issuer,
    aud: license.productCode,
    sub: license.id,
    jti: lease.id,
    iat: Math.floor(now / 1000),
    exp: Math.floor(lease.expiresAt / 1000),
    nonce: body.nonce,
    ...(deps.sandbox && { sandbox: true }),
  }
  return sign('vnd.auszug.lease+jwt', claims)
}
