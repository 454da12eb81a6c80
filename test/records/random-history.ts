import fc from 'fast-check'
import type { House, Json } from '../api/house.ts'
import type { Sold } from '../api/shop.ts'
import { askToken } from '../api/start-up.ts'
import { tick } from '../../src/clock/tick.ts'

/** Something that happens to one of the licenses, some days after what happened before. */
export interface Deed {
  readonly license: number
  readonly days: number
  readonly job: boolean
  readonly what: readonly [method: 'POST' | 'PUT' | 'DELETE', path: string, body: Json | null]
  readonly machine: number | null
}

const side = fc.constantFrom('vendor', 'customer')
const reason = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((text) => !text.includes('\0'))

const what: fc.Arbitrary<Deed['what']> = fc.oneof(
  fc
    .record({ side, channel: fc.constantFrom('phone', 'letter'), reason })
    .map((body) => ['POST', '/objections', body] as const),
  side.map((each) => ['PUT', `/objections/${each}/receipt`, {}] as const),
  fc
    .record({ each: side, reason })
    .map(
      ({ each, reason: text }) =>
        ['POST', `/objections/${each}/withdrawal`, { kind: 'error', reason: text }] as const,
    ),
  reason.map((text) => ['PUT', '/suspension', { reason: text }] as const),
  fc.constant(['DELETE', '/suspension', null] as const),
  reason.map(
    (text) =>
      ['POST', '/termination', { side: 'vendor', kind: 'good_cause', reason: text }] as const,
  ),
  reason.map((text) => ['POST', '/reinstatement', { reason: text }] as const),
  fc.constant(['POST', '/terms', {}] as const),
  fc
    .record({ topic: fc.constantFrom('in_scope', 'repeat'), subject: reason })
    .map((body) => ['POST', '/inquiries', { channel: 'phone', ...body }] as const),
  reason.map((text) => ['POST', '/warnings', { form: 'letter', text }] as const),
)

export const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.record({
    license: fc.nat(5),
    days: fc.oneof(fc.nat(3), fc.nat(200)),
    job: fc.boolean(),
    what,
    machine: fc.option(fc.nat(4)),
  }),
  { minLength: 20, maxLength: 60 },
)

/** Lets it happen; what the law refuses does not. */
export async function happen(
  house: House,
  licenses: readonly Sold[],
  history: readonly Deed[],
): Promise<void> {
  for (const {
    license,
    days,
    job,
    what: [method, path, body],
    machine,
  } of history) {
    house.clock.now += days * 86_400_000
    if (job) await tick(house.database.db, house.clock.now)
    const sold = licenses[license % licenses.length]
    if (sold === undefined) continue
    const at = `/v1/licenses/${sold.id}${path}`
    const reply = await house.call(method, at, body === null ? {} : { body })
    if (reply.status >= 500) throw new Error(reply.text)
    if (machine === null) continue
    const fingerprint = `machine ${machine}`
    await askToken(house, {
      license_key: sold.key,
      product: sold.product,
      fingerprint,
      machine: fingerprint,
    })
  }
}
