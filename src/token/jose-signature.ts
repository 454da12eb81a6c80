/** How long each of the two numbers is. */
const size = 32

/**
 * A signature over P-256 as JOSE has it, two numbers side by side (RFC 7518, section 3.4), from DER. Node would write it so itself; workerd
 * does not when it is given a key that was imported before.
 */
export function joseSignature(der: Buffer): Buffer {
  const second = 4 + der.readUInt8(3)
  const r = der.subarray(4, second).subarray(-size)
  const s = der.subarray(second + 2).subarray(-size)
  const both = Buffer.alloc(2 * size)
  r.copy(both, size - r.length)
  s.copy(both, 2 * size - s.length)
  return both
}
