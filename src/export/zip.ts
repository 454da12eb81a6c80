import type { Bytes } from './byte-stream.ts'
import { crc32 } from './crc32.ts'
import { deflate } from './deflate.ts'
import { centralEnd, centralRecord, descriptor, localHeader, type ZipRecord } from './zip-record.ts'

export interface ZipEntry {
  readonly path: string
  readonly body: string | Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>
  /** For what is compressed already; default false. */
  readonly isStored?: boolean
  /**
   * Asked when the body breaks off. True goes on without the entry: it does not stand in the archive's directory, so
   * nobody unpacks half a file. False, and the default, ends the archive with the error.
   */
  readonly leaveOut?: (error: unknown) => boolean
}

export interface ZipOptions {
  /** 1 to 9; default 6. */
  readonly level?: number
  /** Whether entries may pass 4 GiB. Office programs refuse files that say so; default true. */
  readonly isLarge?: boolean
}

/**
 * A ZIP archive, written in one go from front to back. All its timestamps are 1 January 1980, so the same entries give
 * the same bytes.
 *
 * @throws RangeError if an entry passes 4 GiB where none may.
 */
export async function* zip(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
  { level = 6, isLarge = true }: ZipOptions = {},
): Bytes {
  const records: ZipRecord[] = []
  let offset = 0
  for await (const entry of entries) {
    const record = recordOf(entry, offset, isLarge)
    try {
      for await (const chunk of packed(entry, record, level)) {
        offset += chunk.length
        yield chunk
      }
      records.push(record)
    } catch (error) {
      if (entry.leaveOut?.(error) !== true) throw error
    }
  }
  const start = offset
  for (const record of records) {
    const bytes = centralRecord(record)
    offset += bytes.length
    yield bytes
  }
  yield centralEnd(records.length, start, offset)
}

function recordOf(entry: ZipEntry, offset: number, isLarge: boolean): ZipRecord {
  const whole = wholeOf(entry.body)
  return {
    path: new TextEncoder().encode(entry.path),
    offset,
    isDeflated: entry.isStored !== true,
    // A stored body that is at hand needs no descriptor behind it: OpenDocument asks for that.
    isStreamed: whole === undefined || entry.isStored !== true,
    isLarge: isLarge && whole === undefined,
    crc: whole === undefined ? 0 : crc32(whole, 0),
    size: whole?.length ?? 0,
    packedSize: whole?.length ?? 0,
  }
}

function wholeOf(body: ZipEntry['body']): Uint8Array | undefined {
  if (typeof body === 'string') return new TextEncoder().encode(body)
  return body instanceof Uint8Array ? body : undefined
}

/** Header, content, and what is known only behind it; the record is completed on the way. */
async function* packed(entry: ZipEntry, record: ZipRecord, level: number): Bytes {
  yield localHeader(record)
  const whole = wholeOf(entry.body)
  if (!record.isStreamed && whole !== undefined) {
    yield whole
    return
  }
  record.crc = record.size = record.packedSize = 0
  const content = measured(whole === undefined ? entry.body : [whole], record)
  for await (const chunk of record.isDeflated ? deflate(content, level) : content) {
    record.packedSize += chunk.length
    yield chunk
  }
  yield descriptor(record)
}

async function* measured(body: ZipEntry['body'], record: ZipRecord): Bytes {
  if (typeof body === 'string') return
  for await (const chunk of body) {
    if (typeof chunk === 'number') return
    record.crc = crc32(chunk, record.crc)
    record.size += chunk.length
    if (!record.isLarge && record.size > 0xfffffffe)
      throw new RangeError('a part of this file passes 4 GiB, which its readers do not take')
    if (chunk.length > 0) yield chunk
  }
}
