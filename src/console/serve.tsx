import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import type { Instant } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { signedInBy } from '../store/session.ts'
import { assets } from '../web/asset.ts'
import { cookiesOf, isSecure } from '../web/cookie.ts'
import { assetPath } from '../web/document.tsx'
import { formTokenName } from '../web/form.tsx'
import { isTheme, languageFor } from '../web/language.ts'
import { readForm } from '../web/form-body.ts'
import { pageAnswer } from '../web/page-answer.ts'
import { isSameOrigin } from '../web/same-origin.ts'
import { framed } from './frame.tsx'
import { refusalPage } from './refusal.tsx'
import type { Page, Shown, Visit } from './visit.ts'
import { wordsIn } from './words/words.ts'

/** What the console shares with the other ways in: the line that is logged, and what becomes of a fault. */
export interface Desk {
  readonly told: (
    deps: Deps,
    c: Context,
    route: string | null,
    answer: (instance: string, deps: Deps) => Promise<Response>,
  ) => Promise<Response>
  readonly faultOf: (error: unknown) => { readonly problem: Problem; readonly trace: string }
}

/** Puts the pages of a list into the app, with their assets, and a page that says so for every other address below. */
export function openConsole(
  app: Hono,
  pages: readonly Page[],
  depsOf: (env: unknown) => Deps,
  desk: Desk,
): void {
  app.get(`${assetPath}/:name`, (c) =>
    desk.told(depsOf(c.env), c, `${assetPath}/:name`, async () => assetAnswer(c.req.param('name'))),
  )
  for (const each of pages)
    app.on(each.method, each.path, (c) =>
      desk.told(depsOf(c.env), c, each.path, (instance, deps) =>
        respond(c, deps, desk, instance, each),
      ),
    )
  app.all('/console/*', (c) =>
    desk.told(depsOf(c.env), c, null, (instance, deps) =>
      respond(c, deps, desk, instance, nowhere),
    ),
  )
}

const nowhere: Page = {
  method: 'GET',
  path: '/console/*',
  who: 'public',
  run: async () => {
    throw new Problem('not-found')
  },
}

async function respond(
  c: Context,
  deps: Deps,
  desk: Desk,
  instance: string,
  page: Page,
): Promise<Response> {
  let visit = stranger(c, deps)
  try {
    visit = await visitOf(c, visit, page)
    return await answerOf(visit, await page.run(visit), instance)
  } catch (error) {
    if (error instanceof Problem) return answerOf(visit, refusalPage(visit, error), instance)
    const { problem, trace } = desk.faultOf(error)
    deps.log({ event: 'fault', id: instance, error: trace })
    return answerOf(visit, refusalPage(visit, problem, instance), instance)
  }
}

/** A visit as far as it is known before anything was looked up. */
function stranger(c: Context, deps: Deps): Visit {
  const request = c.req.raw
  const { pathname, search, searchParams } = new URL(request.url)
  const cookies = cookiesOf(request.headers.get('cookie'), isSecure(deps))
  const language = languageFor(cookies.language, request.headers.get('accept-language'))
  return {
    deps,
    now: 0,
    params: c.req.param(),
    query: Object.fromEntries(searchParams),
    form: {},
    files: {},
    fromHere: (request.headers.get('sec-fetch-site') ?? 'same-origin') === 'same-origin',
    sends: request.method === 'POST',
    cookies,
    address: deps.addressOf(request, c.env),
    language,
    theme: isTheme(cookies.theme) ? cookies.theme : 'system',
    words: wordsIn(language),
    here: `${pathname}${search}`,
    person: null,
  }
}

/**
 * Reads who visits, and the form that they send: only from a page of ours, and what only staff can do only with the token that such
 * a page bears.
 */
async function visitOf(c: Context, before: Visit, { who, maxBytes }: Page): Promise<Visit> {
  const { deps, cookies } = before
  const request = c.req.raw
  const person = cookies.session === '' ? null : await signedInBy(deps.db, cookies.session)
  const now = await deps.now()
  if (!before.sends) return { ...before, now, person }
  if (!isSameOrigin(request.headers, [deps.publicUrl, request.url])) throw new Problem('forbidden')
  // Files are read for nobody who may not send them.
  if (maxBytes !== undefined && person === null) admitStranger(before, who, now)
  const { form, files } = await readForm(request, maxBytes)
  if (who !== 'public' && person !== null && form[formTokenName] !== person.formToken)
    throw new Problem('unauthenticated')
  return { ...before, now, person, form, files }
}

/** Files are read from whoever is signed in; on a page for anybody, from others too, if not too often. */
function admitStranger({ deps, address }: Visit, who: Page['who'], now: Instant): void {
  if (who !== 'public') throw new Problem('unauthenticated')
  deps.uploads.count(address, now)
}

function answerOf(visit: Visit, shown: Shown, instance: string): Promise<Response> {
  return pageAnswer(shown, {
    instance,
    isSecure: isSecure(visit.deps),
    framed: (drawn) => framed(visit, drawn),
  })
}

function assetAnswer(name: string): Response {
  const asset = assets.get(name)
  if (asset === undefined) return new Response(null, { status: 404 })
  return new Response(asset.text, {
    headers: {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  })
}
