/** Which part of a list is asked for. */
export interface PageQuery {
  /** The cursor that the page before gave as `next`. */
  readonly after?: string | undefined
  readonly limit: number
}

/** A part of a list in the order of its ids, and the cursor of what follows; null at the end. */
export interface Page<T> {
  readonly data: readonly T[]
  readonly next: string | null
}

/** @param rows one more than the limit were asked for, so that the end is known. */
export function pageOf<T extends { readonly id: string }>(
  rows: readonly T[],
  limit: number,
): Page<T> {
  const data = rows.slice(0, limit)
  return { data, next: rows.length > limit ? (data.at(-1)?.id ?? null) : null }
}
