import { fromBuffer } from 'yauzl'
import { buffer } from 'node:stream/consumers'

/** The files of a ZIP by path, as yauzl reads them; it checks names, sizes and checksums. */
export function unzip(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const { promise, resolve, reject } = Promise.withResolvers<Map<string, Uint8Array>>()
  const files = new Map<string, Uint8Array>()
  fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
    if (error !== null) return reject(error)
    zip.on('error', reject)
    zip.on('end', () => resolve(files))
    zip.on('entry', (entry) =>
      zip.openReadStream(entry, (failure, stream) => {
        if (failure !== null) return reject(failure)
        buffer(stream).then((content) => {
          files.set(entry.fileName, new Uint8Array(content))
          zip.readEntry()
        }, reject)
      }),
    )
    zip.readEntry()
  })
  return promise
}

export function textOf(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  const bytes = files.get(path)
  if (bytes === undefined)
    throw new Error(`no ${path} in the archive: ${[...files.keys()].join(', ')}`)
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}
