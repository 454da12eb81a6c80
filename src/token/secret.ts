import { hkdfSync } from 'node:crypto'
import { CompactEncrypt, compactDecrypt, errors } from 'jose'

/** The secret does not open what was sealed: it is another one, or the sealed text was changed. */
export class WrongSecret extends Error {
  constructor() {
    super(
      'This secret does not open what was sealed with it: restore the one that this data was made with.',
    )
    this.name = 'WrongSecret'
  }
}

/**
 * The 256-bit key under which private keys rest, from the secret of the operator (`AUSZUG_SECRET` or the key file's content;
 * space around it does not count).
 *
 * @throws RangeError if the secret is empty.
 * @see RFC 5869
 */
export function keyEncryptionKey(secret: string): Uint8Array {
  const text = secret.trim()
  if (text === '') throw new RangeError('the secret is empty')
  return derive(new TextEncoder().encode(text), '', 'auszug key encryption')
}

/** Another 256-bit key for another use, named by its label: knowing one tells nothing of the others. */
export function deriveKey(kek: Uint8Array, label: string, salt = ''): Uint8Array {
  return derive(kek, salt, `auszug ${label}`)
}

/** The text as a compact JWE, `dir` with A256GCM (RFC 7518, sections 4.5 and 5.3). */
export async function seal(kek: Uint8Array, text: string): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(kek)
}

/** @throws WrongSecret if it was sealed under another key, or changed since. */
export async function unseal(kek: Uint8Array, jwe: string): Promise<string> {
  try {
    const { plaintext } = await compactDecrypt(jwe, kek, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    })
    return new TextDecoder().decode(plaintext)
  } catch (error) {
    if (error instanceof errors.JOSEError) throw new WrongSecret()
    throw error
  }
}

function derive(key: Uint8Array, salt: string, info: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, salt, info, 32))
}
