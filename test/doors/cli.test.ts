import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onPostgres } from '../database.ts'
import { ask, auszug, buildDoors, endAll, newPlace, sellAt, serve } from './door.ts'
import type { Place, Sold } from './door.ts'

// The commands are the same on both databases, and a process opens PostgreSQL in no time.
describe.runIf(onPostgres)('the command line', () => {
  let place: Place
  let sold: Sold
  let jwks = ''
  let token = ''

  const say = (...words: string[]) => auszug(words, { ...place.env, NO_COLOR: '1' })

  async function sayJson(...words: string[]): Promise<Readonly<Record<string, unknown>>> {
    const { out, err } = await say(...words, '--json')
    if (err !== '') throw new Error(err)
    return JSON.parse(out)
  }

  beforeAll(async () => {
    await buildDoors()
    place = await newPlace()
    const server = await serve(place.env)
    sold = await sellAt(server, server.token ?? '')
    const asked = { license_key: sold.key, product: 'broetchenbringer', fingerprint: 'Kasse 1' }
    token = String((await ask(server, null, 'POST', '/v1/tokens', asked)).body.token)
    jwks = join(place.directory, 'jwks.json')
    await writeFile(
      jwks,
      JSON.stringify((await ask(server, null, 'GET', '/.well-known/jwks.json')).body),
    )
    await server.kill('SIGTERM')
  })

  afterAll(async () => {
    await endAll()
    await place.clear()
  })

  test('`auszug issue` sells a license to a customer and shows its key', async () => {
    const words = ['issue', '--plan', 'annual', '--customer', sold.customer]
    const { code, out } = await say(
      ...words,
      '--time-zone',
      'Europe/Berlin',
      '--ends-on',
      '2098-12-31',
    )
    expect(code).toBe(0)
    expect(out).toMatch(/^● lic_\w+ {2}full \(in_term\)\n/)
    expect(out).toContain('to the end of Wed 31 December 2098 (Berlin)')
    expect(out).toMatch(/^ {2}key +AUSZUG(-[0-9A-Z]{4}){7}$/m)
    const other = await sayJson(...words, '--time-zone', 'UTC', '--starts-on', '2098-01-01')
    expect(other).toMatchObject({ time_zone: 'UTC', decision: { reason: 'not_started' } })
    expect(other.key).toMatch(/^AUSZUG-/)
  })

  test('with --server a running server issues and settles, and its refusals are told', async () => {
    const { token: admin } = await sayJson('admin', 'create')
    const server = await serve(place.env)
    const env = { AUSZUG_TOKEN: String(admin), NO_COLOR: '1' }
    const there = ['--server', server.address]
    const words = ['issue', ...there, '--customer', sold.customer, '--time-zone', 'Europe/Berlin']
    const issued = await auszug([...words, '--plan', 'annual'], env)
    expect(issued.out).toMatch(/^● lic_\w+ {2}full \(in_term\)\n/)
    expect(issued.out).toMatch(/^ {2}key +AUSZUG(-[0-9A-Z]{4}){7}$/m)
    const due = await auszug(['settle', '--dry-run', '--as-of', '2099-01-02', ...there], env)
    expect(due.out).toMatch(/^Would be recorded: [1-9]\d* renewed, 0 ended, 0 set aside\.\n/)
    const refused = await auszug([...words, '--plan', 'nothing'], env)
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toMatch(/^The request does not fit\. .*\n {2}\/plan /)
    expect((await auszug([...words, '--plan', 'annual'])).err).toContain('AUSZUG_TOKEN')
    await server.kill('SIGTERM')
    const gone = await auszug([...words, '--plan', 'annual'], env)
    expect(gone.err).toContain('The server cannot be reached: ')
  })

  test('`auszug settle` tells what would be by a day, and records what is due', async () => {
    const foreseen = await say('settle', '--dry-run', '--as-of', '2099-01-02')
    expect(foreseen.code).toBe(0)
    expect(foreseen.out).toMatch(/^Would be recorded: \d+ renewed, 0 ended, 0 set aside\.\n/)
    expect(foreseen.out).toMatch(/^● renews after {2}Wed 31 December 2098 {2}lic_\w+$/m)
    expect(await sayJson('settle', '--dry-run')).toMatchObject({ renewed: 0, ended: 0, failed: 0 })
    expect((await say('settle')).out).toBe('Recorded: 0 renewed, 0 ended, 0 set aside.\n')
  })

  test('`auszug keys` lists the signing keys, and rotates them', async () => {
    const { out } = await say('keys')
    expect(out).toMatch(/^STATE +ALGORITHM +KEY +MADE\n/)
    expect(out.match(/^(active|next) +Ed25519 +\S{43} /gm)).toHaveLength(2)
    const { keys } = await sayJson('keys', 'rotate')
    expect(keys).toHaveLength(3)
    expect(keys).toEqual(
      expect.arrayContaining(
        ['active', 'next', 'retired'].map((state) => expect.objectContaining({ state })),
      ),
    )
    expect(JSON.stringify(keys)).not.toContain('"d"')
  })

  test('`auszug admin create` shows a token that counts', async () => {
    const { out } = await say('admin', 'create', '--name', 'Night shift')
    expect(out).toMatch(/^The token of Night shift\. It is shown this once:\n\n {2}auszug_\S{43}\n/)
    const made = await sayJson('admin', 'create')
    const server = await serve(place.env)
    const answer = await ask(server, String(made.token), 'GET', '/v1/api-tokens')
    expect(JSON.stringify(answer.body)).toContain('Night shift')
    await server.kill('SIGTERM')
  })

  test('`auszug migrate` may be said again', async () => {
    expect((await say('migrate')).out).toBe('The database is in its newest state.\n')
    expect(await sayJson('migrate')).toEqual({ migrated: true })
  })

  test('a command where no server was ever started makes none, and says so', async () => {
    const nowhere = join(place.directory, 'nowhere')
    const { code, err } = await auszug(['keys'], { AUSZUG_DATA: nowhere })
    expect(code).toBe(1)
    expect(err).toContain(`No server has been started in ${nowhere} yet.`)
    await expect(readdir(nowhere)).rejects.toThrow('ENOENT')
  })

  test('`auszug check` tells offline what a token allows, and why', async () => {
    const good = await auszug(['check', token, '--keys', jwks], { NO_COLOR: '1' })
    expect(good).toMatchObject({ code: 0, err: '' })
    expect(good.out).toMatch(/^● full \(in_term\) {2}broetchenbringer · lic_/)
    expect(good.out).toMatch(/^ {2}signature +good$/m)
    expect(good.out).toMatch(/^ {2}allows +data:export, orders:read, orders:write$/m)
    const file = join(place.directory, 'token.txt')
    await writeFile(file, `${token}\n`)
    expect((await say('check', file)).out).toMatch(/^ {2}signature +not checked: /m)
    expect(await sayJson('check', file, '--keys', jwks)).toMatchObject({
      signature: 'good',
      mode: 'full',
      claims: { aud: 'broetchenbringer' },
    })
  })

  test('`auszug file` makes the license file of a machine, and `auszug check` tells what is in it', async () => {
    const request = join(place.directory, 'till.json')
    const file = join(place.directory, 'till.lic')
    const fingerprint = 'a machine without a network'
    const asked = { version: 1, product: 'broetchenbringer', fingerprint, machine: 'Kasse 2' }
    await writeFile(request, JSON.stringify(asked))
    const { code, out } = await say('file', sold.id, '--request', request, '--out', file)
    expect([code, out]).toEqual([0, expect.stringContaining(file)])
    const checked = await say('check', file, '--keys', jwks)
    expect(checked.out).toMatch(/^● full \(in_term\)/)
    expect(checked.out).toMatch(/^ {2}signature +good$/m)
    expect(checked.out).toMatch(/^ {2}machine +bound to one \(act_\w+\)$/m)
    const stranger = join(place.directory, 'stranger.json')
    await writeFile(
      stranger,
      JSON.stringify({ keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'A', kid: 'A' }] }),
    )
    const refused = await say('check', file, '--keys', stranger)
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('untrusted_key')])
    await writeFile(request, JSON.stringify({ ...asked, product: 'other' }))
    const other = await say('file', sold.id, '--request', request)
    expect([other.code, other.err]).toEqual([1, expect.stringContaining('another product')])
  })

  test('`auszug check` refuses a token that was changed, of another product, or none at all', async () => {
    const [head = '', body = '', signature = ''] = token.split('.')
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
    const more = Buffer.from(JSON.stringify({ ...claims, limits: { branches: 99 } }))
    const forged = [head, more.toString('base64url'), signature].join('.')
    const cases = [
      [['check', forged, '--keys', jwks], 'does not count'],
      [['check', token, '--keys', jwks, '--product', 'another'], 'does not count'],
      [['check', 'no token'], 'This is no license token. The export stays.'],
      [['check', token, '--keys', '/nowhere/jwks.json'], '/nowhere/jwks.json cannot be read.'],
      [['check', token, '--keys', join(place.directory, 'token.txt')], 'holds no keys'],
      [['check', place.directory], 'cannot be read.'],
      [['check'], 'Name a token, or a file that holds one.'],
    ] as const
    for (const [words, sentence] of cases) {
      const { code, out, err } = await auszug(words)
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(err).toContain(sentence)
    }
  })

  test('`auszug keys revoke` takes the trust from a key, for a reason that is kept', async () => {
    await say('keys', 'rotate')
    const { out } = await say('keys')
    const kid = /^retired +Ed25519 +(\S{43}) /m.exec(out)?.[1] ?? ''
    await say('keys', 'revoke', '--reason', 'A laptop was stolen', '--', kid)
    expect((await say('keys')).out).toContain(`revoked  Ed25519    ${kid}`)
    const server = await serve(place.env)
    const token = String((await sayJson('admin', 'create')).token)
    const told = await ask(server, token, 'GET', `/v1/access-events?who=${kid}&limit=1`)
    expect(JSON.stringify(told.body)).toContain('"actor":"cli"')
    expect(JSON.stringify(told.body)).toContain('A laptop was stolen')
    await server.kill('SIGTERM')
  })

  describe('what needs no database', () => {
    test.concurrent.each([
      [['sell'], 'There is no command sell.'],
      [['settle', '--quickly'], "Unknown option '--quickly'."],
      [['settle', 'now'], '`auszug settle` does not know what to do with now.'],
      [['keys', '--plan', 'annual'], '`auszug keys` has no option --plan.'],
      [['keys', 'burn'], 'Say `auszug keys`, `auszug keys rotate` or'],
      [['keys', 'revoke'], 'Name the key: `auszug keys revoke KEY`.'],
      [['admin'], 'Say `auszug admin create`.'],
      [['settle', '--as-of', '2026-10-01'], '--as-of goes with --dry-run.'],
      [['settle', '--dry-run', '--as-of', 'tomorrow'], '--as-of is a day (2026-10-01)'],
      [['keys', 'rotate', '--algorithm', 'RS256'], '--algorithm is Ed25519, EdDSA or ES256.'],
      [['issue', '--plan', 'annual'], '--customer is missing.'],
      [
        ['issue', '--plan', 'annual', '--customer', 'me', '--time-zone', 'Berlin'],
        'Name an IANA time zone',
      ],
    ] as const)('%j is refused with a sentence', async (words, sentence) => {
      const { code, out, err } = await auszug(words, { AUSZUG_DATA: join(place.directory, 'no') })
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(err).toContain(sentence)
      expect(err).not.toContain('    at ')
    })

    test('a refusal too is JSON for machines', async () => {
      const { code, out, err } = await auszug(['sell', '--json'])
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(JSON.parse(err)).toEqual({ error: expect.stringContaining('no command sell') })
    })

    test('an environment that cannot be is refused with a sentence', async () => {
      const { code, err } = await auszug(['serve'], { PORT: 'http' })
      expect({ code, err }).toEqual({ code: 1, err: 'PORT is a number from 0 to 65535.\n' })
    })

    test('a PostgreSQL that is not there is said in a sentence', async () => {
      const env = {
        DATABASE_URL: 'postgres://nobody:hunter2@127.0.0.1:9/none',
        AUSZUG_DATA: place.directory,
      }
      const { code, err } = await auszug(['migrate'], env)
      expect(code).toBe(1)
      expect(err).toBe(
        'The database cannot be reached: check DATABASE_URL and that the server runs.\n',
      )
    })

    test('`auszug` alone, and with --help, says what there is', async () => {
      const { code, out } = await auszug(['--help'])
      expect(code).toBe(0)
      for (const name of ['serve', 'migrate', 'settle', 'issue', 'check', 'keys', 'admin', 'demo'])
        expect(out).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'))
      expect((await auszug([])).out).toBe(out)
      expect(out.split('\n').filter((line) => line.length > 100)).toEqual([])
    })
  })
})
