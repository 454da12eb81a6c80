import { csv } from './csv.ts'
import type { Format } from './format.ts'
import { gdpdu } from './gdpdu.ts'
import { json } from './json.ts'
import { jsonl } from './jsonl.ts'
import { ods } from './ods.ts'
import { parquet } from './parquet.ts'
import { sqlite } from './sqlite.ts'
import { xlsx } from './xlsx.ts'
import { xml } from './xml.ts'

const register = new Map<string, Format>(
  [csv, jsonl, json, xml, xlsx, ods, sqlite, parquet, gdpdu].map((format) => [format.name, format]),
)

/**
 * Adds a format of the product's own, such as DATEV: from then on it is offered like the others.
 *
 * @throws Error if the name is taken, or the name or the extension cannot stand in a file's name.
 */
export function registerFormat(format: Format): void {
  if (!/^[a-z][a-z0-9-]*$/.test(format.name) || !/^[a-z0-9][a-z0-9.]*$/.test(format.extension))
    throw new Error(`the format ${JSON.stringify(format.name)} needs a plain name and extension`)
  if (register.has(format.name)) throw new Error(`the format ${format.name} is there already`)
  register.set(format.name, format)
}

/** Every format by name, in the order of their registration. */
export function formats(): readonly Format[] {
  return [...register.values()]
}

/** @throws Error that names what there is. */
export function formatOf(name: string, dialect?: string): Format {
  const format = register.get(name)
  if (format === undefined)
    throw new Error(`no format "${name}": there are ${[...register.keys()].join(', ')}`)
  if (dialect !== undefined && format.dialects?.includes(dialect) !== true)
    throw new Error(`the format ${name} has no dialect "${dialect}"`)
  return format
}
