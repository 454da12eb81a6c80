import { builtin } from './builtin.ts'

/** A SHA-512 over chunks. WebCrypto's digest wants all bytes at once, which a stream never has. */
export interface Sha512 {
  update(chunk: Uint8Array): void
  /** 128 hexadecimal digits; ends the digest. */
  hex(): string
}

export async function sha512(): Promise<Sha512> {
  return bySystem() ?? (await byLibrary())
}

function bySystem(): Sha512 | undefined {
  const hash = builtin('node:crypto')?.createHash('sha512')
  if (hash === undefined) return undefined
  return {
    update: (chunk) => {
      hash.update(chunk)
    },
    hex: () => hash.digest('hex'),
  }
}

/** For browsers, and Workers without `nodejs_compat`. */
export async function byLibrary(): Promise<Sha512> {
  const [{ sha512: make }, { bytesToHex }] = await Promise.all([
    import('@noble/hashes/sha2.js'),
    import('@noble/hashes/utils.js'),
  ])
  const hash = make.create()
  return {
    update: (chunk) => {
      hash.update(chunk)
    },
    hex: () => bytesToHex(hash.digest()),
  }
}
