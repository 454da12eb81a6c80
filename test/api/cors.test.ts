import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../../src/api/routes.ts'
import { openHouse } from './house.ts'
import type { House } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ sandbox: true })
})
afterAll(() => house.close())

const origin = 'https://till.example'
const preflight = (path: string, method: string) =>
  house.call('OPTIONS', path.replace(/:\w+/g, 'x'), {
    role: null,
    headers: {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': 'authorization, content-type',
    },
  })

test('a public path lets every origin ask, with Authorization, and without credentials', async () => {
  for (const { method, path } of routes.filter(({ who }) => who === 'public')) {
    const { status, headers } = await preflight(path, method)
    expect([path, status]).toEqual([path, 204])
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-allow-methods')?.split(', ')).toContain(method)
    expect(headers.get('access-control-allow-headers')).toMatch(/\bAuthorization\b/)
    expect(headers.has('access-control-allow-credentials')).toBe(false)
  }
})

test('a staff method never does, also on a path that is public to read', async () => {
  for (const { method, path } of routes.filter(({ who }) => who !== 'public')) {
    const { headers } = await preflight(path, method)
    const allowed = headers.get('access-control-allow-methods')?.split(', ') ?? []
    expect([path, allowed.includes(method)]).toEqual([path, false])
    const answer = await house.call(method, path.replace(/:\w+/g, 'x'), { headers: { origin } })
    expect([path, answer.headers.has('access-control-allow-origin')]).toEqual([path, false])
  }
})

test('a public answer can be read from every origin, refusals too, and a 429 with how long to wait', async () => {
  for (const { method, path } of routes.filter(({ who }) => who === 'public')) {
    const { headers } = await house.call(method, path.replace(/:\w+/g, 'x'), {
      role: null,
      headers: { origin },
      ...(method === 'POST' && { body: {} }),
    })
    expect([path, headers.get('access-control-allow-origin')]).toEqual([path, '*'])
    expect(headers.get('access-control-expose-headers')).toMatch(/\bRetry-After\b/)
    expect(headers.has('access-control-allow-credentials')).toBe(false)
  }
})

test('no cache keeps what is about somebody, a refusal, or how things stand now', async () => {
  for (const path of ['/v1/licenses', '/v1/nothing', '/v1/sandbox/clock', '/healthz', '/readyz'])
    expect((await house.call('GET', path)).headers.get('cache-control')).toBe('no-store')
})

test('an answer tells the browser to read nothing else into it', async () => {
  for (const path of ['/v1/licenses', '/v1/nothing', '/healthz', '/problems']) {
    const { headers } = await house.call('GET', path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/)
  }
})
