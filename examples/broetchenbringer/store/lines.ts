import { z } from 'zod'

/** A product in an order or a delivery. */
export const line = z.object({
  product_id: z.int(),
  product: z.string(),
  quantity: z.int(),
  unit_price_cents: z.int(),
})

export type Line = z.infer<typeof line>

/** What a customer wants of a product. */
export interface Wish {
  readonly productId: number
  readonly quantity: number
}

export function totalCents(lines: readonly Line[]): number {
  return lines.reduce((sum, { quantity, unit_price_cents }) => sum + quantity * unit_price_cents, 0)
}
