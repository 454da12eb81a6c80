import type { Column } from './column.ts'
import type { ForeignKey, Table } from './table.ts'

/** Windows keeps these for devices, whatever the extension. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** @throws Error if this cannot be the name of a file on every system. */
export function checkTableName(name: string): void {
  const plain = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*$/u.test(name) && !name.endsWith('.')
  if (!plain || devices.test(name) || name.length > 100 || name !== name.normalize('NFC'))
    throw new Error(
      `table ${JSON.stringify(name)}: a name is a file's name too, so it has letters, digits, "_", "-" and "." only, ` +
        'starts with a letter or a digit, and has at most 100 characters',
    )
}

/** @throws Error if there is no column, a name is empty or unprintable, or two differ in case alone. */
export function checkColumns(table: string, columns: readonly Column[]): void {
  if (columns.length === 0) throw new Error(`table "${table}" declares no column`)
  if (columns.length > 2000) throw new Error(`table "${table}" declares more than 2000 columns`)
  const seen = new Set<string>()
  for (const { name } of columns) {
    if (name.trim() === '' || /\p{Cc}/u.test(name) || !name.isWellFormed())
      throw new Error(`table "${table}": ${JSON.stringify(name)} cannot be a column's name`)
    const folded = name.normalize('NFC').toLowerCase()
    if (seen.has(folded)) throw new Error(`table "${table}" declares the column "${name}" twice`)
    seen.add(folded)
  }
}

/** @throws Error if a key names a column that is not there, or none. */
export function checkKeys(table: Table): void {
  const names = new Set(table.columns.map((column) => column.name))
  const keys: [string, readonly string[]][] = [
    ...table.unique.map((key): [string, readonly string[]] => ['unique key', key]),
    ...table.foreignKeys.map((key): [string, readonly string[]] => ['foreign key', key.columns]),
  ]
  if (table.primaryKey.length > 0) keys.push(['primary key', table.primaryKey])
  for (const [kind, columns] of keys) {
    if (columns.length === 0) throw new Error(`table "${table.name}": a ${kind} without a column`)
    for (const name of columns)
      if (!names.has(name))
        throw new Error(`table "${table.name}": the ${kind} names "${name}", which is no column`)
  }
}

/** @throws Error if two tables share a file name, or a foreign key leads nowhere. */
export function checkTables(tables: readonly Table[]): void {
  const byName = new Map<string, Table>()
  for (const table of tables) {
    const folded = table.name.toLowerCase()
    if (byName.has(folded)) throw new Error(`the table "${table.name}" is declared twice`)
    byName.set(folded, table)
  }
  for (const table of tables)
    for (const key of table.foreignKeys)
      checkTarget(table, key, byName.get(key.references.table.toLowerCase()))
}

function checkTarget(table: Table, key: ForeignKey, target: Table | undefined): void {
  const { references, columns } = key
  if (target === undefined || target.name !== references.table)
    throw new Error(`table "${table.name}" refers to "${references.table}", which is not declared`)
  if (references.columns.length !== columns.length)
    throw new Error(`table "${table.name}": a foreign key with unequal numbers of columns`)
  for (const name of references.columns)
    if (!target.columns.some((column) => column.name === name))
      throw new Error(
        `table "${table.name}" refers to "${target.name}.${name}", which is no column`,
      )
}
