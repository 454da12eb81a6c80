import { builtin } from './builtin.ts'
import type { Bytes } from './byte-stream.ts'

/**
 * Raw deflate, always with the same bytes for the same input on the same runtime.
 *
 * @param level 1 (fast) to 9 (small); it counts in Node, elsewhere the runtime's own level does.
 */
export function deflate(chunks: AsyncIterable<Uint8Array>, level: number): Bytes {
  const zlib = builtin('node:zlib')
  return zlib === undefined ? byWebStream(chunks) : byZlib(chunks, zlib, level)
}

type Zlib = typeof import('node:zlib')

/** A chunk is compressed on another thread while the next one is made. */
async function* byZlib(chunks: AsyncIterable<Uint8Array>, zlib: Zlib, level: number): Bytes {
  // The output of one chunk must fit, or its write would wait for a reader that waits for it.
  const room = { readableHighWaterMark: 2 ** 30, chunkSize: 65_536 }
  const deflater = zlib.createDeflateRaw({ level, ...room })
  let written = Promise.resolve()
  try {
    for await (const chunk of chunks) {
      await written
      yield* ready(deflater)
      written = new Promise((resolve, reject) =>
        deflater.write(chunk, (error) => (error ? reject(error) : resolve())),
      )
      written.catch(() => undefined)
    }
    await written
    deflater.end()
    yield* deflater
  } finally {
    deflater.destroy()
  }
}

function* ready(source: { read(): Uint8Array | null }) {
  for (let part = source.read(); part !== null; part = source.read()) yield part
}

async function* byWebStream(chunks: AsyncIterable<Uint8Array>): Bytes {
  const compressor = new CompressionStream('deflate-raw')
  const writer = compressor.writable.getWriter()
  const feed = async () => {
    try {
      for await (const chunk of chunks) await writer.write(new Uint8Array(chunk))
      await writer.close()
    } catch (error) {
      await writer.abort(error)
    }
  }
  const fed = feed()
  fed.catch(() => undefined)
  yield* compressor.readable
  await fed
}
