import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import fastify from 'fastify'
import { Hono } from 'hono'
import { afterEach, describe, expect, test } from 'vitest'
import {
  RestrictedError,
  expressGuard,
  fastifyGuard,
  guarded,
  honoGuard,
} from '../../src/client/index.ts'
import type { Guarding, Routes } from '../../src/client/index.ts'
import { markOf } from '../../src/client/marks.ts'
import { testLicense, walkRoutes } from '../../src/client/testing.ts'

const guard: Routes = {
  exportAt: '/export',
  marks: {
    '/export/*': 'export',
    '/sign-in': 'open',
    'GET /help/:page': 'open',
    'POST /backup/restore': 'open',
    '/health': 'open',
  },
}
const routes = [
  'GET /export',
  'GET /export/:format',
  'POST /export',
  'GET /sign-in',
  'POST /sign-in',
  'GET /help/:page',
  'POST /backup/restore',
  'GET /health',
  'GET /',
  'GET /orders',
  'POST /orders',
  'GET /orders/:id',
  'DELETE /orders/:id',
  'POST /help/:page',
]

type Request = (method: string, path: string) => Promise<Response>
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const products: Record<string, (license: Guarding, guard: Routes) => Promise<Request>> = {
  Hono: async (license, guard) => {
    const app = new Hono()
    app.use(honoGuard(license, guard))
    for (const route of routes) {
      const [method = '', path = ''] = route.split(' ')
      app.on(method, path, (c) => c.text('done'))
    }
    return async (method, path) => app.request(path, { method })
  },
  Express: async (license, guard) => {
    const app = express()
    app.use(expressGuard(license, guard))
    app.use((_, response) => void response.send('done'))
    return listen(createServer(app))
  },
  'Express, mounted below the root': async (license, guard) => {
    const app = express()
    const inner = express.Router()
    inner.use(expressGuard(license, guard))
    inner.use((_, response) => void response.send('done'))
    app.use(['/orders', '/export', '/sign-in', '/help', '/backup', '/health', '/'], inner)
    return listen(createServer(app))
  },
  'plain node:http': async (license, guard) => {
    const check = expressGuard(license, guard)
    return listen(
      createServer((request, response) => check(request, response, () => response.end('done'))),
    )
  },
  Fastify: async (license, guard) => {
    const app = fastify()
    app.addHook('onRequest', fastifyGuard(license, guard))
    for (const route of routes) {
      const [method = '', url = ''] = route.split(' ')
      app.route({ method, url, handler: async () => 'done' })
    }
    closing.push(() => app.close())
    const address = await app.listen({ port: 0 })
    return (method, path) => fetch(address + path, { method })
  },
}

describe.each(Object.entries(products))('%s', (_, make) => {
  test('does everything in full, and in export-only what is marked', async () => {
    const test = await testLicense({ mode: 'full', capabilities: ['orders:write'] })
    const request = await make(test.license, guard)
    expect(await walkRoutes({ routes, guard, test, request })).toEqual([])
  })

  test('tells the user in export-only where the export is', async () => {
    const { license } = await testLicense(
      { mode: 'export-only', exportFormats: ['csv', 'xlsx'] },
      { locale: 'de' },
    )
    const response = await (await make(license, guard))('POST', '/orders?x=/export')
    expect(response.status).toBe(403)
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(await response.json()).toEqual({
      type: 'https://license.test/problems#export-only',
      title: 'Export only',
      status: 403,
      detail: 'Ihre Lizenz ist beendet. Ihre Daten können Sie jederzeit exportieren.',
      reason: 'ended',
      export: '/export',
      export_formats: ['csv', 'xlsx'],
    })
  })
})

test('the walk finds a product without a guard', async () => {
  const test = await testLicense({ mode: 'full' })
  const request = async () => new Response('done')
  const findings = await walkRoutes({ routes, guard, test, request })
  expect(findings).toContain('POST /orders is not marked and answers in export-only.')
  expect(findings).toHaveLength(6)
})

test('the walk finds an export that is locked in', async () => {
  const test = await testLicense({ mode: 'full' })
  const locked = { exportAt: '/export', marks: { '/sign-in': 'open' } } as const
  const request = await products.Hono?.(test.license, locked)
  const findings = await walkRoutes({
    routes,
    guard: locked,
    test,
    request: request ?? (async () => new Response()),
  })
  expect(findings).toEqual([
    '/export is not marked as the export.',
    '/export does not answer in export-only.',
  ])
})

test.each([
  ['GET', '/export', 'export'],
  ['GET', '/export/', 'export'],
  ['GET', '/export/csv/2026?a=b', 'export'],
  ['HEAD', '/help/start', 'open'],
  ['GET', '/exports', null],
  ['GET', '/export/../orders', null],
  ['GET', '/export/%2e%2E/orders', null],
  ['GET', '/export/.%2e/orders', null],
  ['GET', '//export', null],
  ['GET', '/Export', null],
  ['GET', '/orders?/export', null],
  ['GET', '/orders#/export', null],
  ['GET', '/backup/restore', null],
  ['POST', '/backup/restore', 'open'],
  ['GET', '/help/start/more', null],
  ['GET', '/help', null],
  ['GET', '', null],
] as const)('%s %j has the mark %j', (method, path, mark) => {
  expect(markOf(guard.marks, method, path)).toBe(mark)
})

test('a plain function runs in full, marked in every mode, and keeps its types', async () => {
  const { license, become } = await testLicense({ mode: 'full' })
  const order = guarded(license, (bread: string, count: number) => `${count} ${bread}`)
  const takeOut = guarded(license, () => 'all of it', 'export')
  expect(order('rolls', 12)).toBe('12 rolls')
  await become({ mode: 'export-only', reason: 'suspended' })
  expect(() => order('rolls', 12)).toThrow(RestrictedError)
  expect(takeOut()).toBe('all of it')
})

async function listen(http: ReturnType<typeof createServer>): Promise<Request> {
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve))
  closing.push(() => http.close())
  const address: AddressInfo | string | null = http.address()
  if (typeof address !== 'object' || address === null) throw new TypeError('no port')
  return (method, path) => fetch(`http://127.0.0.1:${address.port}${path}`, { method })
}
