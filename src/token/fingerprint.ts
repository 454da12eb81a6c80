/**
 * What a token says of the machine that it is bound to: base64url of SHA-256 over the UTF-8 bytes of the license's id, a colon, and
 * the fingerprint. The salt keeps two licenses on one machine from being seen as such.
 */
export async function saltedFingerprint(license: string, fingerprint: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${license}:${fingerprint}`)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const binary = String.fromCharCode(...hash)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
