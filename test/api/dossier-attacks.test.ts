import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventHash } from '../../src/token/chain.ts'
import type { ChainedEvent } from '../../src/token/chained-event.ts'
import { signCheckpoint } from '../../src/token/checkpoint.ts'
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
type Forge = (events: Events) => Events

/** The vendor himself forges: he has the key, and signs the whole anew. */
const resigned = (changed: Partial<Dossier>): string =>
  signDossier(sign, { ...dossier, ...changed })
const found = async (text: string, given: readonly string[] = []): Promise<readonly Finding[]> =>
  (await verifyDossier(text, keys, given)).findings
const without =
  (n: number): Forge =>
  (events) =>
    events.filter((event) => event.n !== n)
const renumbered: Forge = (events) => events.map((event, at) => ({ ...event, n: at + 1 }))
const changed = (n: number, change: Partial<ChainedEvent>): Forge => {
  return (events) => events.map((event) => (event.n === n ? { ...event, ...change } : event))
}
/** Each event is made what it claims to be, and goes on from the one before it. */
const rehashed: Forge = (events) =>
  events.reduce<ChainedEvent[]>((before, event) => {
    const link = { ...event, previous_hash: before.at(-1)?.hash ?? null }
    return [...before, { ...link, hash: eventHash(link) }]
  }, [])
const swapped = (n: number): Forge => {
  return (events) => events.with(n - 1, events[n]!).with(n, events[n - 1]!)
}
/** Its own checkpoint is made to fit as well. */
const anchored = (events: Events): Partial<Dossier> => ({
  events,
  checkpoint: signCheckpoint(sign, {
    issuer: dossier.iss,
    license: dossier.sub,
    events: events.length,
    head: events.at(-1)?.hash ?? '',
    at: house.clock.now,
  }),
})
const event = (type: string): ChainedEvent => dossier.events.find((each) => each.type === type)!
const other = (text: string): string =>
  text.startsWith('A') ? `B${text.slice(1)}` : `A${text.slice(1)}`

const forgeries: readonly (readonly [string, () => Events, () => readonly Finding[]])[] = [
  [
    'an event that says something else',
    () => changed(3, { type: 'license.renewed' })(dossier.events),
    () => [{ code: 'event-changed', n: 3 }],
  ],
  [
    'an event that says when',
    () => changed(5, { recorded_at: '2025-11-17T09:00:01.000Z' })(dossier.events),
    () => [{ code: 'event-changed', n: 5 }],
  ],
  [
    'another actor',
    () => changed(4, { actor: 'per_somebody' })(dossier.events),
    () => [{ code: 'event-changed', n: 4 }],
  ],
  [
    'a hash',
    () => changed(6, { hash: other(dossier.events[5]!.hash) })(dossier.events),
    () => [{ code: 'event-changed', n: 6 }],
  ],
  [
    'an event that was hashed anew',
    () => {
      const forged = { ...dossier.events[3]!, occurred_at: '2025-11-04T09:00:00.000Z' }
      return changed(4, { ...forged, hash: eventHash(forged) })(dossier.events)
    },
    () => [{ code: 'event-before-replaced', n: 5 }],
  ],
  [
    'an event that was dropped',
    () => without(6)(dossier.events),
    () => [{ code: 'event-dropped', n: 6, to: 6 }],
  ],
  [
    'several that were dropped',
    () => without(6)(without(7)(dossier.events)),
    () => [{ code: 'event-dropped', n: 6, to: 7 }],
  ],
  ['the first ones', () => dossier.events.slice(2), () => [{ code: 'event-dropped', n: 1, to: 2 }]],
  [
    'an event that was dropped and the rest numbered anew',
    () => renumbered(without(6)(dossier.events)),
    () => [{ code: 'event-before-replaced', n: 6 }],
  ],
  [
    'two events that changed places',
    () => swapped(5)(dossier.events),
    () => [
      { code: 'event-moved', n: 5, belongs: 6 },
      { code: 'event-moved', n: 6, belongs: 5 },
    ],
  ],
  [
    'two events that changed places and numbers',
    () => renumbered(swapped(5)(dossier.events)),
    () => [
      { code: 'event-moved', n: 5, belongs: 6 },
      { code: 'event-moved', n: 6, belongs: 5 },
    ],
  ],
  [
    'an event that stands there twice',
    () => dossier.events.toSpliced(4, 0, dossier.events[3]!),
    () => [{ code: 'event-repeated', n: 5 }],
  ],
  [
    'another number',
    () => changed(4, { n: 40 })(dossier.events),
    () => [{ code: 'event-changed', n: 4 }],
  ],
  [
    'an event of another license',
    () => rehashed(changed(7, { license: 'lic_other' })(dossier.events)),
    () => [{ code: 'event-of-another', n: 7, license: 'lic_other' }],
  ],
]

