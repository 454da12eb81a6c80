import type { Answer } from './route.ts'

/** A strong ETag of a body: the same bytes, the same tag (RFC 9110, section 8.8.3). */
async function tagOf(body: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body))
  return `"${Buffer.from(hash).toString('base64url')}"`
}

/** A public document for caches: with its ETag, and 304 without a body for who has it already. */
export async function cachedAnswer(
  body: string,
  contentType: string,
  maxAgeSeconds: number,
  requested: Headers,
): Promise<Answer> {
  const etag = await tagOf(body)
  const headers = {
    etag,
    'cache-control': `public, max-age=${maxAgeSeconds}`,
    'content-type': contentType,
  }
  const known = (requested.get('if-none-match') ?? '')
    .split(',')
    .map((each) => each.trim().replace(/^W\//, ''))
  return known.includes(etag) || known.includes('*') ? { status: 304, headers } : { body, headers }
}
