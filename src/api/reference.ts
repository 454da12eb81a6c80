import { cachedAnswer } from './cached.ts'
import { openApiDocument } from './openapi.ts'
import { referencePage } from './reference-page.ts'
import { noBody, noQuery, route } from './route.ts'
import type { Route } from './route.ts'

const maxAgeSeconds = 300

/** The reference of a list of routes, and of itself: as OpenAPI for machines, as a page for people. */
export function withReference(routes: readonly Route[]): readonly Route[] {
  const all: Route[] = [
    ...routes,
    route({
      method: 'GET',
      path: '/openapi.json',
      who: 'public',
      summary: 'The whole API as an OpenAPI 3.1 document.',
      body: noBody,
      query: noQuery,
      handle: async ({ deps, headers }) => {
        const document = JSON.stringify(openApiDocument(all, deps.publicUrl))
        return cachedAnswer(document, 'application/json', maxAgeSeconds, headers)
      },
    }),
    route({
      method: 'GET',
      path: '/docs',
      who: 'public',
      summary: 'The same as a page for people.',
      body: noBody,
      query: noQuery,
      handle: async ({ deps, headers }) => {
        const page = await referencePage(openApiDocument(all, deps.publicUrl), deps.publicUrl)
        const answer = await cachedAnswer(page, 'text/html; charset=utf-8', maxAgeSeconds, headers)
        return { ...answer, headers: { ...answer.headers, 'content-security-policy': pagePolicy } }
      },
    }),
  ]
  return all
}

/** The page holds its own style and nothing else. */
const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
