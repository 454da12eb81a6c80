/**
 * Which of the offered media types an `Accept` header wants most (RFC 9110, section 12.5.1); of equals the one that is offered
 * first. Null if it takes none of them.
 */
export function preferred<T extends string>(
  accept: string | null,
  offered: readonly [T, ...T[]],
): T | null {
  if (accept === null || accept.trim() === '') return offered[0]
  const ranges = accept.split(',').map(rangeOf)
  let best: { readonly type: T; readonly quality: number } | null = null
  for (const type of offered) {
    const quality = qualityOf(type, ranges)
    if (quality > (best?.quality ?? 0)) best = { type, quality }
  }
  return best?.type ?? null
}

interface Range {
  readonly type: string
  /** From 0, not at all, to 1. */
  readonly quality: number
}

function rangeOf(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  const quality = weight === undefined ? 1 : Number(weight)
  return { type, quality: quality >= 0 && quality <= 1 ? quality : 0 }
}

/** The most specific range that covers a type decides. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  const wider = [type, `${type.split('/')[0]}/*`, '*/*']
  for (const name of wider) {
    const covering = ranges.filter((range) => range.type === name)
    if (covering.length > 0) return Math.max(...covering.map(({ quality }) => quality))
  }
  return 0
}
