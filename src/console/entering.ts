import { endSession } from '../store/session.ts'
import { knownBrowser } from '../store/sign-in-failure.ts'
import { isSecure, setCookie } from '../web/cookie.ts'
import type { Shown, Visit } from './visit.ts'

/** Who has got in is led on, and their browser is known from now on. What it was signed in as before is over. */
export async function entered(
  { deps, cookies }: Visit,
  login: string,
  session: string,
  to: string,
): Promise<Shown> {
  await endSession(deps.db, cookies.session)
  const secure = isSecure(deps)
  return {
    to,
    cookies: [
      setCookie('session', session, secure),
      setCookie('known', knownBrowser(deps.kek, login), secure),
    ],
  }
}

/** Who still owes a one-time code is asked for it, and led on then. */
export async function halfEntered(
  { deps, cookies }: Visit,
  session: string,
  to: string,
): Promise<Shown> {
  await endSession(deps.db, cookies.session)
  return {
    to: `/console/sign-in/code?next=${encodeURIComponent(to)}`,
    cookies: [setCookie('session', session, isSecure(deps))],
  }
}
