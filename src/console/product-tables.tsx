import type { ExportTable, Product } from '../store/product.ts'
import { Rows } from './rows.tsx'
import type { StaffVisit } from './visit.ts'

/** The tables of a product’s export, as it publishes them. */
export function ProductTables({
  visit: { words },
  product: { exportTables },
}: {
  readonly visit: StaffVisit
  readonly product: Product
}) {
  const text = words.catalog
  return (
    <section class="sheet">
      <h2>{text.tables}</h2>
      {exportTables.length === 0 ? (
        <p class="quiet">{text.noTable}</p>
      ) : (
        <Rows<ExportTable>
          items={exportTables}
          columns={[
            { head: text.table, cell: ({ name }) => <code>{name}</code> },
            { head: text.tableTitle, cell: ({ title }) => title ?? '–' },
            { head: text.fields, cell: ({ schema }) => fieldsOf(schema).join(', ') || '–' },
          ]}
        />
      )}
    </section>
  )
}

/** The names of a Table Schema’s fields. */
function fieldsOf(schema: ExportTable['schema']): readonly string[] {
  const fields: unknown = schema['fields']
  if (!Array.isArray(fields)) return []
  return fields.flatMap((field: unknown) =>
    typeof field === 'object' && field !== null && 'name' in field && typeof field.name === 'string'
      ? [field.name]
      : [],
  )
}
