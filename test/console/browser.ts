import type { House } from '../api/house.ts'
import { system } from '../../src/license/actor.ts'
import type { Role } from '../../src/license/actor.ts'
import { hashPassword } from '../../src/store/password.ts'
import { insertPerson } from '../../src/store/person.ts'
import { startSession } from '../../src/store/session.ts'
import { knownBrowser } from '../../src/store/sign-in-failure.ts'

/** What a browser makes of an answer. */
export interface Seen {
  readonly status: number
  /** Where it is sent on to; null where it stays. */
  readonly to: string | null
  readonly html: string
  readonly headers: Headers
}

/** A browser as far as the server can tell: it keeps cookies, and says where its forms come from. */
export interface Browser {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Seen>
  /** Sends a form, with the token that the last page bore. */
  readonly send: (
    path: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Seen>
  /** Sends a form with files among its fields. */
  readonly upload: (path: string, fields: Readonly<Record<string, string | File>>) => Promise<Seen>
  readonly cookies: Map<string, string>
  readonly formToken: () => string
}

/** What answers a browser: the house itself, or a server behind a socket. */
export interface Answering {
  readonly app: {
    readonly request: (path: string, init: RequestInit) => Response | Promise<Response>
  }
}

export function openBrowser({ app }: Answering, address = '192.0.2.7'): Browser {
  const cookies = new Map<string, string>()
  let token = ''
  const visit = async (path: string, init: RequestInit): Promise<Seen> => {
    const headers = new Headers(init.headers)
    headers.set('cookie', [...cookies].map((each) => each.join('=')).join('; '))
    headers.set('x-test-address', address)
    const response = await app.request(path, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const html = await response.text()
    token = /name="form_token" value="([^"]+)"/.exec(html)?.[1] ?? token
    return {
      status: response.status,
      to: response.headers.get('location'),
      html,
      headers: response.headers,
    }
  }
  return {
    cookies,
    formToken: () => token,
    get: (path, headers = {}) => visit(path, { headers }),
    upload: async (path, fields) => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ form_token: token, ...fields }))
        form.append(name, value)
      const sent = new Response(form)
      const body = await sent.arrayBuffer()
      return visit(path, {
        method: 'POST',
        body,
        headers: {
          'content-type': sent.headers.get('content-type') ?? '',
          'content-length': String(body.byteLength),
          'sec-fetch-site': 'same-origin',
        },
      })
    },
    send: (path, fields = {}, headers = {}) => {
      const body = new URLSearchParams({ form_token: token, ...fields }).toString()
      return visit(path, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': String(body.length),
          'sec-fetch-site': 'same-origin',
          ...headers,
        },
      })
    },
  }
}

export const password = 'vier Brötchen und ein Hörnchen'

/** A person with this role who has a password, in a browser that is signed in by it. */
export async function signedIn(house: House, role: Role, login: string = role): Promise<Browser> {
  const { db, kek, publicUrl } = house.deps
  const { id } = await insertPerson(
    db,
    { login, name: `The ${role}`, role },
    system,
    house.clock.now,
  )
  // The hash is dear on purpose, and the same password may have the same one here.
  hashed ??= hashPassword(password)
  await db
    .updateTable('people')
    .set({ password: await hashed })
    .where('id', '=', id)
    .execute()
  const browser = openBrowser(house)
  const prefix = publicUrl.startsWith('https:') ? '__Host-' : ''
  browser.cookies.set(`${prefix}auszug_session`, await startSession(db, id))
  browser.cookies.set(`${prefix}auszug_known`, knownBrowser(kek, login))
  await browser.get('/console/account')
  return browser
}

let hashed: Promise<string> | undefined
