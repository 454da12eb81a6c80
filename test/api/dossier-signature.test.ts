import fc from 'fast-check'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChainedEvent } from '../../src/token/chained-event.ts'
import { signDossier } from '../../src/token/dossier.ts'
import type { Dossier } from '../../src/token/dossier.ts'
import type { EvidenceKey } from '../../src/token/evidence-key.ts'
import type { Finding } from '../../src/token/finding.ts'
import { signer } from '../../src/token/sign.ts'
import type { Signer } from '../../src/token/sign.ts'
import { newSigningKey } from '../../src/token/signing-key.ts'
import { verifyDossier } from '../../src/token/verify-dossier.ts'
import { openQuarrel } from './dossier-life.ts'
import type { QuarrelHouse } from './dossier-life.ts'

let house: QuarrelHouse
let file: string
let dossier: Dossier
let keys: readonly EvidenceKey[]
let sign: Signer
beforeAll(async () => {
  house = await openQuarrel()
  file = await house.file()
  dossier = decodeJwt<Dossier>(file)
  keys = await house.keys()
  sign = await house.deps.evidence.signer(house.deps.db)
})
afterAll(() => house.close())

type Events = readonly ChainedEvent[]

const resigned = (changed: Partial<Dossier>): string =>
  signDossier(sign, { ...dossier, ...changed })
const found = async (text: string): Promise<readonly Finding[]> =>
  (await verifyDossier(text, keys)).findings

describe('the signature', () => {
  test('of another key does not count, and the events are judged all the same', async () => {
    const { publicKey, privateJwk } = await newSigningKey('Ed25519')
    const events = dossier.events.with(2, { ...dossier.events[2]!, actor: 'x' })
    const forged = signDossier(signer({ publicKey, privateJwk }), { ...dossier, events })
    expect(await found(forged)).toEqual([
      { code: 'key-unknown', kid: publicKey.kid },
      { code: 'event-changed', n: 3 },
    ])
  })

  test('of another kind of file is none of a dossier', async () => {
    expect(await found(sign('vnd.auszug.checkpoint+jwt', dossier))).toEqual([
      { code: 'signature-wrong' },
    ])
  })

  test('that is missing is told, and the events are judged all the same', async () => {
    expect(await found(JSON.stringify(dossier))).toEqual([{ code: 'unsigned' }])
  })

  test('of a key that has leaked since is doubtful, and of one that had leaked then it is wrong', async () => {
    const day = 86_400_000
    const after = keys.map((key) => ({ ...key, revokedAt: house.clock.now + day }))
    const verdict = await verifyDossier(file, after)
    expect([verdict.outcome, verdict.findings.map(({ code }) => code)]).toEqual([
      'doubtful',
      ['key-revoked'],
    ])
    const before = keys.map((key) => ({ ...key, revokedAt: house.clock.now - day }))
    expect((await verifyDossier(file, before)).outcome).toBe('broken')
  })

  test('of a key that had been retired by then does not count', async () => {
    const retired = keys.map((key) => ({ ...key, retiredAt: house.clock.now - 10_000 }))
    expect((await verifyDossier(file, retired)).findings).toEqual([
      { code: 'key-out-of-time', kid: keys[0]?.publicKey.kid },
    ])
  })

  test.each(['', 'nonsense', 'a.b.c', '{}', '[]', '{"events":1}', 'null'])(
    'is not looked for in %j, which is no dossier',
    async (text) => {
      expect(await found(text)).toEqual([{ code: 'unreadable' }])
    },
  )
})

describe('whatever byte is changed', () => {
  test('in the file, it does not hold', async () => {
    const place = fc.nat(file.length - 1)
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 33, max: 126 }), async (at, code) => {
        const sign = String.fromCharCode(code)
        fc.pre(file[at] !== sign)
        const { outcome } = await verifyDossier(
          `${file.slice(0, at)}${sign}${file.slice(at + 1)}`,
          keys,
        )
        expect(outcome).toBe('broken')
      }),
      { numRuns: 200 },
    )
  })

  test('in the events, it is found even if the vendor signs that, unless it says the same', async () => {
    const text = JSON.stringify(dossier.events)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length - 1),
        fc.integer({ min: 32, max: 255 }),
        async (at, code) => {
          const spoiled = `${text.slice(0, at)}${String.fromCharCode(code)}${text.slice(at + 1)}`
          const events = parsed(spoiled)
          fc.pre(events !== null && JSON.stringify(events) !== text)
          const findings = await found(resigned({ events: events ?? [] }))
          expect(findings).not.toEqual([])
        },
      ),
      { numRuns: 1000 },
    )
  })
})

function parsed(text: string): Events | null {
  try {
    const value: Events = JSON.parse(text)
    return Array.isArray(value) ? value : null
  } catch {
    return null
  }
}
