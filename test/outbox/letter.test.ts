import { expect, test } from 'vitest'
import { eventTypes } from '../../src/license/event.ts'
import {
  addresseeOf,
  letterKinds,
  letterLanguages,
  lettersOf,
} from '../../src/license/letter-kind.ts'
import type { LetterKind } from '../../src/license/letter-kind.ts'
import { factsOfKind } from '../../src/license/letter-facts.ts'
import { toldByLetter } from '../../src/license/told-by-letter.ts'
import { nobodyYet } from '../../src/license/vendor.ts'
import type { LetterLanguage } from '../../src/license/warning.ts'
import { wordingMisfits } from '../../src/license/wording.ts'
import type { Wording } from '../../src/license/wording.ts'
import { sampleLetter } from '../../src/outbox/sample-occasion.ts'

const vendor = {
  ...nobodyYet,
  legalName: 'Krume Software GmbH',
  address: 'Backgasse 3\n10115 Berlin',
  registerNumber: 'HRB 12345',
  replyTo: 'vertrag@krume.example',
  supportPhone: '+49 30 1234567',
  exportHelpUrl: 'https://krume.example/export',
}

function written(kind: LetterKind, language: LetterLanguage, wording: Wording | null = null) {
  return sampleLetter({
    kind,
    language,
    vendor,
    wording,
    hasLogo: false,
    portal: 'https://licenses.example.com/portal',
  })
}

/** The words of a letter, whatever they are set in. */
function wordsOf(html: string): string {
  return html
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<\/?a\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ')
}

const flat = (text: string): string => text.replace(/\s+/g, ' ')

const all = letterKinds.flatMap((kind) =>
  letterLanguages.map((language) => [kind, language] as const),
)

test.each(all)('the letter %s in %s says the same in plain text and in HTML', (kind, language) => {
  const { subject, plain, html } = written(kind, language)
  expect(subject).toContain('Brötchenbringer')
  expect(subject).not.toMatch(/undefined|null|\n|\u00a0/)
  const bare = (text: string): string => flat(text.replace(/[():]/g, ' ')).trim()
  const words = bare(wordsOf(html))
  for (const line of plain.split('\n').filter((each) => each !== '--'))
    expect(words).toContain(bare(line))
  expect(plain).not.toMatch(/undefined|null|NaN|!/)
  expect(html).toContain(`<html lang="${language}">`)
  expect(plain.split('\n').every((line) => line.length <= 76)).toBe(true)
})

test.each([
  [
    'de',
    [
      'lic_sample',
      'Letzter Tag für einen Widerspruch: Mi 30. September 2026, Ende des Tages (Berlin)',
      'Letzter Tag der Laufzeit: Mi 30. September 2026, Ende des Tages (Berlin)',
      'Ohne Widerspruch verlängert sie sich von selbst: vom 1. Oktober 2026 bis zum Ende des 30. September 2027.',
      'im Kundenportal (https://licenses.example.com/portal), per E-Mail an vertrag@krume.example oder per Brief',
      'Danach exportiert die Software Ihre Daten',
    ],
  ],
  [
    'en',
    [
      'lic_sample',
      'Last day to object: Wed 30 September 2026, end of day (Berlin)',
      'Last day of the term: Wed 30 September 2026, end of day (Berlin)',
      'Without an objection it renews by itself: from 1 October 2026 until the end of 30 September 2027.',
      'in the customer portal (https://licenses.example.com/portal), by e-mail to vertrag@krume.example or by letter',
      'the software exports your data',
    ],
  ],
] as const)('a reminder in %s names all that the law wants named', (language, wanted) => {
  for (const each of wanted) expect(flat(written('reminder', language).plain)).toContain(each)
})

test.each([
  [
    'de',
    [
      'mit dem Ablauf des 30. September 2026 beendet',
      'Eine Fortsetzung ist nicht beabsichtigt, auch keine stillschweigende.',
      'auch der Support beendet',
      'Die Software exportiert sie weiterhin',
      'CSV, JSONL, XLSX',
      'https://krume.example/export',
      '§ 147 Abs. 6 AO',
    ],
  ],
  [
    'en',
    [
      'ended with the end of 30 September 2026',
      'No extension is intended, not a tacit one either.',
      'Support has ended',
      'the software goes on exporting it',
      'CSV, JSONL, XLSX',
      'https://krume.example/export',
      '§ 147(6) AO',
    ],
  ],
] as const)('the letter after the end, in %s, says so, and how to export', (language, wanted) => {
  for (const each of wanted) expect(flat(written('ended', language).plain)).toContain(each)
})

