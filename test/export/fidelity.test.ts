import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { formats, type Fate, type TypeName } from '../../src/export/index.ts'
import { expected } from './canonical.ts'
import { fidelityNotes, fidelityRows } from './fidelity-table.ts'
import { readBack, readers } from './readers.ts'
import { torture, tortureRows } from './torture.ts'

test.each(Object.keys(readers))(
  'every value of the torture table comes back from %s as its fidelity says',
  async (name) => {
    const rows = await readBack(torture, name)
    expect(rows).toHaveLength(tortureRows.length)
    const measured = new Map<TypeName, Fate>()
    let emptyText: Fate = 'exact'
    for (const [index, item] of tortureRows.entries())
      for (const [at, column] of torture.columns.entries()) {
        const wanted = expected(column, Reflect.get(item, column.name))
        const found = rows[index]![at]!
        const isSame = found.value === wanted
        if (wanted === '' && !isSame) emptyText = 'lossy'
        else if (wanted !== null || !isSame)
          measured.set(column.type, worse(measured.get(column.type), found.isNative, isSame))
      }
    const { fidelity } = formats().find((format) => format.name === name)!
    const claimed = Object.entries(fidelity.types).map(([type, [fate]]) => [type, fate])
    expect(Object.fromEntries(measured)).toEqual(Object.fromEntries(claimed))
    expect(emptyText).toBe(fidelity.emptyText[0])
  },
)

test('docs/export.md shows the fidelity that the formats have', async () => {
  const docs = await readFile(new URL('../../docs/export.md', import.meta.url), 'utf8')
  expect(rowsOf(docs)).toEqual(expect.arrayContaining(fidelityRows().map(cellsOf)))
  expect(docs.split('\n')).toEqual(expect.arrayContaining(fidelityNotes()))
})

/** Lossy once is lossy; a value of the type once says that text is but the exception that the note names. */
function worse(before: Fate | undefined, isNative: boolean, isSame: boolean): Fate {
  if (!isSame || before === 'lossy') return 'lossy'
  return isNative || before === 'exact' ? 'exact' : 'text'
}

/** A table's rows without their widths, which are Prettier's. */
function rowsOf(markdown: string): string[] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map(cellsOf)
}

function cellsOf(row: string): string {
  return row
    .split('|')
    .map((cell) => cell.trim())
    .join('|')
}
