import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { byTable, crc32 } from '../../src/export/crc32.ts'
import { byLibrary, sha512 } from '../../src/export/sha512.ts'
import { zip, type ZipEntry } from '../../src/export/zip.ts'
import { unzip } from './unzip.ts'

async function packed(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of zip(entries)) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

test('stored and deflated, whole and streamed entries come back', async () => {
  const noise = new Uint8Array(randomBytes(300_000))
  const parts = function* () {
    yield noise.subarray(0, 200_000)
    yield new Uint8Array()
    yield noise.subarray(200_000)
  }
  const files = await unzip(
    await packed([
      { path: 'mimetype', body: 'text/plain', isStored: true },
      { path: 'größe/ß.txt', body: 'x'.repeat(100_000) },
      { path: 'streamed', body: parts() },
      { path: 'stored stream', body: parts(), isStored: true },
      { path: 'empty', body: '' },
      { path: 'empty stream', body: [] },
    ]),
  )
  const sizes = [...files].map(([path, bytes]) => [path, bytes.length])
  expect(sizes).toEqual([
    ['mimetype', 10],
    ['größe/ß.txt', 100_000],
    ['streamed', 300_000],
    ['stored stream', 300_000],
    ['empty', 0],
    ['empty stream', 0],
  ])
  expect(Buffer.from(files.get('streamed')!).equals(noise)).toBe(true)
})

test('more entries than 16 bits count are a ZIP64 archive', async () => {
  const entries = function* () {
    for (let n = 0; n < 66_000; n++) yield { path: `${n}`, body: 'x', isStored: true }
  }
  expect((await unzip(await packed(entries()))).size).toBe(66_000)
})

test('an entry that breaks off stands in no directory', async () => {
  const broken = function* () {
    yield new Uint8Array(100_000)
    throw new Error('gone')
  }
  const entries = [
    { path: 'a', body: 'first' },
    { path: 'b', body: broken(), leaveOut: () => true },
    { path: 'c', body: 'last' },
  ]
  expect([...(await unzip(await packed(entries))).keys()]).toEqual(['a', 'c'])
})

test('checksums are the same with Node and without', async () => {
  const noise = new Uint8Array(randomBytes(10_001))
  expect(byTable(noise, 123)).toBe(crc32(noise, 123))
  const [ours, theirs] = [await byLibrary(), await sha512()]
  for (const hash of [ours, theirs]) {
    hash.update(noise.subarray(0, 4000))
    hash.update(noise.subarray(4000))
  }
  expect(ours.hex()).toBe(theirs.hex())
})
