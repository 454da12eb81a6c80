import { factsOfKind } from './letter-facts.ts'
import type { LetterKind } from './letter-kind.ts'
import type { Misfit } from './problem.ts'

/** The vendor's own words in place of a letter's: its subject, and what stands between greeting and closing. */
export interface Wording {
  readonly subject: string
  /** Paragraphs, with an empty line between them. */
  readonly text: string
}

/** What wording of any kind can name, in braces. */
export const everyPlaceholder = [
  'customer',
  'product',
  'plan',
  'license',
  'vendor',
  'portal',
  'support_phone',
  'support_email',
  'export_help',
] as const

/** What wording of a kind can name: a closed list, so that nothing is sent with a gap that was meant to be filled. */
export function placeholdersOf(kind: LetterKind): readonly string[] {
  return [...everyPlaceholder, ...factsOfKind[kind]]
}

/** What of a wording cannot be filled in: each word in braces that is no placeholder of its kind. */
export function wordingMisfits(kind: LetterKind, wording: Wording): readonly Misfit[] {
  const known = placeholdersOf(kind)
  return (['subject', 'text'] as const).flatMap((member) => {
    const strange = [...new Set(named(wording[member]).filter((name) => !known.includes(name)))]
    return strange.map((name) => ({
      pointer: `/${member}`,
      detail: `{${name}} is no placeholder of this letter; these are: ${known.map((each) => `{${each}}`).join(' ')}.`,
    }))
  })
}

/** The text with its placeholders filled in; what has no value in this letter is left out. */
export function filledIn(
  text: string,
  values: Readonly<Record<string, string | undefined>>,
): string {
  return text.replace(braces, (_, name: string) => values[name.trim()] ?? '')
}

const braces = /\{([^{}]*)\}/g

function named(text: string): readonly string[] {
  return [...text.matchAll(braces)].map(([, name = '']) => name.trim())
}
