import type { Child } from 'hono/jsx'

/** One column of a list: its head, and what stands in it. */
export interface Column<T> {
  readonly head: string
  readonly cell: (item: T) => Child
  /** Numbers stand to the right, so that their digits stand below each other. */
  readonly isNumber?: true
  /** Where its head leads to; left out where the list has no order by it. */
  readonly order?: OrderLink | undefined
  /** A head that only those hear who cannot see what the cells hold. */
  readonly isQuiet?: true | undefined
}

/** The way to a list in the order of a column, and how it is ordered by it now. */
export interface OrderLink {
  readonly href: string
  readonly now: 'ascending' | 'descending' | 'none'
}

/** A list as a table; on a narrow screen each row stands for itself, and its cells bear their heads. */
export function Rows<T>({
  columns,
  items,
  caption,
}: {
  readonly columns: readonly Column<T>[]
  readonly items: readonly T[]
  readonly caption?: string
}) {
  return (
    <table class="rows">
      {caption !== undefined && <caption>{caption}</caption>}
      <thead>
        <tr>
          {columns.map(({ head, isNumber, isQuiet, order }) => (
            <th
              scope="col"
              {...(isNumber === true && { class: 'number' })}
              {...(order !== undefined && order.now !== 'none' && { 'aria-sort': order.now })}
            >
              <HeadOf head={head} isQuiet={isQuiet} order={order} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr>
            {columns.map(({ head, cell, isNumber, isQuiet }, n) => (
              <td
                {...(isNumber === true && { class: 'number' })}
                {...(n > 0 && isQuiet !== true && { 'data-label': head })}
              >
                {cell(item)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function HeadOf({ head, isQuiet, order }: Pick<Column<never>, 'head' | 'isQuiet' | 'order'>) {
  if (isQuiet === true) return <span class="hidden-label">{head}</span>
  if (order === undefined) return <>{head}</>
  const { href, now } = order
  return (
    <a href={href}>
      {head}
      <svg viewBox="0 0 8 12" aria-hidden="true" class={`order ${now}`}>
        <path d="M4 0 8 5H0z" />
        <path d="M4 12 0 7h8z" />
      </svg>
    </a>
  )
}
