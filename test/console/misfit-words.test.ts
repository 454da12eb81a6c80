import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { wrongsIn } from '../../src/console/fit.ts'
import { wordsIn } from '../../src/console/words/words.ts'
import { unfit } from '../../src/license/problem.ts'

const source = join(import.meta.dirname, '../../src')

/** What no form of the console can lead to: instants, hashes and keys are for machines, and other pages say the rest themselves. */
const elsewhere =
  /^(A (nonce|key|receipt|warning|consent) |An? (address|inquiry) |Metadata |Only a repeat|Say why the receipt|The (document|key) |There is no such document|Write (64|an RFC 3339|first_activation)|Leave it out: a key|A mutual termination|There is no product|Name each format once)/

/** The sentences that the law and the schemas refuse by, with something in the place of what they name. */
async function sentences(): Promise<readonly string[]> {
  const law = (await readdir(join(source, 'license'), { recursive: true }))
    .filter((name) => name.endsWith('.ts') && !name.includes('letter'))
    .map((name) => join('license', name))
  const bodies = (await readdir(join(source, 'api')))
    .filter((name) => /^(schema|.*-body)\.ts$/.test(name))
    .map((name) => join('api', name))
  const found = new Set<string>()
  for (const file of [...law, ...bodies]) {
    const text = await readFile(join(source, file), 'utf8')
    for (const [, , sentence = ''] of text.matchAll(
      /(?:unfit\(\s*[^,]*|detail:|return|,|\?|(?<!description):)[\s,]*(['`])((?:\$\{\w+\}|[A-Z])[^'`\n]* [^'`\n]*\.)\1/g,
    ))
      found.add(sentence.replaceAll(/\$\{[^}]+\}/g, 'x1'))
  }
  return [...found].filter((each) => !elsewhere.test(each))
}

test('the German desk says in German whatever does not fit', async () => {
  const known = await sentences()
  expect(known.length).toBeGreaterThan(50)
  const german = { words: wordsIn('de'), language: 'de' } as const
  const told = (sentence: string) => wrongsIn(german, unfit('/x', sentence))?.at('/x')
  expect(known.filter((sentence) => told(sentence) === sentence)).toEqual([])
})

test('lengths and days in what does not fit are written out', () => {
  const english = { words: wordsIn('en'), language: 'en' } as const
  const told = (sentence: string) => wrongsIn(english, unfit('/x', sentence))?.at('/x')
  expect(told('The term begins on 2026-10-01: name that day or a later one.')).toBe(
    'The term begins on Thu 1 October 2026: name that day or a later one.',
  )
  expect(
    told('Under b2c-de this is at most P1M (§ 309 Nr. 9 b BGB). An admin may let it pass: x.'),
  ).toBe(
    'Under b2c-de this is at most 1 month (§ 309 Nr. 9 b BGB). An admin may let it pass, with a reason.',
  )
})