test.each([
  ['de', 'Zugegangen am: Mo 28. September 2026, 11:00:23 Uhr (Berlin)', 'im Kundenportal'],
  ['en', 'Received: Mon 28 September 2026, 11:00:23 (Berlin)', 'in the customer portal'],
] as const)(
  'an objection is confirmed in %s with its content, receipt and end',
  (language, ...wanted) => {
    for (const kind of ['objected', 'objection_notice'] as const) {
      const plain = flat(written(kind, language).plain)
      for (const each of [...wanted, 'Norbert Beispiel', 'Bäckerei Beispiel', '30'])
        expect(plain).toContain(each)
    }
  },
)

test.each([
  ['de', 'Letzter Tag der Laufzeit: Mi 30. September 2026', 'CSV, JSONL, XLSX'],
  ['en', 'Last day of the term: Wed 30 September 2026', 'CSV, JSONL, XLSX'],
] as const)(
  'a suspension names in %s the last day of the term, how to export, and whom to talk to',
  (language, ...wanted) => {
    for (const kind of ['suspension_announced', 'suspended'] as const) {
      const { plain, html } = written(kind, language)
      for (const each of [...wanted, '+49 30 1234567']) expect(flat(plain)).toContain(each)
      expect(html).toContain('<a href="mailto:vertrag@krume.example">vertrag@krume.example</a>')
    }
  },
)

test('every letter but the vendor’s own notice is to the customer, with the sender at its foot', () => {
  for (const [kind, language] of all)
    expect(written(kind, language).plain).toContain(
      'Krume Software GmbH\nBackgasse 3\n10115 Berlin',
    )
  // A warning has the head that its writer gave it.
  for (const [kind, language] of all.filter(([each]) => each !== 'warning'))
    expect(written(kind, language).plain.startsWith('Bäckerei Beispiel\n')).toBe(
      addresseeOf(kind) !== 'vendor',
    )
})

test('what somebody wrote is text in HTML, never markup', () => {
  const wording = { subject: '<b>{product}</b>', text: '<img src=x onerror=alert(1)>\n\n"&\'' }
  const { html, plain } = written('renewed', 'en', wording)
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(html).toContain('&quot;&amp;&#39;')
  expect(html).not.toMatch(/<img|<b>/)
  expect(plain).toContain('<img src=x onerror=alert(1)>')
})

test('own wording replaces the text, and the facts stay', () => {
  const wording = {
    subject: 'Noch {license}: {last_objection_day}',
    text: 'Liebe Kundschaft von {product},\n\nbis {last_objection_day} haben Sie Zeit.\nRufen Sie an: {support_phone}.',
  }
  expect(wordingMisfits('reminder', wording)).toEqual([])
  const { subject, plain } = written('reminder', 'de', wording)
  expect(subject).toBe('Noch lic_sample: Mi 30. September 2026, Ende des Tages (Berlin)')
  expect(flat(plain)).toContain('Liebe Kundschaft von Brötchenbringer,')
  expect(plain).toContain('Rufen Sie an: +49 30 1234567.')
  expect(plain).not.toContain('Ohne Widerspruch')
  expect(flat(plain)).toContain('Letzter Tag der Laufzeit: Mi 30. September 2026')
})

test('own wording that names what this letter does not know is refused, with what it can name', () => {
  const misfits = wordingMisfits('suspended', {
    subject: '{product}',
    text: '{ended_on} {constructor}',
  })
  expect(misfits.map(({ pointer }) => pointer)).toEqual(['/text', '/text'])
  expect(misfits[0]?.detail).toContain('{since}')
})

test('an event leads to letters exactly where it is told by letter', () => {
  expect(new Set(Object.keys(lettersOf))).toEqual(new Set(Object.keys(eventTypes)))
  expect(toldByLetter).toContain('renewal.reminder')
  for (const quiet of [
    'activation.created',
    'key.issued',
    'inquiry.logged',
    'relation.ended',
    'renewal.certain',
  ] as const)
    expect(toldByLetter).not.toContain(quiet)
  const told = new Set(toldByLetter.flatMap((type) => lettersOf[type]))
  expect(told).toEqual(new Set(letterKinds))
  expect(new Set(Object.keys(factsOfKind))).toEqual(new Set(letterKinds))
})
