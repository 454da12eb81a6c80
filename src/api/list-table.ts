import { z } from 'zod'
import { boolean, date, instant, integer, json, text } from '../export/column.ts'
import type { ColumnType } from '../export/column.ts'
import { table } from '../export/table.ts'
import type { Table } from '../export/table.ts'

/**
 * A list as a table, from what an item of it looks like: a column for each member, `term_ends_on` for a member within one. Lists
 * and maps stay what they are, as JSON in one cell.
 */
export function listTable(
  name: string,
  item: z.ZodObject,
  pages: AsyncIterable<readonly object[]>,
): Table {
  const columns = columnsOf(item)
  return table({
    name,
    schema: columns.map(({ path, type }) => [path.join('_'), type] as const),
    rows: () => rowsOf(columns, pages),
  })
}

interface ListColumn {
  /** The members on the way to its value. */
  readonly path: readonly string[]
  readonly type: ColumnType
}

async function* rowsOf(
  columns: readonly ListColumn[],
  pages: AsyncIterable<readonly object[]>,
): AsyncGenerator<readonly object[]> {
  for await (const items of pages)
    yield items.map((item) =>
      Object.fromEntries(columns.map(({ path }) => [path.join('_'), valueAt(item, path)])),
    )
}

function valueAt(item: object, path: readonly string[]): unknown {
  let value: unknown = item
  for (const member of path)
    value =
      typeof value === 'object' && value !== null
        ? Object.getOwnPropertyDescriptor(value, member)?.value
        : undefined
  return value ?? null
}

function columnsOf(item: z.ZodObject, within: readonly string[] = [], isNullable = false) {
  return Object.entries(item.shape).flatMap(([member, schema]): ListColumn[] => {
    const path = [...within, member]
    const { inner, mayMiss } = unwrapped(schema)
    if (inner instanceof z.ZodObject) return columnsOf(inner, path, isNullable || mayMiss)
    const type = typeOf(inner)
    return [{ path, type: isNullable || mayMiss ? type.nullable() : type }]
  })
}

/** What a member is where it is there. */
function unwrapped(
  schema: z.core.$ZodType,
  mayMiss = false,
): { readonly inner: z.core.$ZodType; readonly mayMiss: boolean } {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional
    ? unwrapped(schema.unwrap(), true)
    : { inner: schema, mayMiss }
}

function typeOf(schema: z.core.$ZodType): ColumnType {
  if (schema instanceof z.ZodBoolean) return boolean()
  if (schema instanceof z.ZodNumber) return integer()
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return text()
  if (!(schema instanceof z.ZodString)) return json()
  switch (schema.meta()?.format) {
    case 'date-time':
      return instant()
    case 'date':
      return date()
    default:
      return text()
  }
}
