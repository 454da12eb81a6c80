import { honoGuard, RestrictedError } from 'auszug/client'
import { Hono } from 'hono'
import type { Context, MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { assets } from './assets.ts'
import type { Bakery, Env } from './bakery.ts'
import { addDays, dayOf } from './german.ts'
import { guarded } from './license.ts'
import { customerPages } from './pages/customers.ts'
import { deliveryPages } from './pages/deliveries.ts'
import { exportPages } from './pages/export.ts'
import { helpPages } from './pages/help.ts'
import { html } from './pages/html.ts'
import { invoicePages } from './pages/invoices.ts'
import { page } from './pages/layout.ts'
import { licensePages } from './pages/license.ts'
import { notFound } from './pages/not-found.ts'
import { orderPages } from './pages/orders.ts'
import { heading } from './pages/parts.ts'
import { productPages } from './pages/products.ts'
import { restorePages } from './pages/restore.ts'
import { isForPeople, lacking, restrictedPage } from './pages/restricted.ts'
import { signedInOnly, signedInPerson, signInPages } from './pages/sign-in.ts'
import { standingOrderPages } from './pages/standing-orders.ts'
import { todayPage } from './pages/today.ts'
import { recordStanding, restrictedSince, statusOf } from './status.ts'
import { planDay } from './store/deliveries.ts'

/** The program as a function from request to response. */
export function createBakery(bakery: Bakery): Hono<Env> {
  const app = new Hono<Env>()
  app.use(
    secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'self'"], formAction: ["'self'"] } }),
  )
  app.use(known(bakery), forPeople, honoGuard(bakery.license, guarded), csrf(), signedInOnly)
  app.use(planned(bakery))
  app.route('/', todayPage(bakery))
  app.route('/', orderPages(bakery))
  app.route('/', standingOrderPages(bakery))
  app.route('/', deliveryPages(bakery))
  app.route('/', invoicePages(bakery))
  app.route('/', customerPages(bakery))
  app.route('/', productPages(bakery))
  app.route('/', exportPages(bakery))
  app.route('/', licensePages(bakery))
  app.route('/', restorePages(bakery))
  app.route('/', signInPages(bakery))
  app.route('/', helpPages())
  app.get('/assets/:name', assets())
  app.get('/health', (c) => c.json({ status: 'ok' }))
  app.notFound((c) => notFound(c, 'Diese Seite gibt es nicht.', '/'))
  app.onError((error, c) => failed(error, c))
  return app
}

/** What every page says: who asks, what day it is, and how the license stands. */
function known(bakery: Bakery): MiddlewareHandler<Env> {
  const { db, license } = bakery
  return async (c, next) => {
    const now = await bakery.now()
    recordStanding(db, license, now)
    c.set('now', now)
    c.set('today', dayOf(now))
    c.set('status', statusOf(license.standing, now, restrictedSince(db, now)))
    c.set('person', await signedInPerson(bakery, c))
    await next()
  }
}

/** The guard answers as machines want it; who asks for a page gets one, with the same status. */
const forPeople: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const isRefusal =
    c.res.status === 403 && c.res.headers.get('content-type') === 'application/problem+json'
  if (isRefusal && c.var.status.mark === 'export-only' && isForPeople(c))
    c.res = await restrictedPage(c)
}

/** Tomorrow's deliveries are planned with the first look at the program; in export-only nobody gets here but for the data. */
function planned({ db, license }: Bakery): MiddlewareHandler<Env> {
  let until = ''
  return async (c, next) => {
    const tomorrow = addDays(c.var.today, 1)
    if (license.mode === 'full' && until < tomorrow) {
      planDay(db, c.var.today)
      planDay(db, tomorrow)
      until = tomorrow
    }
    await next()
  }
}

function failed(error: Error, c: Context<Env>): Response | Promise<Response> {
  if (error instanceof RestrictedError) return lacking(c, error)
  if ('getResponse' in error && typeof error.getResponse === 'function') return error.getResponse()
  console.error(error)
  const content = html`${heading('Das hat nicht geklappt')}
    <p>Der Fehler ist notiert. Bitte versuchen Sie es noch einmal.</p>`
  return page(c, 'Fehler', content, 500)
}
