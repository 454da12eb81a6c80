/**
 * Whether a request comes from one of our own pages, as the browser says. What says neither is no browser of these years: it has
 * nobody's cookies that another site could use.
 *
 * @param ours the addresses that the server is reached at.
 * @see https://www.w3.org/TR/fetch-metadata/
 */
export function isSameOrigin(headers: Headers, ours: readonly string[]): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  return origin === null || ours.some((address) => new URL(address).origin === origin)
}
