/** Crockford's base32: no I, L, O and U, so that nobody misreads it on the telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 27 random characters (135 bits) and a check character. */
const length = 28

/**
 * The key's one canonical spelling, `AUSZUG-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`, or null if it is none. Forgives case, spaces, dashes,
 * a missing prefix, O for 0, and I or L for 1; finds every single wrong character by the check character (Luhn mod 32).
 */
export function readLicenseKey(text: string): string | null {
  if (text.length > 100) return null
  const body = text
    .toUpperCase()
    .replace(/[\s\-_\u2010-\u2015]/g, '')
    .replace(/^AUSZUG/, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (!/^[0-9A-HJKMNP-TV-Z]{28}$/.test(body)) return null
  return checkCharacter(body.slice(0, -1)) === body.at(-1) ? spell(body) : null
}

/**
 * A license key from random bytes.
 *
 * @throws RangeError if there are fewer than 17.
 */
export function licenseKeyOf(random: Uint8Array): string {
  if (random.length * 8 < (length - 1) * 5)
    throw new RangeError('a license key takes 17 random bytes')
  const bits = Array.from(random, (byte) => byte.toString(2).padStart(8, '0')).join('')
  const body = Array.from({ length: length - 1 }, (_, at) =>
    alphabet.charAt(parseInt(bits.slice(at * 5, at * 5 + 5), 2)),
  ).join('')
  return spell(body + checkCharacter(body))
}

function spell(body: string): string {
  return `AUSZUG-${body.replace(/.{4}(?=.)/g, '$&-')}`
}

/** Luhn mod N: finds every single wrong character and nearly every pair that changed places. */
function checkCharacter(body: string): string {
  let sum = 0
  for (let at = 0; at < body.length; at++) {
    const code = alphabet.indexOf(body.charAt(body.length - 1 - at)) * (at % 2 === 0 ? 2 : 1)
    sum += Math.floor(code / 32) + (code % 32)
  }
  return alphabet.charAt((32 - (sum % 32)) % 32)
}
