import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '../../src/license/actor.ts'
import { insertPerson } from '../../src/store/person.ts'
import { openHouse, publicUrl } from '../api/house.ts'
import type { House } from '../api/house.ts'
import { openIdentityProvider } from '../console/identity-provider.ts'
import type { IdentityProvider } from '../console/identity-provider.ts'
import { openWanderer } from '../console/wanderer.ts'
import { startEdge } from './edge.ts'
import type { Edge } from './edge.ts'

// A Worker whose staff sign in at an identity provider: a real one, on this machine.

let house: House
let edge: Edge
let identity: IdentityProvider
beforeAll(async () => {
  house = await openHouse()
  identity = await openIdentityProvider(publicUrl)
  edge = await startEdge(house.database.url ?? '', {
    AUSZUG_OIDC_ISSUER: identity.settings.issuer,
    AUSZUG_OIDC_CLIENT_ID: identity.settings.clientId,
    AUSZUG_OIDC_CLIENT_SECRET: identity.settings.clientSecret ?? '',
    AUSZUG_OIDC_NAME: identity.settings.name,
  })
})
afterAll(async () => {
  await edge.close()
  await identity.stop()
  await house.close()
})

const cookieIn = ({ headers }: Response): string =>
  headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

test('somebody signs in at the provider, and goes on where they wanted to', async () => {
  const person = { login: 'ada@example.com', name: 'Ada', role: 'viewer' } as const
  await insertPerson(house.deps.db, person, system, house.clock.now)
  identity.knows({ sub: 'ada', email: 'ada@example.com', email_verified: true })
  const manual = { redirect: 'manual' } as const

  const left = await edge.request('/console/sign-in/oidc?next=/console/keys', manual)
  const isBack = (url: URL): boolean => url.origin === publicUrl
  const { url } = await openWanderer().get(left.headers.get('location') ?? '', { until: isBack })
  const back = await edge.request(`${url.pathname}${url.search}`, {
    ...manual,
    headers: { cookie: cookieIn(left) },
  })
  expect([back.status, back.headers.get('location')]).toEqual([303, '/console/keys'])
  const seen = await edge.request('/console/account', { headers: { cookie: cookieIn(back) } })
  expect(await seen.text()).toContain('ada@example.com')
})
