import { z } from 'zod'
import { dataExport } from '../license/capability.ts'
import { Problem, unfit } from '../license/problem.ts'
import type { Database } from '../store/database.ts'
import { newId } from '../store/id.ts'
import { inTransaction } from '../store/database.ts'
import {
  findProduct,
  insertProduct,
  listProducts,
  lockProduct,
  updateProduct,
} from '../store/product.ts'
import type { Product } from '../store/product.ts'
import { ensureSigningKeys } from '../store/signers.ts'
import { productAnswer } from './answers.ts'
import { exportTables } from './export-tables.ts'
import { listRoute } from './list.ts'
import { pageOnWire, pageQuery } from './page.ts'
import { checkMatch, etagOf } from './precondition.ts'
import { admins, readers } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import type { Answer } from './route.ts'
import { capabilities, code, exportFormat, text } from './schema.ts'
import { utc } from './wire.ts'

const catalog = capabilities
  .refine(
    (names) => !names.includes(dataExport),
    `${dataExport} is reserved: every license has it.`,
  )
  .refine((names) => new Set(names).size === names.length, 'Name each capability once.')

const exportFormats = z
  .array(exportFormat)
  .min(1, 'A product exports at least one standard format.')
  .refine((names) => new Set(names).size === names.length, 'Name each format once.')

const productEdit = z.strictObject({
  name: text(200).optional(),
  capabilities: catalog.optional(),
  export_formats: exportFormats.optional(),
  export_tables: exportTables.optional(),
})

const productBody = z.strictObject({
  code,
  name: text(200),
  capabilities: catalog,
  export_formats: exportFormats,
  export_tables: exportTables.optional(),
  algorithm: z.enum(['Ed25519', 'EdDSA', 'ES256']).optional(),
})

export const productRoutes = [
  route({
    method: 'POST',
    path: '/v1/products',
    who: admins,
    summary: 'Adds a product: its capabilities and the standard formats that it exports.',
    body: productBody,
    query: noQuery,
    handle: async ({ deps, now, body }) => {
      const product: Product = {
        id: newId('prd', now),
        code: body.code,
        name: body.name,
        capabilities: body.capabilities,
        exportFormats: body.export_formats,
        exportTables: body.export_tables ?? [],
        algorithm: body.algorithm ?? 'Ed25519',
        createdAt: now,
        revision: 1,
      }
      // Its tokens can be signed from the first one on.
      await ensureSigningKeys(deps.db, deps.kek, product.algorithm, now)
      await insertProduct(deps.db, product)
      return {
        status: 201,
        body: productOnWire(product),
        headers: { location: `/v1/products/${product.id}`, etag: etagOf(product.revision) },
      }
    },
  }),
  listRoute({
    path: '/v1/products',
    who: readers,
    summary: 'Lists the products.',
    query: pageQuery,
    item: productAnswer,
    read: async ({ deps }, part) => pageOnWire(await listProducts(deps.db, part), productOnWire),
  }),
  route({
    method: 'GET',
    path: '/v1/products/:product',
    who: readers,
    summary: 'Reads a product by its id or code.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const product = await findProduct(ask.deps.db, param(ask, 'product'))
      if (product === null) throw new Problem('not-found', { product: param(ask, 'product') })
      return productAnswered(product)
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/products/:product',
    who: admins,
    summary:
      'Edits a product: its name and the tables of its export; capabilities and export formats can be added.',
    body: productEdit,
    query: noQuery,
    handle: async (ask) =>
      inTransaction(ask.deps.db, async (trx) => {
        const before = await lockProduct(trx, param(ask, 'product'))
        if (before === null) throw new Problem('not-found', { product: param(ask, 'product') })
        checkMatch(ask.headers, before.revision)
        return productAnswered(await updateProduct(trx, edited(before, ask.body)))
      }),
  }),
]

/**
 * What a product can be asked for and what it exports only grows: licenses give the one, and customers count on the other.
 *
 * @throws Problem unfit
 */
function edited(before: Product, body: z.infer<typeof productEdit>): Product {
  const { name = before.name, capabilities: names = before.capabilities } = body
  const { export_formats: exportFormats = before.exportFormats } = body
  const { export_tables: exportTables = before.exportTables } = body
  const errors = [
    ...missing(before.capabilities, names).map((capability) => ({
      pointer: '/capabilities',
      detail: `${capability} stays: licenses may give it.`,
    })),
    ...missing(before.exportFormats, exportFormats).map((format) => ({
      pointer: '/export_formats',
      detail: `${format} stays: customers may count on it.`,
    })),
  ]
  if (errors.length > 0) throw new Problem('unfit', { errors })
  return { ...before, name, capabilities: names, exportFormats, exportTables }
}

function missing(before: readonly string[], after: readonly string[]): readonly string[] {
  return before.filter((each) => !after.includes(each))
}

function productAnswered(product: Product): Answer {
  return { body: productOnWire(product), headers: { etag: etagOf(product.revision) } }
}

/** The product that a body names by id or code. @throws Problem unfit */
export async function productNamed(db: Database, idOrCode: string): Promise<Product> {
  const product = await findProduct(db, idOrCode)
  if (product === null) throw unfit('/product', 'There is no product with this id or code.')
  return product
}

function productOnWire({
  id,
  code,
  name,
  capabilities,
  exportFormats,
  exportTables,
  algorithm,
  createdAt,
}: Product) {
  return {
    id,
    code,
    name,
    capabilities,
    export_formats: exportFormats,
    export_tables: exportTables,
    algorithm,
    created_at: utc(createdAt),
  }
}
