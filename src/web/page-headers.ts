import { attachmentCalled } from './file-name.ts'

/** No page runs a script or bears a style that did not come as a file from here; none is framed, none is kept. */
export const pageHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
}

/** A file that is handed out: it is saved under its name, and never opened in place. */
export interface Download {
  readonly name: string
  readonly mediaType: string
  /** In bytes; left out where nobody knows before the end. */
  readonly size?: number
  readonly body: string | ReadableStream<Uint8Array>
}

/** Whatever it is, it runs nothing here: it is saved, and what opens it all the same finds itself alone. */
export function fileAnswer({ name, mediaType, size, body }: Download, headers: Headers): Response {
  headers.set('content-type', mediaType)
  headers.set('content-disposition', attachmentCalled(name))
  headers.set('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
  if (size !== undefined) headers.set('content-length', String(size))
  return new Response(body, { headers })
}
