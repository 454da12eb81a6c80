import type { Granted } from './grant-fields.tsx'
import type { Words } from './words/words.ts'

/** What a license gives, and whether it renews. */
export interface Agreed extends Granted {
  readonly renewal: 'automatic' | 'none'
}

/** What is to be otherwise, a line each; a member that is left out stays. */
export function differences(
  words: Words,
  before: Agreed,
  after: { readonly [Member in keyof Agreed]?: Agreed[Member] | undefined },
): readonly string[] {
  return [
    ...seatLines(words, before, after.seats),
    ...limitLines(words, before, after.limits),
    ...capabilityLines(words, before, after.capabilities),
    ...(after.renewal === undefined || after.renewal === before.renewal
      ? []
      : [words.acts.amend.renewals[after.renewal]]),
  ]
}

function seatLines(
  words: Words,
  before: Agreed,
  seats: Agreed['seats'] | undefined,
): readonly string[] {
  if (seats === undefined || seats === before.seats) return []
  return [words.acts.amend.seats(many(words, before.seats), many(words, seats))]
}

function limitLines(
  words: Words,
  before: Agreed,
  limits: Agreed['limits'] = before.limits,
): readonly string[] {
  const names = new Set([...Object.keys(before.limits), ...Object.keys(limits)])
  return [...names].flatMap((name) => {
    const [one, other] = [before.limits[name] ?? null, limits[name] ?? null]
    return one === other ? [] : [words.acts.amend.limit(name, many(words, one), many(words, other))]
  })
}

function capabilityLines(
  words: Words,
  before: Agreed,
  capabilities: Agreed['capabilities'] = before.capabilities,
): readonly string[] {
  const text = words.acts.amend
  const more = capabilities.filter((each) => !before.capabilities.includes(each))
  const less = before.capabilities.filter((each) => !capabilities.includes(each))
  return [
    ...(more.length === 0 ? [] : [text.more(more.join(', '))]),
    ...(less.length === 0 ? [] : [text.less(less.join(', '))]),
  ]
}

function many(words: Words, count: number | null): string {
  return count === null ? words.acts.amend.anyNumber : String(count)
}
