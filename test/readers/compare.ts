import assert from 'node:assert/strict'
import type { Column } from '../../src/export/index.ts'
import { expected, type Canonical } from '../export/canonical.ts'
import { torture, tortureRows } from '../export/torture.ts'

/**
 * Compares what a program read with the source, value by value.
 *
 * @param allowed the differences that docs/export.md names.
 */
export function compare(
  rows: readonly (readonly Canonical[])[],
  allowed: (column: Column, wanted: Canonical, found: Canonical) => boolean = () => false,
): void {
  assert.equal(rows.length, tortureRows.length)
  for (const [index, item] of tortureRows.entries())
    for (const [at, column] of torture.columns.entries()) {
      const wanted = expected(column, Reflect.get(item, column.name))
      const found = rows[index]![at] ?? null
      if (found === wanted || allowed(column, wanted, found)) continue
      assert.fail(
        `row ${index + 1}, column "${column.name}": ${shown(found)}, not ${shown(wanted)}`,
      )
    }
}

function shown(value: Canonical): string {
  return JSON.stringify(value?.slice(0, 200) ?? null)
}
