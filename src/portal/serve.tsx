import type { Context, Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { Problem } from '../license/problem.ts'
import { nobodyYet } from '../license/vendor.ts'
import { guestBy } from '../store/portal-access.ts'
import { readVendor } from '../store/vendor.ts'
import { cookiesOf, isSecure } from '../web/cookie.ts'
import { readForm } from '../web/form-body.ts'
import { formTokenName } from '../web/form.tsx'
import { isTheme, languageFor } from '../web/language.ts'
import { pageAnswer } from '../web/page-answer.ts'
import { isSameOrigin } from '../web/same-origin.ts'
import { framed } from './frame.tsx'
import { refusalPage } from './refusal.tsx'
import { sessionIn } from './session-cookie.ts'
import type { Goods, Page, Shown, Visit } from './visit.ts'
import { wordsIn } from './words/words.ts'

/** What the portal shares with the other ways in. */
export interface Porch {
  readonly told: (
    deps: Deps,
    c: Context,
    route: string | null,
    answer: (instance: string, deps: Deps) => Promise<Response>,
  ) => Promise<Response>
  readonly faultOf: (error: unknown) => { readonly problem: Problem; readonly trace: string }
  readonly goods: Goods
}

/** Puts the portal's pages into the app, and a page that says so for every other address below. */
export function openPortal(
  app: Hono,
  pages: readonly Page[],
  depsOf: (env: unknown) => Deps,
  porch: Porch,
): void {
  const answer = (c: Context, path: string | null, page: Page): Promise<Response> =>
    porch.told(depsOf(c.env), c, path, (instance, deps) => respond(c, deps, porch, instance, page))
  for (const each of pages) app.on(each.method, each.path, (c) => answer(c, each.path, each))
  app.all('/portal/*', (c) => answer(c, null, nowhere))
}

const nowhere: Page = {
  method: 'GET',
  path: '/portal/*',
  who: 'anybody',
  run: async () => {
    throw new Problem('not-found')
  },
}

async function respond(
  c: Context,
  deps: Deps,
  porch: Porch,
  instance: string,
  page: Page,
): Promise<Response> {
  let visit = stranger(c, deps, porch.goods)
  try {
    visit = await met(visit)
    visit = await read(c, visit, page)
    return await answerOf(visit, await page.run(visit), instance)
  } catch (error) {
    if (error instanceof Problem) return answerOf(visit, refusalPage(visit, error), instance)
    const { problem, trace } = porch.faultOf(error)
    deps.log({ event: 'fault', id: instance, error: trace })
    return answerOf(visit, refusalPage(visit, problem, instance), instance)
  }
}

/** A visit as far as it is known before anything was looked up. */
function stranger(c: Context, deps: Deps, goods: Goods): Visit {
  const request = c.req.raw
  const { pathname, search, searchParams } = new URL(request.url)
  const header = request.headers.get('cookie')
  const cookies = cookiesOf(header, isSecure(deps))
  const language = languageFor(cookies.language, request.headers.get('accept-language'))
  return {
    deps,
    goods,
    now: 0,
    params: c.req.param(),
    query: Object.fromEntries(searchParams),
    form: {},
    sends: request.method === 'POST',
    session: sessionIn(header, isSecure(deps)),
    language,
    theme: isTheme(cookies.theme) ? cookies.theme : 'system',
    words: wordsIn(language),
    here: `${pathname}${search}`,
    vendor: nobodyYet,
    guest: null,
  }
}

/** Finds who visits, and whom. */
async function met(before: Visit): Promise<Visit> {
  const { deps, session } = before
  return {
    ...before,
    now: await deps.now(),
    guest: session === '' ? null : await guestBy(deps.db, session),
    vendor: await readVendor(deps.db),
  }
}

/**
 * Reads the form that somebody sends: only from a page of ours, and what only a contact can do only with the token that such a page
 * bears.
 */
async function read(c: Context, visit: Visit, { who, fromAnywhere }: Page): Promise<Visit> {
  const { deps, guest } = visit
  const request = c.req.raw
  if (!visit.sends) return visit
  if (fromAnywhere !== true && !isSameOrigin(request.headers, [deps.publicUrl, request.url]))
    throw new Problem('forbidden')
  const { form } = await readForm(request)
  if (who === 'guest' && guest !== null && form[formTokenName] !== guest.formToken)
    throw new Problem('unauthenticated')
  return { ...visit, form }
}

function answerOf(visit: Visit, shown: Shown, instance: string): Promise<Response> {
  return pageAnswer(shown, {
    instance,
    isSecure: isSecure(visit.deps),
    framed: (drawn) => framed(visit, drawn),
  })
}
