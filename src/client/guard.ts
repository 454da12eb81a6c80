import { restrictionOf } from './restriction.ts'
import type { Guarding, Routes } from './restriction.ts'

const contentType = 'application/problem+json'

interface HonoContext {
  readonly req: { readonly method: string; readonly url: string }
}

/** Middleware for Hono, before all routes: `app.use(honoGuard(license, routes))`. */
export function honoGuard(
  license: Guarding,
  routes: Routes,
): (context: HonoContext, next: () => Promise<void>) => Promise<Response | void> {
  return async ({ req }, next) => {
    const restriction = restrictionOf(license, routes, req.method, new URL(req.url).pathname)
    if (restriction === null) return next()
    return new Response(JSON.stringify(restriction), {
      status: 403,
      headers: { 'content-type': contentType },
    })
  }
}

interface ExpressRequest {
  readonly method?: string | undefined
  readonly url?: string | undefined
  /** What the client asked for, where the guard is mounted below the root. */
  readonly originalUrl?: string | undefined
}

interface ExpressResponse {
  statusCode: number
  setHeader(name: string, value: string): unknown
  end(text: string): unknown
}

/** Middleware for Express, Connect and whatever takes their middleware: `app.use(expressGuard(license, routes))`. */
export function expressGuard(
  license: Guarding,
  routes: Routes,
): (request: ExpressRequest, response: ExpressResponse, next: () => void) => void {
  return ({ method = 'GET', url = '/', originalUrl = url }, response, next) => {
    const restriction = restrictionOf(license, routes, method, originalUrl)
    if (restriction === null) return next()
    response.statusCode = 403
    response.setHeader('content-type', contentType)
    response.end(JSON.stringify(restriction))
  }
}

interface FastifyReply {
  code(status: number): FastifyReply
  header(name: string, value: string): FastifyReply
  send(text: string): FastifyReply
}

/** A hook for Fastify: `app.addHook('onRequest', fastifyGuard(license, routes))`. */
export function fastifyGuard(
  license: Guarding,
  routes: Routes,
): (
  request: { readonly method: string; readonly url: string },
  reply: FastifyReply,
) => Promise<unknown> {
  return async ({ method, url }, reply) => {
    const restriction = restrictionOf(license, routes, method, url)
    if (restriction === null) return undefined
    return reply.code(403).header('content-type', contentType).send(JSON.stringify(restriction))
  }
}
