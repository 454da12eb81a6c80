import { z } from 'zod'
import { Problem } from '../license/problem.ts'
import { issueMany } from './issue-many.ts'
import type { Issued } from './issue-many.ts'
import { licenseBody } from './license-body.ts'
import { problemDocument, statusOf } from './problem.ts'
import { sellers } from './roles.ts'
import { noQuery, route } from './route.ts'

const mostAtOnce = 1000
const maxBulkBytes = 5_000_000

/** Each item is judged on its own, so that one that does not fit refuses itself alone; this is what it is to be. */
const item = z.unknown().meta({
  ...z.toJSONSchema(licenseBody, { io: 'input', unrepresentable: 'any' }),
  $schema: undefined,
})

const bulkBody = z.strictObject({ licenses: z.array(item).min(1).max(mostAtOnce) })

export const bulkRoutes = [
  route({
    method: 'POST',
    path: '/v1/licenses/bulk',
    who: sellers,
    summary:
      'Issues up to 1,000 licenses, from JSON or a license a line (JSON Lines). Each has its own result: it is issued whole, or refused on its own.',
    maxBytes: maxBulkBytes,
    linesAs: 'licenses',
    body: bulkBody,
    query: noQuery,
    handle: async ({ deps, now, actor, body }) => {
      const results = await issueMany(deps, body.licenses, actor, now)
      const refused = results.filter((each) => each instanceof Problem).length
      const data = results.map((each, n) => ({ n, ...resultOnWire(each, deps.issuer) }))
      return { body: { issued: results.length - refused, refused, data } }
    },
  }),
]

function resultOnWire(result: Issued, server: string) {
  if (result instanceof Problem) {
    const { instance: _, ...problem } = problemDocument(result, '', server)
    return { status: statusOf(result.code), license: null, key: null, external_refs: {}, problem }
  }
  const { license, key } = result
  const external_refs = license.externalRefs
  return { status: 201, license: license.id, key, external_refs, problem: null }
}
