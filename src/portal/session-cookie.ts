/** The portal's own cookie, which no page outside of it is sent. Over https nobody on plain http can set it. */
export function sessionCookie(session: string, isSecure: boolean): string {
  return [
    `${nameOf(isSecure)}=${session}`,
    'Path=/portal',
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure ? ['Secure'] : []),
    ...(session === '' ? ['Max-Age=0'] : []),
  ].join('; ')
}

/** What a request bears of it; empty text for none. */
export function sessionIn(header: string | null, isSecure: boolean): string {
  const prefix = `${nameOf(isSecure)}=`
  const found = (header ?? '').split(';').find((each) => each.trim().startsWith(prefix))
  return found === undefined ? '' : found.trim().slice(prefix.length)
}

function nameOf(isSecure: boolean): string {
  return `${isSecure ? '__Secure-' : ''}auszug_portal`
}
