import { annual, bakery } from '../../src/api/example-catalog.ts'
import type { House, Json } from './house.ts'
import type { licenseOnWire } from '../../src/api/wire.ts'

export { annual, bakery }

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
