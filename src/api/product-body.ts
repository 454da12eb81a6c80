import { z } from 'zod'
import { dataExport } from '../license/capability.ts'
import type { Instant } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { newId } from '../store/id.ts'
import type { Product } from '../store/product.ts'
import { exportTables } from './export-tables.ts'
import { capabilities, code, exportFormat, text } from './schema.ts'

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

export const productEdit = z.strictObject({
  name: text(200).optional(),
  capabilities: catalog.optional(),
  export_formats: exportFormats.optional(),
  export_tables: exportTables.optional(),
})

export const productBody = z.strictObject({
  code,
  name: text(200),
  capabilities: catalog,
  export_formats: exportFormats,
  export_tables: exportTables.optional(),
  algorithm: z.enum(['Ed25519', 'EdDSA', 'ES256']).optional(),
})

/** A product as it is asked for. */
export function newProduct(body: z.infer<typeof productBody>, now: Instant): Product {
  return {
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
}

/**
 * What a product can be asked for and what it exports only grows: licenses give the one, and customers count on the other.
 *
 * @throws Problem unfit
 */
export function editedProduct(before: Product, body: z.infer<typeof productEdit>): Product {
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
