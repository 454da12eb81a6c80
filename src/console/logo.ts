import type { Logo } from '../store/vendor.ts'

/** A picture that letters can bear; null for a file that is none, or too heavy, whatever its name says. */
export async function pictureOf(file: Blob, maxBytes: number): Promise<Logo | null> {
  if (file.size === 0 || file.size > maxBytes) return null
  const bytes = new Uint8Array(await file.arrayBuffer())
  const mediaType = typeIn(bytes)
  return mediaType === null ? null : { mediaType, bytes }
}

function typeIn(bytes: Uint8Array): Logo['mediaType'] | null {
  const begins = (...signature: readonly number[]): boolean =>
    signature.every((byte, n) => bytes[n] === byte)
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  return begins(0xff, 0xd8, 0xff) ? 'image/jpeg' : null
}
