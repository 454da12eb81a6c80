import type { Period, Support } from '../license/license.ts'
import type { Granted } from './grant-fields.tsx'
import { lengthInWords } from './length-field.tsx'
import type { Words } from './words/words.ts'

/** What a license gives, whether it renews, and by which lengths. */
export interface Agreed extends Granted {
  readonly support: Support | null
  readonly renewal: 'automatic' | 'none'
  readonly renewalTerm: Period | null
  readonly renewalNotice: Period
}

type Otherwise = { readonly [Member in keyof Agreed]?: Agreed[Member] | undefined }

/** What is to be otherwise, a line each; a member that is left out stays. */
export function differences(words: Words, before: Agreed, after: Otherwise): readonly string[] {
  return [
    ...seatLines(words, before, after.seats),
    ...limitLines(words, before, after.limits),
    ...capabilityLines(words, before, after.capabilities),
    ...supportLines(words, before.support, after.support),
    ...(after.renewal === undefined || after.renewal === before.renewal
      ? []
      : [words.acts.amend.renewals[after.renewal]]),
    ...lengthLines(words, before, after),
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

function supportLines(
  words: Words,
  before: Support | null,
  support: Support | null = before,
): readonly string[] {
  const text = words.acts.amend
  if (JSON.stringify(support) === JSON.stringify(before)) return []
  const [one, other] = [before?.level ?? text.noSupport, support?.level ?? text.noSupport]
  return [one === other ? text.supportOtherwise : text.support(one, other)]
}

function lengthLines(
  words: Words,
  before: Agreed,
  { renewalTerm = before.renewalTerm, renewalNotice = before.renewalNotice }: Otherwise,
): readonly string[] {
  const text = words.acts.amend
  const told = (length: Period | null): string =>
    length === null ? '–' : lengthInWords({ words }, length)
  const pairs = [
    [text.length, before.renewalTerm, renewalTerm],
    [text.notice, before.renewalNotice, renewalNotice],
  ] as const
  return pairs.flatMap(([name, one, other]) =>
    one === other ? [] : [`${name}: ${told(one)} → ${told(other)}`],
  )
}

function many(words: Words, count: number | null): string {
  return count === null ? words.acts.amend.anyNumber : String(count)
}
