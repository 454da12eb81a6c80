import type { Child } from 'hono/jsx'

/** One column of a list: its head, and what stands in it. */
export interface Column<T> {
  readonly head: string
  readonly cell: (item: T) => Child
  /** Numbers stand to the right, so that their digits stand below each other. */
  readonly isNumber?: true
  /** A head that only those hear who cannot see what the cells hold. */
  readonly isQuiet?: true
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
          {columns.map(({ head, isNumber, isQuiet }) => (
            <th scope="col" {...(isNumber === true && { class: 'number' })}>
              {isQuiet === true ? <span class="hidden-label">{head}</span> : head}
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
