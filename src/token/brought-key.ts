import { readLicenseKey } from './license-key.ts'

/**
 * The one spelling under which a key is looked up: a key of ours in its canonical one, a key that was brought along from another
 * server as it was typed, without space around it. Null for what cannot be a key, a mistyped one of ours among them.
 */
export function anyLicenseKey(text: string): string | null {
  return readLicenseKey(text) ?? broughtKey(text)
}

/** Twenty to a thousand printable characters without a space, that do not begin as keys of ours do. */
function broughtKey(text: string): string | null {
  const key = text.trim()
  return /^[\x21-\x7e]{20,1000}$/.test(key) && !/^auszug/i.test(key) ? key : null
}

/**
 * Whether nobody guesses the key: at least 128 bits, were its letters and digits random. That is an upper bound, since how a key
 * was made cannot be seen from it.
 */
export function isStrongKey(key: string): boolean {
  const characters = key.replaceAll(/[^0-9A-Za-z]/g, '')
  const kinds = [
    [/[0-9]/, 10],
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
  ] as const
  const alphabet = kinds.reduce((sum, [kind, size]) => sum + (kind.test(characters) ? size : 0), 0)
  return new Set(characters).size >= 8 && characters.length * Math.log2(alphabet) >= 128
}
