/** What a browser keeps for us. None of it is for scripts. */
export interface Cookies {
  /** The session. */
  readonly session: string
  /** By which a browser is known that has been signed in. */
  readonly known: string
  /** By which a browser is known that went to sign in at the identity provider, until it is back. */
  readonly away: string
  readonly language: string
  readonly theme: string
}

type Name = keyof Cookies
type Secure = boolean

const year = 365 * 86_400
const quarterHour = 900

/** For how long each is kept, in seconds; null until the browser is closed. */
const kept: Readonly<Record<Name, number | null>> = {
  session: null,
  known: year,
  away: quarterHour,
  language: year,
  theme: year,
}

/** Whether cookies can be kept to https. */
export function isSecure({ publicUrl }: { readonly publicUrl: string }): Secure {
  return publicUrl.startsWith('https:')
}

/** The cookies of a request; empty text for those that it does not bear. */
export function cookiesOf(header: string | null, isSecure: Secure): Cookies {
  const given = new Map(
    (header ?? '').split(';').map((each) => {
      const [name = '', ...value] = each.trim().split('=')
      return [name, value.join('=')]
    }),
  )
  const of = (name: Name): string => given.get(nameOf(name, isSecure)) ?? ''
  return {
    session: of('session'),
    known: of('known'),
    away: of('away'),
    language: of('language'),
    theme: of('theme'),
  }
}

/**
 * A `Set-Cookie` (RFC 6265). Over https its name begins with `__Host-`: no other host, and nobody on plain http, can set it.
 *
 * @param value of letters, digits, `-` and `_`; empty text takes the cookie away.
 */
export function setCookie(name: Name, value: string, isSecure: Secure): string {
  const age = value === '' ? 0 : kept[name]
  return [
    `${nameOf(name, isSecure)}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure ? ['Secure'] : []),
    ...(age === null ? [] : [`Max-Age=${age}`]),
  ].join('; ')
}

function nameOf(name: Name, isSecure: Secure): string {
  return `${isSecure ? '__Host-' : ''}auszug_${name}`
}
