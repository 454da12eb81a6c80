import { Hono } from 'hono'
import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import type { Bakery, Env } from '../bakery.ts'
import { demo, personById, personBySignIn } from '../store/people.ts'
import type { Person } from '../store/people.ts'
import { sessionSecret } from '../store/settings.ts'
import { html } from './html.ts'
import { page } from './layout.ts'
import { complaint } from './parts.ts'
import { fieldsOf } from './request.ts'

const cookie = 'broetchenbringer'
/** A working day and the night after it, in seconds. */
const sessionSeconds = 86_400

/** These answer without anybody signed in. */
const isPublic = (path: string) =>
  /^\/(sign-in|sign-out|help|imprint|health|assets\/.*)$/.test(path)

/** Who asks; null if nobody is signed in. */
export async function signedInPerson({ db }: Bakery, c: Context): Promise<Person | null> {
  const value = await getSignedCookie(c, sessionSecret(db), cookie)
  const [id, until] = typeof value === 'string' ? value.split('.').map(Number) : []
  // The session ends by the machine's clock: a sandbox's would end it with every jump.
  if (id === undefined || until === undefined || until < Date.now() / 1000) return null
  return personById(db, id)
}

/** Leads whoever is not signed in to the door. */
export const signedInOnly: MiddlewareHandler<Env> = async (c, next) => {
  if (c.var.person === null && !isPublic(c.req.path)) return c.redirect('/sign-in', 303)
  return next()
}

export function signInPages(bakery: Bakery): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/sign-in', (c) =>
    c.var.person === null ? signInPage(c, '') : c.redirect(startOf(bakery), 303),
  )
  app.post('/sign-in', async (c) => {
    const { name = '', password = '' } = await fieldsOf(c)
    const person = await personBySignIn(bakery.db, name, password)
    if (person === null)
      return signInPage(c, 'Name oder Kennwort stimmen nicht. Bitte noch einmal.')
    const value = `${person.id}.${Math.floor(Date.now() / 1000) + sessionSeconds}`
    await setSignedCookie(c, cookie, value, sessionSecret(bakery.db), {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      maxAge: sessionSeconds,
      secure: new URL(c.req.url).protocol === 'https:',
    })
    return c.redirect(startOf(bakery), 303)
  })
  app.post('/sign-out', (c) => {
    deleteCookie(c, cookie, { path: '/' })
    return c.redirect('/sign-in', 303)
  })
  return app
}

/** Where work begins: the day, or the export where there is nothing else. */
function startOf({ license }: Bakery): string {
  return license.mode === 'full' ? '/' : '/export'
}

function signInPage(c: Context<Env>, fault: string): Response | Promise<Response> {
  return page(
    c,
    'Anmelden',
    html`<h1>Anmelden</h1>
      ${complaint(fault)}
      <form class="fields" method="post" action="/sign-in">
        <label
          >Name <input name="name" autocomplete="username" autocapitalize="none" required autofocus
        /></label>
        <label
          >Kennwort <input name="password" type="password" autocomplete="current-password" required
        /></label>
        <p><button type="submit">Anmelden</button></p>
      </form>
      <p class="about">
        Dies ist ein Beispiel: Name <code>${demo.signIn}</code>, Kennwort
        <code>${demo.password}</code>.
      </p>`,
    fault === '' ? 200 : 422,
  )
}
