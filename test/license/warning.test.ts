import { expect, test } from 'vitest'
import type { Inquiry } from '../../src/license/inquiry.ts'
import { warn } from '../../src/license/warning.ts'
import { warningLetter } from '../../src/license/warning-letter.ts'
import { at, issued, refusal, supporter } from './lives.ts'

const license = issued()
const may = at('2026-05-05T12:00:00+02:00')
const request = { at: null, form: 'letter', language: 'de', recipient: 'N.', text: 'Stop' } as const

test('a warning is recorded in the words that were sent, and ends nothing', () => {
  const { license: after, events, warning } = warn(license, 'wrn_1', request, supporter, may)
  expect(events).toMatchObject([
    {
      type: 'warning.given',
      data: { warning: 'wrn_1', form: 'letter', delivery: 'by_hand' },
      personal: { text: 'Stop' },
    },
  ])
  expect(warning).toMatchObject({ delivery: 'by_hand', at: may, agent: 'tok_support' })
  expect(after).toBe(license)
})

test('a warning that was spoken has nothing to be delivered, and lies in the past', () => {
  const spoken = { ...request, form: 'spoken', at: may - 1 } as const
  const said = warn(license, 'wrn_1', spoken, supporter, may)
  expect(said.warning).toMatchObject({ delivery: 'spoken', at: may - 1 })
  expect(said.events[0]?.data).toEqual({ warning: 'wrn_1', form: 'spoken' })
  const coming = () => warn(license, 'wrn_1', { ...request, at: may + 1 }, supporter, may)
  expect(refusal(coming)).toBe('unfit /at')
})

test('a letter is mailed only where that is said, and given at the instant at which it is', () => {
  const mailed = { ...request, delivery: 'mail' } as const
  const sent = warn(license, 'wrn_1', mailed, supporter, may)
  expect(sent.warning).toMatchObject({ delivery: 'mail', at: may })
  expect(sent.events[0]?.data).toMatchObject({ form: 'letter', delivery: 'mail' })
  const spoken = () => warn(license, 'wrn_1', { ...mailed, form: 'spoken' }, supporter, may)
  expect(refusal(spoken)).toBe('unfit /delivery')
  const before = () => warn(license, 'wrn_1', { ...mailed, at: may - 1 }, supporter, may)
  expect(refusal(before)).toBe('unfit /at')
})

const asked = (text: string, topic: Inquiry['topic'], struckAt: number | null = null) => ({
  at: at(text),
  topic,
  struckAt,
})
const ledger = [
  asked('2026-05-04T23:30:00+02:00', 'repeat'),
  asked('2026-05-01T09:00:00+02:00', 'out_of_scope'),
  asked('2026-05-02T09:00:00+02:00', 'in_scope'),
  asked('2026-05-03T09:00:00+02:00', 'repeat', may),
  asked('2026-04-01T09:00:00+02:00', 'repeat'),
]
const bakery = { customer: 'Bäckerei Beispiel', product: 'Brötchenbringer' }

test('the letter is filled in from the ledger in German', () => {
  const to = { ...bakery, recipient: 'N. Beispiel', language: 'de' } as const
  expect(warningLetter(license, to, ledger, may)).toBe(`Bäckerei Beispiel
z. Hd. N. Beispiel

5. Mai 2026

Ihre Lizenz für Brötchenbringer (lic_1): Nutzung des Supports

Guten Tag N. Beispiel,

Der vereinbarte Support umfasst: Questions about the product.

Diese Anfragen haben wir beantwortet, obwohl sie darüber hinausgingen oder schon beantwortet waren:
- 1. Mai 2026: nicht vom Vertrag umfasst
- 4. Mai 2026: schon einmal beantwortet

Vereinbart sind weniger als 5 solche Anfragen in 30 Tagen.

Bitte nutzen Sie den Support von nun an nur noch für das, was Ihr Vertrag umfasst.

Bleibt es bei Anfragen dieser Art, behalten wir uns vor, der Verlängerung Ihrer Lizenz zu widersprechen. Ihre Daten können Sie in jedem Fall exportieren, auch danach.

Mit freundlichen Grüßen`)
})

test('and in English, and says only what is so', () => {
  const to = { ...bakery, recipient: null, language: 'en' } as const
  const bare = issued({ support: null, renewal: 'none' })
  expect(warningLetter(bare, to, [], may)).toBe(`Bäckerei Beispiel

5 May 2026

Your license for Brötchenbringer (lic_1): use of support

Hello,

From now on, please use support for what your contract covers and for nothing else.

Kind regards`)
})

test.each([
  ['P1D', 'one day', 'einem Tag'],
  ['P2W', '14 days', '14 Tagen'],
  ['P1M', 'one month', 'einem Monat'],
  ['P6M', '6 months', '6 Monaten'],
  ['P1Y', 'one year', 'einem Jahr'],
  ['P2Y', '2 years', '2 Jahren'],
])('a window of %s is read out as %s and %s', (window, english, german) => {
  const support = { level: 's', channels: [], scope: 's', fairUse: { inquiries: 2, window } }
  const letter = (language: 'de' | 'en') =>
    warningLetter(issued({ support }), { ...bakery, recipient: null, language }, [], may)
  expect(letter('en')).toContain(`fewer than 2 such inquiries within ${english}.`)
  expect(letter('de')).toContain(`weniger als 2 solche Anfragen in ${german}.`)
})

test('of very many inquiries the letter names the last', () => {
  const many = Array<ReturnType<typeof asked>>(500).fill(asked('2026-05-01T09:00:00Z', 'repeat'))
  const letter = warningLetter(license, { ...bakery, recipient: null, language: 'en' }, many, may)
  expect(letter.match(/^- /gm)).toHaveLength(20)
})
