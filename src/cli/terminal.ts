import { styleText } from 'node:util'
import type { Mode } from '../license/decide.ts'

type Style = Parameters<typeof styleText>[0]

/** Where the command line writes: color only on a terminal, and not with `NO_COLOR`. */
export interface Terminal {
  readonly write: (line?: string) => void
  readonly paint: (style: Style, text: string) => string
}

export function terminalOn(stream: NodeJS.WriteStream): Terminal {
  const paint = (style: Style, text: string): string => styleText(style, text, { stream })
  return { write: (line = '') => void stream.write(`${line}\n`), paint }
}

/** The marks of the three states: each has its own shape, never color alone. */
export function markOf(terminal: Pick<Terminal, 'paint'>, state: Mode | 'ends'): string {
  if (state === 'full') return terminal.paint('green', '●')
  return state === 'ends' ? terminal.paint('yellow', '◐') : terminal.paint('blue', '○')
}

/** Rows as aligned columns, two spaces between them. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, n) => Math.max(most[n] ?? 0, cell.length)),
    [],
  )
  return rows.map((row) =>
    row
      .map((cell, n) => (n === row.length - 1 ? cell : cell.padEnd(widths[n] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}
