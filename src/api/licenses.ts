import { z } from 'zod'
import type { Outcome } from '../license/event.ts'
import { edit } from '../license/edit.ts'
import type { Instant, License } from '../license/license.ts'
import { unfit } from '../license/problem.ts'
import { listLicenses } from '../store/list-licenses.ts'
import { changeLicense } from '../store/license.ts'
import { idsFlagged } from '../store/flagged.ts'
import { readLicense } from '../store/read-license.ts'
import type { LicenseNow } from '../store/read-license.ts'
import { licenseAnswer } from './answers.ts'
import { issueLicense, licenseBody, licenseEdit } from './license-body.ts'
import { listRoute } from './list.ts'
import { externalRef, pageOnWire, pageQuery, refFrom } from './page.ts'
import { checkMatch, etagOf } from './precondition.ts'
import { readers, sellers } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import type { Answer } from './route.ts'
import { date, id, idOrCode, metadata } from './schema.ts'
import { licenseOnWire } from './wire.ts'

export const licenseRoutes = [
  route({
    method: 'POST',
    path: '/v1/licenses',
    who: sellers,
    summary: 'Issues a license under a plan, with its key.',
    body: licenseBody,
    query: noQuery,
    handle: async ({ deps, now, actor, body }) => {
      const { license, key } = await issueLicense(deps, body, actor, now)
      return issuedAnswered(license, key, now)
    },
  }),
  listRoute({
    path: '/v1/licenses',
    who: readers,
    summary:
      'Lists licenses, as they stand now. Where mode, plan, ends_by or renews_by is asked for, a page may hold fewer than the limit: next says whether more follow.',
    query: pageQuery.extend({
      customer: id('cus').optional(),
      product: idOrCode.optional(),
      plan: idOrCode.optional(),
      external_ref: externalRef.optional(),
      mode: z.enum(['full', 'export-only']).optional(),
      ends_by: date.optional(),
      renews_by: date.optional(),
      flagged: z
        .literal('true')
        .optional()
        .meta({ description: 'Those over their fair-use limit, and no others.' }),
    }),
    item: licenseAnswer,
    read: async ({ deps, now, query }, part) => {
      const { external_ref, ends_by, renews_by, customer, product, plan, mode } = query
      const among = query.flagged === undefined ? undefined : await idsFlagged(deps.db, now)
      const named = { customer, product, plan, among, externalRef: refFrom(external_ref) }
      const judged = { mode, endsBy: ends_by, renewsBy: renews_by }
      const page = await listLicenses(deps.db, { ...named, ...judged, ...part }, now)
      return pageOnWire(page, ({ license, seatsUsed }) => licenseOnWire(license, now, seatsUsed))
    },
  }),
  route({
    method: 'GET',
    path: '/v1/licenses/:license',
    who: readers,
    summary: 'Reads a license as it stands now.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const found = await readLicense(ask.deps.db, param(ask, 'license'), ask.now)
      return licenseAnswered(found, ask.now)
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/licenses/:license',
    who: sellers,
    summary: 'Edits a license’s metadata and external references, by name; null takes one away.',
    body: licenseEdit,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor, body, headers } = ask
      const changed = await changeLicense(
        deps.db,
        param(ask, 'license'),
        now,
        actor,
        (license, at, _, revision) => {
          checkMatch(headers, revision)
          return editLicense(license, body, at)
        },
      )
      return licenseAnswered(changed, now)
    },
  }),
]

/** @throws Problem unfit if there is too much metadata by then. */
export function editLicense(
  license: License,
  { metadata: notes, external_refs: refs }: z.infer<typeof licenseEdit>,
  now: Instant,
): Outcome {
  const outcome = edit(license, { metadata: notes, externalRefs: refs }, now)
  const [issue] = metadata.safeParse(outcome.license.metadata).error?.issues ?? []
  if (issue !== undefined) throw unfit('/metadata', issue.message)
  return outcome
}

/** A new license as the answer, with its key. */
export function issuedAnswered(license: License, key: string, now: Instant): Answer {
  return {
    status: 201,
    body: { ...licenseOnWire(license, now, 0), key },
    headers: { location: `/v1/licenses/${license.id}`, etag: etagOf(1) },
  }
}

/** A license as the answer, with the ETag that an edit of it can name. */
export function licenseAnswered(
  { license, seatsUsed, revision }: LicenseNow,
  now: Instant,
): Answer {
  return {
    body: licenseOnWire(license, now, seatsUsed),
    headers: { etag: etagOf(revision) },
  }
}
