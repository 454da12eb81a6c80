import type { z } from 'zod'
import { misfitsFrom } from '../api/misfits.ts'
import { mayPass } from '../license/presets/breach.ts'
import { Problem } from '../license/problem.ts'
import type { Misfit } from '../license/problem.ts'
import { longDay } from '../web/day.ts'
import { lengthInWords } from './length-field.tsx'
import type { Shown, Visit } from './visit.ts'

/** What does not fit in a form that was sent, each thing where it belongs. */
export interface Wrongs {
  /** What is wrong with a member of what was asked for, or within it, by its JSON pointer. */
  readonly at: (...pointers: readonly string[]) => string | undefined
  /** What is wrong with none of these members, so that no field can say it. */
  readonly beside: (pointers: readonly string[]) => readonly string[]
  readonly some: boolean
  /** Whether an admin’s word would let it pass. */
  readonly passable: boolean
}

export const nothingWrong: Wrongs = {
  at: () => undefined,
  beside: () => [],
  some: false,
  passable: false,
}

/** A form's body, read by the very schema that the API reads its bodies by. @throws Problem unfit */
export function fitting<Schema extends z.ZodType>(schema: Schema, said: unknown): z.infer<Schema> {
  const read = schema.safeParse(said)
  if (!read.success) throw new Problem('unfit', { errors: misfitsFrom(read.error) })
  return read.data
}

/**
 * What a form leads to; where something in it does not fit, the form again, with everything that was typed and what is wrong at its
 * place.
 */
export async function orAgain(
  visit: Visit,
  work: () => Promise<Shown>,
  again: (wrongs: Wrongs) => Promise<Shown>,
): Promise<Shown> {
  try {
    return await work()
  } catch (error) {
    const wrongs = wrongsIn(visit, error)
    if (wrongs === null) throw error
    return { ...(await again(wrongs)), status: 422 }
  }
}

/** Null for what is no fault of the form’s contents. */
export function wrongsIn(
  { words, language }: Pick<Visit, 'words' | 'language'>,
  error: unknown,
): Wrongs | null {
  if (!(error instanceof Problem)) return null
  const { code, facts } = error
  const told: readonly Misfit[] =
    code === 'unfit'
      ? (facts.errors ?? [])
      : code === 'code-taken'
        ? [{ pointer: '/code', detail: words.misfits.codeTaken }]
        : code === 'reference-taken'
          ? [{ pointer: '/external_refs', detail: words.misfits.referenceTaken }]
          : []
  if (told.length === 0) return null
  const retold = (detail: string): string =>
    words.misfits
      .told(detail)
      .replaceAll(/\bPT?\d+[YMWDH]\b/g, (length) => lengthInWords({ words }, length))
      .replaceAll(/\b\d{4}-\d\d-\d\d\b/g, (date) => longDay(date, language))
  const passable = told.some(mayPass)
  return wrongsOf(
    told.map((each) => ({ ...each, detail: retold(each.detail) })),
    passable,
  )
}

function wrongsOf(misfits: readonly Misfit[], passable: boolean): Wrongs {
  const isWithin = (pointer: string, of: string): boolean =>
    pointer === of || pointer.startsWith(`${of}/`)
  const sentences = (found: readonly Misfit[]): readonly string[] => [
    ...new Set(found.map(({ detail }) => detail)),
  ]
  return {
    some: true,
    passable,
    at: (...pointers) => {
      const found = misfits.filter(({ pointer }) => pointers.some((of) => isWithin(pointer, of)))
      return found.length === 0 ? undefined : sentences(found).join(' ')
    },
    beside: (pointers) =>
      sentences(misfits.filter(({ pointer }) => !pointers.some((of) => isWithin(pointer, of)))),
  }
}
