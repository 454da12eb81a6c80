import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import { Problem } from '../license/problem.ts'
import { newId } from '../store/id.ts'
import { authenticate } from './auth.ts'
import { readJson } from './body.ts'
import { once } from './idempotency.ts'
import { refusal, secure } from './refusal.ts'
import type { Answer, Ask, Route } from './route.ts'
import { isKeepable } from '../web/keepable.ts'

/**
 * All routes of a list behind one way in: who, what, once, and a problem document for every no.
 *
 * @param depsOf what the door hands over with a request: the same each time, or what its environment brings along.
 */
export function serve(routes: readonly Route[], depsOf: (env: unknown) => Deps): Hono {
  const app = new Hono()
  for (const [path, offered] of inOrder(routes)) {
    for (const each of offered)
      app.on(each.method, each.path, (c) =>
        told(depsOf(c.env), c, each.path, (instance, deps) => respond(c, deps, each, instance)),
      )
    const allow = allowed(offered)
    app.options(path, (c) =>
      told(depsOf(c.env), c, path, () =>
        responseOf({ headers: { ...preflight(offered), allow } }, {}),
      ),
    )
    app.all(path, (c) =>
      told(depsOf(c.env), c, path, (instance, deps) =>
        refusal(deps, new Problem('method-not-allowed', { allow }), instance, { allow }),
      ),
    )
  }
  app.notFound((c) =>
    told(depsOf(c.env), c, null, (instance, deps) =>
      refusal(deps, new Problem('not-found'), instance),
    ),
  )
  return app
}

/** The routes by path. One without parameters comes first: what it is called by is nobody's id. */
function inOrder(routes: readonly Route[]): readonly (readonly [string, readonly Route[]])[] {
  const parameters = (path: string) => Number(path.includes(':'))
  return [...Map.groupBy(routes, (each) => each.path)].sort(
    ([one], [other]) => parameters(one) - parameters(other),
  )
}

/** Answers, and logs one line about it. What the caller chose freely, the address and an odd method, is not in it. */
export function told(
  deps: Deps,
  c: Context,
  route: string | null,
  answer: (instance: string, deps: Deps) => Response | Promise<Response>,
): Promise<Response> {
  const instance = newId('req', Date.now())
  const started = performance.now()
  const method = usual.find((each) => each === c.req.method) ?? 'other'
  return deps.follow('request', `${method} ${route ?? 'nowhere'}`, async (note) => {
    const response = await answer(instance, deps)
    const { status } = response
    const ms = Math.round((performance.now() - started) * 10) / 10
    deps.log({ event: 'request', id: instance, method, route, status, ms })
    note({
      'auszug.request.id': instance,
      'http.request.method': method,
      'http.response.status_code': status,
      ...(route !== null && { 'http.route': route }),
      ...(status >= 500 && { 'error.type': String(status) }),
    })
    return response
  })
}

const usual = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

async function respond(c: Context, deps: Deps, route: Route, instance: string): Promise<Response> {
  const headers = route.who === 'public' ? crossOrigin : {}
  try {
    const answer = await ask(c, deps, route, instance)
    return responseOf(answer, { ...headers, 'x-request-id': instance })
  } catch (error) {
    return refusal(deps, error, instance, headers)
  }
}

async function ask(c: Context, deps: Deps, route: Route, instance: string): Promise<Answer> {
  const now = await deps.now()
  const request = c.req.raw
  const actor = await authenticate(deps, route.who, request, now)
  const search = request.url.includes('?') ? new URL(request.url).search : ''
  const { value, text } =
    route.method === 'GET' || route.takes === 'bytes'
      ? { value: undefined, text: '' }
      : await readJson(request, route)
  const asked: Ask = {
    deps,
    now,
    actor,
    params: keepable(c.req.param()),
    body: value,
    query: search === '' ? {} : onceEach(new URLSearchParams(search)),
    headers: request.headers,
    // A body that was read is not looked at again: Node would make a whole request of it.
    sent: route.takes === 'bytes' ? request.body : null,
    address: deps.addressOf(request, c.env),
  }
  const key = request.headers.get('idempotency-key')
  if (route.method !== 'POST' || route.who === 'public' || route.takes === 'bytes' || key === null)
    return route.run(asked)
  // A preview is another request than the one that it previews: what is asked for is the query and the body.
  const repeatable = {
    key,
    caller: actor.id,
    method: route.method,
    path: c.req.path,
    text: `${search}\n${text}`,
  }
  return once(deps, repeatable, instance, (within) => route.run({ ...asked, deps: within }))
}

/** Nothing is called by what cannot be kept. @throws Problem not-found */
function keepable(params: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (Object.values(params).every(isKeepable)) return params
  throw new Problem('not-found')
}

/** @throws Problem malformed if a parameter comes twice: nobody could know which one counts. */
function onceEach(parameters: URLSearchParams): Readonly<Record<string, string>> {
  const query = Object.fromEntries(parameters)
  if (Object.keys(query).length === parameters.size) return query
  throw new Problem('malformed', {
    errors: [{ pointer: '', detail: 'Give each parameter once.' }],
  })
}

function responseOf(
  { status = 200, body, headers = {} }: Answer,
  more: Readonly<Record<string, string>>,
): Response {
  const all = { ...secure, ...more, ...headers }
  if (body === undefined)
    return new Response(null, { status: status === 200 ? 204 : status, headers: all })
  if (typeof body === 'string' || body instanceof ReadableStream)
    return new Response(body, { status, headers: all })
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...all },
  })
}

/** Public paths answer every origin, without credentials; staff methods answer none. */
const crossOrigin = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Retry-After, X-Request-Id',
}

/** Whatever can be read can be asked for without its body (RFC 9110, section 9.3.2). */
function allowed(offered: readonly Route[]): string {
  return offered
    .flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
    .concat('OPTIONS')
    .join(', ')
}

function preflight(offered: readonly Route[]): Readonly<Record<string, string>> {
  const open = offered.filter(({ who }) => who === 'public')
  if (open.length === 0) return {}
  return {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': open.map(({ method }) => method).join(', '),
    'access-control-allow-headers': 'Authorization, Content-Type, If-None-Match',
    'access-control-max-age': '86400',
  }
}
