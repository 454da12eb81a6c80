import { formats, type Fate, type Fidelity } from '../../src/export/index.ts'

/** Formats of the kit; a test that registers one of its own has no place in the documentation. */
const kit = ['csv', 'jsonl', 'json', 'xml', 'xlsx', 'ods', 'sqlite', 'parquet', 'gdpdu']

const signs: Readonly<Record<Fate, string>> = { exact: '✓', text: 'text', lossy: '**lossy**' }

/** The rows of the table in docs/export.md: what each format carries. */
export function fidelityRows(): string[] {
  const lists = kit.map((name) => entries(fidelityOf(name)))
  const rows = lists[0]!.map(([type], index) => [
    type,
    ...lists.map((list) => signs[list[index]![1][0]]),
  ])
  return [['', ...kit], ...rows].map((row) => `| ${row.join(' | ')} |`)
}

/** The notes below it, a line a format. */
export function fidelityNotes(): string[] {
  return kit.map((name) => {
    const notes = entries(fidelityOf(name)).flatMap(([type, [, note]]) =>
      note === undefined ? [] : [`${type}: ${note}`],
    )
    return `- **${name}**: ${notes.join('. ')}.`
  })
}

function entries({ types, emptyText }: Fidelity): [string, readonly [Fate, note?: string]][] {
  return [...Object.entries(types), ['null ≠ empty', emptyText]]
}

function fidelityOf(name: string): Fidelity {
  const found = formats().find((format) => format.name === name)
  if (found === undefined) throw new Error(`no format ${name}`)
  return found.fidelity
}
