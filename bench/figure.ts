/** A row of the table: what was measured, against what limit in the same run. */
export interface Figure {
  readonly what: string
  readonly measured: string
  /** What bounds it, measured in the same run; empty where nothing does. */
  readonly limit?: string
  /** Measured to limit. */
  readonly ratio?: string
  readonly target?: string
}

/** The figures as a Markdown table. */
export function tableOf(figures: readonly Figure[]): string {
  const head = ['what', 'measured', 'limit', 'ratio', 'target']
  const rows = figures.map(({ what, measured, limit = '', ratio = '', target = '' }) => [
    what,
    measured,
    limit,
    ratio,
    target,
  ])
  const rule = head.map(() => '---')
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new RangeError('nothing was measured')
  return middle
}

/** `12,345` */
export function count(number: number): string {
  return Math.round(number).toLocaleString('en')
}
