import type { House, Json } from './house.ts'
import type { licenseOnWire } from '../../src/api/wire.ts'

/** A license as the server answers with it. */
export type LicenseWire = ReturnType<typeof licenseOnWire>

/** One that was just issued, with its key. */
export type Sold = LicenseWire & { readonly key: string }

/** A product, a plan and a customer, made through the API, and licenses as they are wanted. */
export interface Shop {
  readonly product: string
  readonly plan: string
  readonly customer: string
  /** Issues a license: `2025-10-01` in Berlin under the shop's plan, if nothing else is said. */
  readonly sell: (asked?: Json) => Promise<Sold>
}

export const bakery = {
  code: 'broetchenbringer',
  name: 'Brötchenbringer',
  capabilities: ['orders:read', 'orders:write'],
  export_formats: ['csv', 'jsonl', 'xlsx'],
} as const

export const annual = {
  code: 'annual',
  name: 'Annual',
  capabilities: ['orders:read', 'orders:write'],
  limits: { branches: 3 },
  term: 'P1Y',
  renewal_term: 'P1Y',
  notice: 'P0D',
  renewal_notice: 'P0D',
  renewal: 'automatic',
  seats: 3,
  seat_changes: { count: 3, window: 'P30D' },
  replace_oldest: false,
  seat_lapse: null,
  lease: null,
  token_lifetime: 'P14D',
  renewal_leeway: 'P3D',
  preset: 'b2b-de',
  support: {
    level: 'standard',
    channels: ['phone', 'email'],
    scope: 'Questions about the product.',
    fair_use: { inquiries: 5, window: 'P30D' },
  },
} as const

/** Members that something has otherwise. */
export type Otherwise = Json & { readonly code?: string }

/** Shops on one server are apart by their product's code; a plan's begins with it. */
export async function openShop(
  { call }: Pick<House, 'call'>,
  plan: Otherwise = {},
  product: Otherwise = {},
): Promise<Shop> {
  const { code = bakery.code } = product
  await made(call, '/v1/products', { ...bakery, ...product })
  const { code: planCode = code === bakery.code ? annual.code : `${code}-annual` } = plan
  await made(call, '/v1/plans', { ...annual, product: code, ...plan, code: planCode })
  const customer = await made(call, '/v1/customers', { name: 'Bäckerei Beispiel', language: 'de' })
  const sell = async (asked: Json = {}): Promise<Sold> => {
    const body = {
      plan: planCode,
      customer: customer.id,
      time_zone: 'Europe/Berlin',
      starts_on: '2025-10-01',
      ...asked,
    }
    const reply = await call<Sold>('POST', '/v1/licenses', { body })
    if (reply.status !== 201) throw new Error(`no license: ${reply.text}`)
    return reply.body
  }
  return { product: code, plan: planCode, customer: customer.id, sell }
}

async function made(
  call: House['call'],
  path: string,
  body: Json,
): Promise<{ readonly id: string }> {
  const reply = await call<{ readonly id: string }>('POST', path, { body })
  if (reply.status !== 201) throw new Error(`not made at ${path}: ${reply.text}`)
  return reply.body
}
