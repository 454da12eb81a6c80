import type { House, Json, List } from '../api/house.ts'

type Asked = Pick<House, 'call'>

const instants = [
  '2019-01-01T00:00:00Z',
  '2025-09-30T21:59:59Z',
  '2025-09-30T22:00:00Z',
  '2026-02-01T09:00:00Z',
  '2026-05-31T23:59:59Z',
  '2026-06-01T00:00:00Z',
  '2026-09-30T22:00:00Z',
  '2027-01-15T09:00:00Z',
  '2027-09-30T22:00:00Z',
  '2031-01-01T00:00:00Z',
  '2090-07-07T07:07:07Z',
]

/** All that a server tells about its licenses: lists, histories, and what each allows at many instants. */
export async function everythingAbout(house: Asked): Promise<Json> {
  const licenses = await listed(house, '/v1/licenses')
  const about: Record<string, unknown> = {
    products: await listed(house, '/v1/products'),
    plans: await listed(house, '/v1/plans'),
    customers: await listed(house, '/v1/customers'),
    settlements: await listed(house, '/v1/settlements'),
    events: await listed(house, '/v1/events'),
    inquiries: await listed(house, '/v1/inquiries'),
    keys: (await house.call('GET', '/.well-known/jwks.json', { role: null })).body,
    licenses,
  }
  for (const { id } of licenses)
    about[String(id)] = await aboutLicense(house, `/v1/licenses/${String(id)}`)
  return about
}

async function aboutLicense(house: Asked, path: string): Promise<Json> {
  const decisions = instants.map(async (at) => {
    const { body } = await house.call('GET', `${path}/decision?at=${at}`)
    return body
  })
  return {
    decisions: await Promise.all(decisions),
    terms: await listed(house, `${path}/terms`),
    activations: await listed(house, `${path}/activations`),
    warnings: await listed(house, `${path}/warnings`),
    documents: await listed(house, `${path}/documents`),
  }
}

/** Every page of a list. */
export async function listed({ call }: Asked, path: string): Promise<readonly Json[]> {
  const all: Json[] = []
  for (let after: string | null = ''; after !== null;) {
    const query: string = `?limit=200${after === '' ? '' : `&after=${after}`}`
    const { body, status, text } = await call<List>('GET', path + query)
    if (status !== 200) throw new Error(text)
    all.push(...body.data)
    after = body.next
  }
  return all
}
