import type { Language } from '../web/language.ts'
import type { OrderLink } from './rows.tsx'
import type { StaffVisit } from './visit.ts'

/** The order of a list: by one of its columns, and which way. */
export interface Order<K extends string> {
  readonly by: K
  readonly descending: boolean
}

/** The order that an address asks for, with the ways to every other. */
export interface Ordering<K extends string> extends Order<K> {
  /** As it stands in the address: the column's name, with a minus before it where it descends. */
  readonly text: string
  /** The member of the address that says it. */
  readonly parameter: string
  readonly link: (by: K) => OrderLink
}

/**
 * The order that is asked for, or the usual one.
 *
 * @param keys the columns that the list can be ordered by.
 * @param parameter the member of the address that says it, where a page has several lists; each has a place of that name, to which its
 * heads lead.
 */
export function orderingOf<K extends string>(
  { here, query }: Pick<StaffVisit, 'here' | 'query'>,
  keys: readonly K[],
  usual: Order<K>,
  parameter = 'order',
): Ordering<K> {
  const asked = query[parameter] ?? ''
  const key = keys.find((each) => each === asked.replace(/^-/, ''))
  const order = key === undefined ? usual : { by: key, descending: asked.startsWith('-') }
  const [path = ''] = here.split('?')
  const link = (by: K): OrderLink => {
    const isNow = by === order.by
    const next = { by, descending: isNow ? !order.descending : by === usual.by && usual.descending }
    const { after: _, ...kept } = query
    const search = new URLSearchParams({ ...kept, [parameter]: textOf(next) })
    const now = !isNow ? 'none' : order.descending ? 'descending' : 'ascending'
    const place = parameter === 'order' ? '' : `#${parameter}`
    return { href: `${path}?${search.toString()}${place}`, now }
  }
  return { ...order, text: textOf(order), parameter, link }
}

/** A list that is short enough to be at hand as a whole, in order. */
export function inOrder<T, K extends string>(
  items: readonly T[],
  { by, descending }: Order<K>,
  placeOf: Readonly<Record<K, (item: T) => string | number>>,
  language: Language,
): readonly T[] {
  const { compare } = new Intl.Collator(language, { numeric: true })
  const place = placeOf[by]
  return items.toSorted((one, other) => {
    const [a, b] = [place(one), place(other)]
    const told =
      typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b))
    return descending ? -told : told
  })
}

export function textOf({ by, descending }: Order<string>): string {
  return `${descending ? '-' : ''}${by}`
}
