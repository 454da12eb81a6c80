import { z } from 'zod'
import { formats } from '../export/register.ts'
import { findProduct, listProducts } from '../store/product.ts'
import type { Product } from '../store/product.ts'
import { exportFormatsAnswer } from './export-formats-answer.ts'
import { listRoute } from './list.ts'
import { pageOnWire, pageQuery } from './page.ts'
import { idOrCode } from './schema.ts'

export const exportFormatRoutes = [
  listRoute({
    path: '/v1/export-formats',
    who: 'public',
    summary:
      'The register of what each product exports of a customer’s data, its formats and tables, in every mode, as the Data Act asks for one.',
    query: pageQuery.extend({ product: idOrCode.optional() }),
    item: exportFormatsAnswer,
    read: async ({ deps, query }, part) => {
      if (query.product === undefined)
        return pageOnWire(await listProducts(deps.db, part), formatsOnWire)
      const product = await findProduct(deps.db, query.product)
      return { data: product === null ? [] : [formatsOnWire(product)], next: null }
    },
  }),
]

function formatsOnWire({
  code,
  name,
  exportFormats,
  exportTables,
}: Product): z.infer<typeof exportFormatsAnswer> {
  const known = new Map(formats().map((format) => [format.name, format]))
  return {
    product: code,
    name,
    export_formats: exportFormats.map((format) => ({
      name: format,
      media_type: known.get(format)?.mediaType ?? 'application/octet-stream',
      extension: known.get(format)?.extension ?? format,
    })),
    export_tables: [...exportTables],
  }
}
