import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openQuarrel } from '../api/dossier-life.ts'
import type { QuarrelHouse } from '../api/dossier-life.ts'
import { onPostgres } from '../database.ts'
import { auszug, buildDoors } from './door.ts'

// The command opens no database.
describe.runIf(onPostgres)('`auszug dossier verify`', () => {
  let house: QuarrelHouse
  let directory: string
  let text: string
  const path = (name: string): string => join(directory, name)
  const verify = (name: string, ...words: readonly string[]) =>
    auszug(['dossier', 'verify', path(name), '--keys', path('keys.json'), ...words], {
      NO_COLOR: '1',
    })

  beforeAll(async () => {
    await buildDoors()
    house = await openQuarrel()
    directory = await mkdtemp(join(tmpdir(), 'auszug-dossier-'))
    text = await house.file()
    const keys = await house.call('GET', '/.well-known/evidence-keys.json', { role: null })
    await writeFile(path('good.jws'), `${text}\n`)
    await writeFile(path('keys.json'), keys.text)
    await writeFile(path('receipts.txt'), `${house.receipts.join('\n')}\n`)
  })
  afterAll(async () => {
    await house.close()
    await rm(directory, { recursive: true })
  })

  test('tells offline that a dossier holds, against the receipts too', async () => {
    const { code, out, err } = await verify('good.jws', '--checkpoint', path('receipts.txt'))
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^● holds {2}lic_\w+ · from https:\/\/licenses\.example\.com$/m)
    expect(out).toMatch(/^ {2}signature +good, by the key [\w-]{43}$/m)
    expect(out).toMatch(/^ {2}events +13, the last is [\w-]{43}$/m)
    expect(out.match(/^ {2}checkpoint /gm)).toHaveLength(3)
  })

  test('ends with 1 and names what was changed', async () => {
    const [head, body = '', signature] = text.split('.')
    const dossier = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))
    dossier.events.splice(6, 1)
    const changed = Buffer.from(JSON.stringify(dossier)).toString('base64url')
    await writeFile(path('bad.jws'), [head, changed, signature].join('.'))
    const { code, out } = await verify('bad.jws')
    expect(code).toBe(1)
    expect(out).toMatch(/^✗ broken {2}lic_/)
    expect(out).toContain('  ! The signature does not fit')
    expect(out).toContain('  ! Event 7 was dropped.\n')
    const told = await verify('bad.jws', '--json')
    expect(JSON.parse(told.out)).toMatchObject({
      outcome: 'broken',
      findings: expect.arrayContaining([{ code: 'event-dropped', n: 7, to: 7 }]),
    })
  })

  test('takes a receipt as the API has answered it', async () => {
    await writeFile(path('receipt.json'), JSON.stringify({ checkpoint: house.receipts[1] }))
    const { out } = await verify('good.jws', '--checkpoint', path('receipt.json'))
    expect(out.match(/^ {2}checkpoint /gm)).toHaveLength(2)
  })

  test('says what it needs', async () => {
    const cases = [
      [['dossier'], 'Say `auszug dossier verify FILE`.'],
      [['dossier', 'make', path('good.jws')], 'Say `auszug dossier verify FILE`.'],
      [['dossier', 'verify', '/nowhere.jws'], '/nowhere.jws cannot be read.'],
      [['dossier', 'verify', path('keys.json')], 'This file names no issuer'],
      [
        ['dossier', 'verify', path('good.jws'), '--keys', path('receipts.txt')],
        'holds no evidence keys',
      ],
    ] as const
    for (const [words, sentence] of cases) {
      const { code, err } = await auszug(words)
      expect([words, code, err]).toEqual([words, 1, expect.stringContaining(sentence)])
    }
  })
})
