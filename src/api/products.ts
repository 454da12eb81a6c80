import { Problem, unfit } from '../license/problem.ts'
import { addProduct } from '../store/add-product.ts'
import type { Database } from '../store/database.ts'
import { inTransaction } from '../store/database.ts'
import { findProduct, listProducts, lockProduct, updateProduct } from '../store/product.ts'
import type { Product } from '../store/product.ts'
import { productAnswer } from './answers.ts'
import { listRoute } from './list.ts'
import { pageOnWire, pageQuery } from './page.ts'
import { checkMatch, etagOf } from './precondition.ts'
import { editedProduct, newProduct, productBody, productEdit } from './product-body.ts'
import { admins, readers } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import type { Answer } from './route.ts'
import { utc } from './wire.ts'

export const productRoutes = [
  route({
    method: 'POST',
    path: '/v1/products',
    who: admins,
    summary: 'Adds a product: its capabilities and the standard formats that it exports.',
    body: productBody,
    query: noQuery,
    handle: async ({ deps, now, body }) => {
      const product = newProduct(body, now)
      await addProduct(deps.db, deps.kek, product)
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
        return productAnswered(await updateProduct(trx, editedProduct(before, ask.body)))
      }),
  }),
]

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
