import { z } from 'zod'
import { dataExport } from '../license/capability.ts'
import { Problem, unfit } from '../license/problem.ts'
import type { Database } from '../store/database.ts'
import { newId } from '../store/id.ts'
import { findProduct, insertProduct, listProducts } from '../store/product.ts'
import type { Product } from '../store/product.ts'
import { ensureSigningKeys } from '../store/signers.ts'
import { limitOf, listAnswer, pageQuery } from './page.ts'
import { admins, readers } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import { capabilities, code, exportFormat, text } from './schema.ts'
import { utc } from './wire.ts'

const catalog = capabilities
  .refine(
    (names) => !names.includes(dataExport),
    `${dataExport} is reserved: every license has it.`,
  )
  .refine((names) => new Set(names).size === names.length, 'Name each capability once.')

const productBody = z.strictObject({
  code,
  name: text(200),
  capabilities: catalog,
  export_formats: z
    .array(exportFormat)
    .min(1, 'A product exports at least one standard format.')
    .refine((names) => new Set(names).size === names.length, 'Name each format once.'),
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
        algorithm: body.algorithm ?? 'Ed25519',
        createdAt: now,
      }
      // Its tokens can be signed from the first one on.
      await ensureSigningKeys(deps.db, deps.kek, product.algorithm, now)
      await insertProduct(deps.db, product)
      return {
        status: 201,
        body: productOnWire(product),
        headers: { location: `/v1/products/${product.id}` },
      }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/products',
    who: readers,
    summary: 'Lists the products.',
    body: noBody,
    query: pageQuery,
    handle: async (ask) => {
      const page = await listProducts(ask.deps.db, {
        after: ask.query.after,
        limit: limitOf(ask.query),
      })
      return listAnswer(ask, '/v1/products', page.data.map(productOnWire), page.next)
    },
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
      return { body: productOnWire(product) }
    },
  }),
]

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
  algorithm,
  createdAt,
}: Product) {
  return {
    id,
    code,
    name,
    capabilities,
    export_formats: exportFormats,
    algorithm,
    created_at: utc(createdAt),
  }
}
