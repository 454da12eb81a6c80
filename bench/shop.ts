import { createHash } from 'node:crypto'
import { adminToken } from './door.ts'
import type { Door } from './door.ts'

/** What a load asks for. */
export interface Shop {
  /** Requests of machines that have their seats. */
  readonly bodies: readonly string[]
  /** As the keys are looked up. */
  readonly hashes: readonly string[]
  /** What one of the tokens claims. */
  readonly claims: unknown
}

/** Sells licenses through the API, and gives each machine its seat. */
export async function openShop(door: Door, licenses: number): Promise<Shop> {
  await post(door, '/v1/products', {
    code: 'bench',
    name: 'Bench',
    capabilities: ['orders:read', 'orders:write'],
    export_formats: ['csv', 'jsonl'],
  })
  await post(door, '/v1/plans', {
    code: 'annual',
    product: 'bench',
    name: 'Annual',
    capabilities: ['orders:read', 'orders:write'],
    term: 'P1Y',
    renewal: 'automatic',
    notice: 'P3M',
    seats: 3,
  })
  const customer = await post(door, '/v1/customers', { name: 'Bäckerei Beispiel', language: 'de' })
  const bodies: string[] = []
  const hashes: string[] = []
  let token = ''
  for (let n = 0; n < licenses; n++) {
    const license = await post(door, '/v1/licenses', {
      plan: 'annual',
      customer: customer.id,
      time_zone: 'Europe/Berlin',
    })
    const body = {
      license_key: license.key,
      product: 'bench',
      fingerprint: `machine-${n}`,
      nonce: '0123456789abcdef0123456789abcdef',
    }
    token = String((await post(door, '/v1/tokens', body)).token)
    bodies.push(JSON.stringify(body))
    hashes.push(createHash('sha256').update(String(license.key)).digest('base64url'))
  }
  const [, claims = ''] = token.split('.')
  return { bodies, hashes, claims: JSON.parse(Buffer.from(claims, 'base64url').toString()) }
}

async function post({ port }: Door, path: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${adminToken}` },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  const answer: Record<string, unknown> = JSON.parse(await response.text())
  return answer
}
