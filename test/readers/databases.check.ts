import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Column } from '../../src/export/index.ts'
import { canonical, type Canonical } from '../export/canonical.ts'
import { torture } from '../export/torture.ts'
import { startPostgres } from '../start-postgres.ts'
import { compare } from './compare.ts'
import { run, withFiles } from './files.ts'

void test('sqlite3 reads every value of the database file', () =>
  withFiles(async (directory) => {
    const file = join(directory, 'torture.sqlite')
    assert.equal((await run('sqlite3', file, 'pragma integrity_check')).trim(), 'ok')
    const fields = torture.columns.map(({ name, type }) =>
      type === 'binary'
        ? `hex("${name}") as "${name}", "${name}" is null as "${name}?"`
        : `"${name}"`,
    )
    const query = `select ${fields.join(', ')} from torture`
    const rows: Record<string, unknown>[] = JSON.parse(
      await run('sqlite3', '-json', file, exact(query)),
    )
    compare(
      rows.map((row) => torture.columns.map((column) => fromSqlite(column, row))),
      sameNumber,
    )
  }))

/** Numbers as text: JSON in JavaScript would round them. */
function exact(query: string): string {
  const fields = torture.columns.map(({ name, type }) => {
    if (type === 'integer') return `cast("${name}" as text) as "${name}"`
    if (type === 'number')
      return `case typeof("${name}") when 'real' then printf('%!.17g', "${name}") else "${name}" end as "${name}"`
    return type === 'binary' ? `"${name}", "${name}?"` : `"${name}"`
  })
  return `select ${fields.join(', ')} from (${query})`
}

function fromSqlite(column: Column, row: Record<string, unknown>): Canonical {
  const value = row[column.name]
  if (column.type === 'binary')
    return row[`${column.name}?`] === 1
      ? null
      : Buffer.from(String(value), 'hex').toString('base64')
  if (column.type === 'boolean') return canonical(column, value === 1)
  if (column.type === 'number')
    return canonical(column, String(value).replace(/^(-?)Inf$/, '$1INF'))
  return canonical(column, value)
}

/** The shell prints a number with a last digit of its own; its bits are compared by node:sqlite in `npm test`. */
function sameNumber({ type }: Column, wanted: Canonical, found: Canonical): boolean {
  const difference = Math.abs(Number(wanted) / 2 - Number(found) / 2)
  return type === 'number' && difference <= Math.abs(Number(wanted)) * Number.EPSILON
}

void test('psql copies the CSV file into typed columns, and every value is there', async () => {
  const postgres = await startPostgres()
  try {
    await withFiles(async (directory) => {
      const columns = torture.columns.map((column) => `"${column.name}" ${postgresType(column)}`)
      const script = join(directory, 'copy.sql')
      const fields = torture.columns.map((column) => `'${column.name}', ${postgresText(column)}`)
      await writeFile(
        script,
        `create table torture (${columns.join(', ')});\n` +
          `\\copy torture from '${join(directory, 'torture.csv')}' with (format csv, header)\n` +
          `select json_build_object(${fields.join(', ')}) from torture order by id;\n`,
      )
      const lines = await run('psql', postgres.url, '-qAt', '-v', 'ON_ERROR_STOP=1', '-f', script)
      const rows = lines
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
      compare(
        rows.map((row) => torture.columns.map((column) => fromPostgres(column, row[column.name]))),
      )
    })
  } finally {
    await postgres.stop()
  }
})

function postgresType({ type, precision, scale }: Column): string {
  const types: Partial<Record<Column['type'], string>> = {
    integer: 'bigint',
    decimal: `numeric(${precision}, ${scale})`,
    number: 'double precision',
    boolean: 'boolean',
    date: 'date',
    instant: 'timestamptz',
    time: 'time',
  }
  return types[type] ?? 'text'
}

function postgresText({ name, type }: Column): string {
  if (type === 'instant') return `((extract(epoch from "${name}") * 1000000)::bigint)::text`
  return `"${name}"::text`
}

function fromPostgres(column: Column, value: string | null): Canonical {
  if (value === null) return null
  return column.type === 'instant' ? value : canonical(column, value)
}
