/** What an archive says of an entry. Sizes and checksum are completed when the content has passed. */
export interface ZipRecord {
  readonly path: Uint8Array
  readonly offset: number
  readonly isDeflated: boolean
  /** Whether sizes and checksum stand behind the content, since nobody knew them before. */
  readonly isStreamed: boolean
  /** Whether the sizes behind the content have 64 bits (ZIP64). */
  readonly isLarge: boolean
  crc: number
  size: number
  packedSize: number
}

const max32 = 0xffffffff
/** 1 January 1980, 0:00: the first moment that ZIP can tell, and no time zone changes it. */
const dosDate = 0x21
const unixFile = 0o100644 * 0x10000

export function localHeader(record: ZipRecord): Uint8Array {
  const extra = record.isLarge ? zip64(0, 0) : new Uint8Array()
  const size = record.isLarge ? max32 : record.isStreamed ? 0 : record.size
  return joined([
    fields([4, 0x04034b50], [2, record.isLarge ? 45 : 20], ...common(record)),
    fields([4, record.isStreamed ? 0 : record.crc], [4, size], [4, size]),
    fields([2, record.path.length], [2, extra.length]),
    record.path,
    extra,
  ])
}

/** Behind the content of a streamed entry. */
export function descriptor(record: ZipRecord): Uint8Array {
  const width = record.isLarge ? 8 : 4
  return fields([4, 0x08074b50], [4, record.crc], [width, record.packedSize], [width, record.size])
}

export function centralRecord(record: ZipRecord): Uint8Array {
  const { size, packedSize, offset } = record
  const large = [size, packedSize, offset].filter((value) => value >= max32)
  const extra = large.length > 0 ? zip64(...large) : new Uint8Array()
  const version = record.isLarge || large.length > 0 ? 45 : 20
  return joined([
    fields([4, 0x02014b50], [2, 0x0300 + version], [2, version], ...common(record)),
    fields([4, record.crc], [4, Math.min(packedSize, max32)], [4, Math.min(size, max32)]),
    fields([2, record.path.length], [2, extra.length], [2, 0], [2, 0], [2, 0]),
    fields([4, unixFile], [4, Math.min(offset, max32)]),
    record.path,
    extra,
  ])
}

/** The end of the archive, in its 64-bit form where a number does not fit in the old one. */
export function centralEnd(count: number, start: number, end: number): Uint8Array {
  const length = end - start
  const old = fields(
    [4, 0x06054b50],
    [4, 0],
    [2, Math.min(count, 0xffff)],
    [2, Math.min(count, 0xffff)],
    [4, Math.min(length, max32)],
    [4, Math.min(start, max32)],
    [2, 0],
  )
  if (count < 0xffff && length < max32 && start < max32) return old
  return joined([
    fields([4, 0x06064b50], [8, 44], [2, 0x032d], [2, 45], [4, 0], [4, 0]),
    fields([8, count], [8, count], [8, length], [8, start]),
    fields([4, 0x07064b50], [4, 0], [8, end], [4, 1]),
    old,
  ])
}

/** Flags (UTF-8 name, descriptor behind), method, time: the same in both headers. */
function common(record: ZipRecord): [number, number][] {
  const flags = 0x0800 + (record.isStreamed ? 0x0008 : 0)
  return [
    [2, flags],
    [2, record.isDeflated ? 8 : 0],
    [2, 0],
    [2, dosDate],
  ]
}

function zip64(...values: number[]): Uint8Array {
  return fields([2, 1], [2, values.length * 8], ...values.map((v): [number, number] => [8, v]))
}

/** Little-endian numbers, each with its width in bytes. */
function fields(...parts: readonly (readonly [width: number, value: number])[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, [width]) => sum + width, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [width, value] of parts) {
    if (width === 8) view.setBigUint64(at, BigInt(value), true)
    else if (width === 4) view.setUint32(at, value, true)
    else view.setUint16(at, value, true)
    at += width
  }
  return bytes
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
