import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { fileAnswer, pageHeaders } from './page-headers.ts'
import type { Download } from './page-headers.ts'

/** What a visit leads to: a page, a file, or another address. Cookies are `Set-Cookie` lines. */
export type Leads<Drawn extends DrawnPage = DrawnPage> = {
  readonly cookies?: readonly string[]
} & (
  | { readonly to: string }
  | { readonly download: Download }
  | {
      /** HTML that came from elsewhere than our pages: it is shown by itself, runs nothing and reaches nothing. */
      readonly letter: string
    }
  | Drawn
)

/** A page before it is put into its frame. */
export interface DrawnPage {
  readonly title: string
  readonly body: Child
  /** 200 if left out. */
  readonly status?: number
}

/** @param framed draws the page within the head that its pages share. */
export async function pageAnswer<Drawn extends DrawnPage>(
  shown: Leads<Drawn>,
  {
    instance,
    isSecure,
    framed,
  }: {
    /** The request's id, by which it is found in the log. */
    readonly instance: string
    /** Whether the server is reached by HTTPS. */
    readonly isSecure: boolean
    readonly framed: (drawn: Drawn) => Child
  },
): Promise<Response> {
  const headers = new Headers({ ...pageHeaders, 'x-request-id': instance })
  // Only this host is bound by it: what else stands beside it is the operator's to say.
  if (isSecure) headers.set('strict-transport-security', 'max-age=31536000')
  for (const cookie of shown.cookies ?? []) headers.append('set-cookie', cookie)
  if ('to' in shown) {
    headers.set('location', shown.to)
    return new Response(null, { status: 303, headers })
  }
  if ('download' in shown) return fileAnswer(shown.download, headers)
  headers.set('content-type', 'text/html; charset=utf-8')
  if ('letter' in shown) return letterAnswer(shown.letter, headers)
  const text = await html`<!doctype html>${framed(shown)}`
  return new Response(text, { status: shown.status ?? 200, headers })
}

/** It is drawn as it was mailed, with its own style and its logo, on a page of ours or by itself. */
function letterAnswer(letter: string, headers: Headers): Response {
  headers.set(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; base-uri 'none'; frame-ancestors 'self'",
  )
  return new Response(letter, { headers })
}