describe('is found and named, even if the vendor signs it himself', () => {
  test.each(forgeries)('%s', async (_, forge, expected) => {
    const findings = await found(resigned(anchored(forge())))
    const ofChain = findings.filter(({ code }) => /^(event|text)-/.test(code))
    expect(ofChain).toEqual(expected())
  })

  test('a text that is another than was written', async () => {
    const { n, personal } = event('warning.given')
    const text = { value: 'Bitte.', salt: personal['text']?.salt ?? '' }
    const events = changed(n, { personal: { ...personal, text } })(dossier.events)
    expect(await found(resigned({ events }))).toEqual([
      { code: 'text-changed', n, field: 'text' },
      expect.objectContaining({ code: 'record-changed', list: 'warnings', member: 'text', n }),
    ])
  })

  test('a text that is left out without being named as erased, and one that was added', async () => {
    const { n, personal } = event('warning.given')
    const { text, ...rest } = personal
    const events = changed(n, { personal: { ...rest, note: text ?? null } })(dossier.events)
    expect(await found(resigned({ events }))).toEqual([
      { code: 'text-added', n, field: 'note' },
      { code: 'text-missing', n, field: 'text' },
      expect.objectContaining({ code: 'record-changed', list: 'warnings', member: 'text', n }),
    ])
  })

  test.each([
    ['objections', 'received_at', '2026-10-01T09:00:00Z', 'license.objected', 1],
    ['objections', 'effective_on', '2027-09-30', 'license.objected', 1],
    ['objections', 'side', 'customer', 'license.objected', 1],
    ['objections', 'withdrawn_at', '2026-09-29T09:00:00Z', 'license.objected', 1],
    ['objections', 'reason', 'Ohne Grund', 'license.objected', 1],
    ['objections', 'recorded_at', '2026-09-27T09:00:00Z', 'license.objected', 1],
    ['inquiries', 'at', '2025-11-04T09:00:00Z', 'inquiry.logged', 0],
    ['inquiries', 'struck_at', '2025-11-04T09:00:00Z', 'inquiry.logged', 0],
    ['inquiries', 'topic', 'in_scope', 'inquiry.logged', 0],
    ['inquiries', 'subject', 'Die Software', 'inquiry.logged', 0],
    ['warnings', 'at', '2025-11-18T09:00:00Z', 'warning.given', 0],
    ['warnings', 'delivery', 'mail', 'warning.given', 0],
    ['documents', 'sha256', 'b'.repeat(64), 'document.attached', 0],
    ['agreements', 'version', '2024-01', 'agreement.attached', 0],
    ['terms', 'ends_on', '2026-12-31', 'license.issued', 0],
  ] as const)('in the %s another %s than the event says', async (list, member, value, type, at) => {
    const record = dossier[list][at]!
    const records = dossier[list].map((each) =>
      each === record ? { ...each, [member]: value } : each,
    )
    const n = dossier.events.filter((each) => each.type === type)[at]?.n
    expect(await found(resigned({ [list]: records }))).toEqual([
      { code: 'record-changed', list, id: 'id' in record ? record.id : '2025-10-01', member, n },
    ])
  })

  test.each([
    'agreements',
    'objections',
    'suspensions',
    'inquiries',
    'warnings',
    'documents',
  ] as const)('a record that the %s lack, and one that nothing is known of', async (list) => {
    const [record, ...rest] = dossier[list]
    const findings = await found(resigned({ [list]: [...rest, { ...record, id: 'nothing' }] }))
    expect(findings).toEqual(
      expect.arrayContaining([
        { code: 'record-unfounded', list, id: 'nothing' },
        { code: 'record-missing', list, id: record?.id, n: record?.event },
      ]),
    )
  })
})

describe('against the checkpoint of a receipt', () => {
  test('an end that was cut off is found, with how many events there were', async () => {
    const events = dossier.events.slice(0, -1)
    const objections = dossier.objections.slice(0, -1)
    const short = resigned({ ...anchored(events), objections })
    expect(await found(short)).toEqual([])
    expect(await found(short, house.receipts)).toEqual([
      {
        code: 'tail-dropped',
        has: events.length,
        knew: events.length + 1,
        when: '2026-09-28T09:00:00Z',
      },
    ])
  })

  test('an end that was written anew is found, between the last receipt that holds and the first that does not', async () => {
    const { n } = event('license.objected')
    const last = dossier.events.length
    const events = rehashed(changed(last, { actor: 'somebody' })(dossier.events))
    const forged = resigned(anchored(events))
    expect(await found(forged)).toEqual([])
    expect(await found(forged, house.receipts)).toEqual([
      { code: 'rewritten', from: n + 1, to: last, when: '2026-09-28T09:00:00Z' },
    ])
  })

  test('a receipt of another license, of another key, or none at all proves nothing', async () => {
    const { publicKey, privateJwk } = await newSigningKey('Ed25519')
    const stranger = signer({ publicKey, privateJwk })
    const about = {
      issuer: dossier.iss,
      events: 1,
      head: dossier.events[0]!.hash,
      at: house.clock.now,
    }
    const wrong = [
      signCheckpoint(sign, { ...about, license: 'lic_other' }),
      signCheckpoint(stranger, { ...about, license: dossier.sub }),
      'nonsense',
    ]
    expect(await found(file, wrong)).toEqual([
      { code: 'checkpoint-wrong', at: 1 },
      { code: 'checkpoint-wrong', at: 2 },
      { code: 'checkpoint-wrong', at: 3 },
    ])
  })
})
