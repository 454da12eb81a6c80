import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Handler } from 'hono'

const kinds = {
  'style.css': 'text/css; charset=utf-8',
  'theme.js': 'text/javascript; charset=utf-8',
  'export.js': 'text/javascript; charset=utf-8',
  'logo.svg': 'image/svg+xml',
} as const

/** What a page needs beside its text, read once at the start. */
export function assets(): Handler {
  const files = new Map(
    Object.entries(kinds).map(([name, type]) => {
      const body = readFileSync(new URL(`browser/${name}`, import.meta.url), 'utf8')
      return [
        name,
        { body, type, etag: `"${createHash('sha256').update(body).digest('base64url')}"` },
      ]
    }),
  )
  return (c) => {
    const file = files.get(c.req.param('name') ?? '')
    if (file === undefined) return c.notFound()
    c.header('etag', file.etag)
    c.header('cache-control', 'no-cache')
    if (c.req.header('if-none-match') === file.etag) return c.body(null, 304)
    return c.body(file.body, 200, { 'content-type': file.type })
  }
}
