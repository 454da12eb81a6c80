import { builtin } from './builtin.ts'

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

const native = builtin('node:zlib')?.crc32

/** CRC-32 as ZIP wants it, continued from `before`. */
export const crc32: (bytes: Uint8Array, before: number) => number = native ?? byTable

export function byTable(bytes: Uint8Array, before: number): number {
  let crc = ~before
  for (const byte of bytes) crc = (crc >>> 8) ^ table[(crc ^ byte) & 0xff]!
  return ~crc >>> 0
}
