import assert from 'node:assert/strict'
import { createWriteStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { test } from 'node:test'
import { zip } from '../../src/export/zip.ts'
import { run, withFiles } from './files.ts'

void test('unzip finds no fault, and sha512sum finds the bag as its manifests say', () =>
  withFiles(async (directory) => {
    const archive = join(directory, 'package.zip')
    for (const name of ['package.zip', 'torture.xlsx', 'torture.ods'])
      assert.match(await run('unzip', '-t', join(directory, name)), /No errors detected/)
    const bag = join(directory, 'bag')
    await run('unzip', '-q', archive, '-d', bag)
    const check = (name: string) => `sha512sum --check --strict --quiet ${name}-sha512.txt`
    await run('sh', '-c', `cd "$1" && ${check('manifest')} && ${check('tagmanifest')}`, 'sh', bag)
    const payload = `cd "$1" && find data -type f -printf '%s\\n' | awk '{ s += $1 } END { print s "." NR }'`
    const oxum = (await run('sh', '-c', payload, 'sh', bag)).trim()
    const info = await readFile(join(bag, 'bag-info.txt'), 'utf8')
    assert.match(info, new RegExp(`^Payload-Oxum: ${oxum}$`, 'm'))
    assert.equal(await readFile(join(bag, 'data/files/Anhänge/a b.txt'), 'utf8'), 'Hallo')
  }))

void test('an entry and an archive of more than 4 GiB are read by unzip and by Python', () =>
  withFiles(async (directory) => {
    const path = join(directory, 'large.zip')
    const chunk = new Uint8Array(2 ** 22)
    const body = function* () {
      for (let n = 0; n < 1100; n++) yield chunk
    }
    const entries = [
      { path: 'large', body: body(), isStored: true },
      { path: 'behind', body: 'x' },
    ]
    await pipeline(Readable.from(zip(entries)), createWriteStream(path))
    assert.match(await run('unzip', '-t', path), /No errors detected/)
    const script =
      `import zipfile; z = zipfile.ZipFile(${JSON.stringify(path)}); ` +
      `assert z.getinfo('large').file_size == ${1100 * chunk.length} and z.read('behind') == b'x'`
    await run('python3', '-c', script)
    await rm(path)
  }))
