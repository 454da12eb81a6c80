import type { Language } from '../../web/language.ts'
import { de } from './de.ts'
import { en } from './en.ts'

/** Every text of the portal: what one language has, the other has too. */
export type Words = typeof en

const catalog = { en, de } satisfies Record<Language, Words>

export function wordsIn(language: Language): Words {
  return catalog[language]
}

/** The language that a customer is written to in. */
export function languageOf(tag: string): Language {
  return /^de\b/i.test(tag) ? 'de' : 'en'
}
