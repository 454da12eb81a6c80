import { bytesOf } from './byte-stream.ts'
import type { Bytes } from './byte-stream.ts'
import { PackageError } from './package-error.ts'

/** A file in an archive. Its bytes are unpacked as they are read. */
export interface ZippedFile {
  readonly path: string
  /** Unpacked. */
  readonly size: number
  /** @throws PackageError if it cannot be unpacked, or is not as long as the archive says. */
  readonly read: () => Bytes
}

const mostFiles = 10_000
const mostDirectoryBytes = 10_000_000
const max16 = 0xffff
const max32 = 0xffffffff

/**
 * The files that an archive's directory names: what does not stand there was left out of it, whatever lies in between.
 *
 * @param archive may lie on a disk: only what is asked for is read.
 * @throws PackageError if it is no ZIP, is cut off, or has more than 10,000 files.
 */
export async function readZip(archive: Blob): Promise<ReadonlyMap<string, ZippedFile>> {
  const { count, start, length } = await directoryOf(archive)
  if (count > mostFiles || length > mostDirectoryBytes || start + length > archive.size)
    throw new PackageError('The archive has more files than a package can have, or is cut off.')
  const view = await viewOf(archive, start, length)
  const files = new Map<string, ZippedFile>()
  let at = 0
  for (let n = 0; n < count; n++) {
    if (at + 46 > length || view.getUint32(at, true) !== 0x02014b50)
      throw new PackageError('The archive’s directory cannot be read.')
    const entry = entryAt(view, at)
    if (files.has(entry.path)) throw new PackageError(`The archive has ${entry.path} twice.`)
    files.set(entry.path, { ...entry, read: () => unpacked(archive, entry) })
    at += entry.recordBytes
  }
  return files
}

interface Directory {
  readonly count: number
  readonly start: number
  readonly length: number
}

/** The end record lies behind everything but a comment of up to 64 kB. */
async function directoryOf(archive: Blob): Promise<Directory> {
  const tailBytes = Math.min(archive.size, 22 + max16)
  const tailStart = archive.size - tailBytes
  const tail = await viewOf(archive, tailStart, tailBytes)
  for (let at = tailBytes - 22; at >= 0; at--) {
    if (tail.getUint32(at, true) !== 0x06054b50) continue
    const count = tail.getUint16(at + 10, true)
    const length = tail.getUint32(at + 12, true)
    const start = tail.getUint32(at + 16, true)
    const isLarge = count === max16 || length === max32 || start === max32
    return isLarge ? largeDirectory(archive, tailStart + at) : { count, start, length }
  }
  throw new PackageError('This is no ZIP archive, or it is cut off.')
}

/** ZIP64: a locator stands right before the end record. */
async function largeDirectory(archive: Blob, end: number): Promise<Directory> {
  const locator = await viewOf(archive, end - 20, 20)
  const at = Number(locator.getBigUint64(8, true))
  const record = await viewOf(archive, at, 56)
  if (locator.getUint32(0, true) !== 0x07064b50 || record.getUint32(0, true) !== 0x06064b50)
    throw new PackageError('The archive’s directory cannot be read.')
  const number = (offset: number): number => Number(record.getBigUint64(offset, true))
  return { count: number(32), length: number(40), start: number(48) }
}

interface Entry {
  readonly path: string
  readonly size: number
  readonly packedSize: number
  readonly offset: number
  readonly isDeflated: boolean
  /** Of its record in the directory. */
  readonly recordBytes: number
}

function entryAt(view: DataView, at: number): Entry {
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const nameBytes = view.getUint16(at + 28, true)
  const extraBytes = view.getUint16(at + 30, true)
  const recordBytes = 46 + nameBytes + extraBytes + view.getUint16(at + 32, true)
  if (at + recordBytes > view.byteLength)
    throw new PackageError('The archive’s directory cannot be read.')
  const name = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameBytes)
  const path = new TextDecoder().decode(name)
  if ((flags & 1) !== 0) throw new PackageError(`${path} is encrypted.`)
  if (method !== 0 && method !== 8)
    throw new PackageError(`${path} is packed in a way that is not known here.`)
  const large = largeNumbers(view, at + 46 + nameBytes, extraBytes)
  const number = (offset: number): number => {
    const small = view.getUint32(at + offset, true)
    return small === max32 ? (large.shift() ?? small) : small
  }
  const size = number(24)
  const packedSize = number(20)
  const offset = number(42)
  return { path, size, packedSize, offset, isDeflated: method === 8, recordBytes }
}

/** The numbers of 64 bits that stand in a record's ZIP64 field, in the order in which they are missing before. */
function largeNumbers(view: DataView, from: number, bytes: number): number[] {
  for (let at = from; at + 4 <= from + bytes;) {
    const length = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === 1)
      return Array.from(
        { length: Math.floor(Math.min(length, from + bytes - at - 4) / 8) },
        (_, n) => Number(view.getBigUint64(at + 4 + n * 8, true)),
      )
    at += 4 + length
  }
  return []
}

async function* unpacked(archive: Blob, entry: Entry): Bytes {
  const { path, size } = entry
  const lost = new PackageError(`${path} cannot be unpacked.`)
  let bytes = 0
  const packed = await packedPart(archive, entry)
  const stream = entry.isDeflated
    ? packed.pipeThrough(new DecompressionStream('deflate-raw'))
    : packed
  const chunks = bytesOf(stream)
  for (;;) {
    const next = await chunks.next().catch(() => {
      throw lost
    })
    if (next.done === true) break
    bytes += next.value.length
    if (bytes > size) throw new PackageError(`${path} is longer than the archive says.`)
    yield next.value
  }
  if (bytes !== size) throw lost
}

async function packedPart(
  archive: Blob,
  { path, offset, packedSize }: Entry,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const header = await viewOf(archive, offset, 30)
  if (header.getUint32(0, true) !== 0x04034b50)
    throw new PackageError(`${path} does not lie where the archive says.`)
  const start = offset + 30 + header.getUint16(26, true) + header.getUint16(28, true)
  if (start + packedSize > archive.size) throw new PackageError(`${path} is cut off.`)
  return archive.slice(start, start + packedSize).stream()
}

async function viewOf(archive: Blob, start: number, length: number): Promise<DataView> {
  if (start < 0 || start + length > archive.size)
    throw new PackageError('This is no ZIP archive, or it is cut off.')
  return new DataView(await archive.slice(start, start + length).arrayBuffer())
}
