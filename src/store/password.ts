import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** How much work a guess is: 64 MB of memory, twice through it (RFC 7914). */
const work = { N: 2 ** 16, r: 8, p: 2, maxmem: 2 ** 27 } as const
const bytes = 32

/** A password as it is kept: `scrypt$N$r$p$salt$hash`, the last two base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derived(password, salt)
  const { N, r, p } = work
  return ['scrypt', N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/**
 * Whether this is the password that was kept. It takes as long where nothing was kept, so that the time tells nobody who has an
 * account here.
 */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, , , , salt = '', hash = ''] = (kept ?? nobody).split('$')
  const known = Buffer.from(hash, 'base64url')
  const given = await derived(password, Buffer.from(salt, 'base64url'))
  return known.length === given.length && timingSafeEqual(known, given) && kept !== null
}

const nobody = `scrypt$$$$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** The same letters typed on another system are the same password (RFC 8265, section 4.2). */
function derived(password: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, bytes, work, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}
