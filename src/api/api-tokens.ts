import { z } from 'zod'
import { Problem } from '../license/problem.ts'
import {
  findApiToken,
  insertApiToken,
  listApiTokens,
  makeApiToken,
  revokeApiToken,
} from '../store/access.ts'
import type { ApiToken } from '../store/access.ts'
import { apiTokenAnswer } from './access-answers.ts'
import { listRoute } from './list.ts'
import { pageOnWire, pageQuery } from './page.ts'
import { admins } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import { instant, text, toInstant } from './schema.ts'
import { utc } from './wire.ts'

const role = z.enum(['viewer', 'phone', 'support', 'billing', 'admin'])

const apiTokenBody = z.strictObject({
  name: text(200),
  role,
  expires_at: instant.nullable().optional(),
})

export const apiTokenRoutes = [
  route({
    method: 'POST',
    path: '/v1/api-tokens',
    who: admins,
    summary: 'Makes an API token for a role. The token is shown once.',
    body: apiTokenBody,
    query: noQuery,
    handle: async ({ deps, now, body, actor }) => {
      const token = makeApiToken()
      const expiresAt = body.expires_at ? toInstant(body.expires_at) : null
      const made = await insertApiToken(
        deps.db,
        { token, name: body.name, role: body.role, expiresAt },
        actor,
        now,
      )
      return {
        status: 201,
        body: { ...onWire(made), token },
        headers: { location: `/v1/api-tokens/${made.id}` },
      }
    },
  }),
  listRoute({
    path: '/v1/api-tokens',
    who: admins,
    summary: 'Lists the API tokens, without the tokens themselves.',
    query: pageQuery.extend({ role: role.optional() }),
    item: apiTokenAnswer,
    read: async ({ deps, query }, part) =>
      pageOnWire(await listApiTokens(deps.db, { role: query.role, ...part }), onWire),
  }),
  route({
    method: 'GET',
    path: '/v1/api-tokens/:token',
    who: admins,
    summary: 'Reads about an API token, without the token itself.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const found = await findApiToken(ask.deps.db, param(ask, 'token'))
      if (found === null) throw new Problem('not-found', { api_token: param(ask, 'token') })
      return { body: onWire(found) }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/api-tokens/:token',
    who: admins,
    summary: 'Revokes an API token.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, actor, now } = ask
      const revoked = await revokeApiToken(deps.db, param(ask, 'token'), actor, now)
      if (!revoked) throw new Problem('not-found', { api_token: param(ask, 'token') })
      return { status: 204 }
    },
  }),
]

function onWire({ id, name, role, createdAt, expiresAt, lastUsedAt, revokedAt }: ApiToken) {
  return {
    id,
    name,
    role,
    created_at: utc(createdAt),
    expires_at: expiresAt === null ? null : utc(expiresAt),
    last_used_at: lastUsedAt === null ? null : utc(lastUsedAt),
    revoked_at: revokedAt === null ? null : utc(revokedAt),
  }
}
