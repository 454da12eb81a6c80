import { z } from 'zod'
import { isKeepableJson, text } from './schema.ts'

/** The types of Table Schema (Data Package v2). */
const fieldType = z.enum([
  'string',
  'number',
  'integer',
  'boolean',
  'object',
  'array',
  'list',
  'datetime',
  'date',
  'time',
  'year',
  'yearmonth',
  'duration',
  'geopoint',
  'geojson',
  'any',
])

/** What the kit's descriptors say beside it may stand here too: constraints, formats, members of the vendor's own. */
const tableSchema = z
  .looseObject({
    fields: z
      .array(z.looseObject({ name: text(200), type: fieldType.optional() }))
      .min(1)
      .max(1000)
      .refine((fields) => areApart(fields), 'Name each field once.'),
    primaryKey: z.array(text(200)).max(20).optional(),
  })
  .refine(
    ({ fields, primaryKey = [] }) =>
      primaryKey.every((key) => fields.some(({ name }) => name === key)),
    'The primary key names fields of the table.',
  )

/** The tables that a product exports, each with its Table Schema: the same descriptor that the export kit writes into a package. */
export const exportTables = z
  .array(z.strictObject({ name: text(200), title: text(200).optional(), schema: tableSchema }))
  .max(500)
  .refine((tables) => areApart(tables), 'Name each table once.')
  .refine(
    (tables) => isKeepableJson(tables, { characters: 262_144, levels: 10 }),
    'The tables together have at most 256 kB, 10 levels, and text that can be kept.',
  )

export const exportTableAnswer = z.object({
  name: z.string(),
  title: z.string().optional(),
  schema: z.looseObject({}).meta({ description: 'A Table Schema (Data Package v2).' }),
})

function areApart(named: readonly { readonly name: string }[]): boolean {
  return new Set(named.map(({ name }) => name)).size === named.length
}
