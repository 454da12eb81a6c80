import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApiDocument } from '../../src/api/openapi.ts'
import { answersOf, operations } from '../../src/api/operations.ts'
import { routes } from '../../src/api/routes.ts'
import { openHouse, publicUrl } from './house.ts'
import type { House } from './house.ts'
import { examples } from '../../src/api/examples.ts'
import { openShop } from './shop.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})

afterAll(() => house.close())

test('a foreign validator finds the OpenAPI document valid', async () => {
  const { body } = await house.call('GET', '/openapi.json', { role: null })
  const result = await new Validator().validate({ ...body })
  expect(result.errors ?? []).toEqual([])
  expect(body['openapi']).toBe('3.1.0')
})

test('every reference in the document leads to a schema that says something', () => {
  const document = JSON.stringify(openApiDocument(routes, publicUrl))
  const { components } = JSON.parse(document)
  const named = [...document.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name)
  expect(named.length).toBeGreaterThan(100)
  for (const name of new Set(named))
    expect(components.schemas).toHaveProperty(
      `${name}`,
      expect.not.objectContaining({ $ref: expect.anything() }),
    )
})

test('whatever takes JSON is shown with an example, and the tests send that', () => {
  const document: Document = JSON.parse(JSON.stringify(openApiDocument(routes, publicUrl)))
  const bare = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { requestBody }]) => {
      const json = requestBody?.content['application/json']
      return json === undefined || json.example !== undefined ? [] : [`${method} ${path}`]
    }),
  )
  expect(bare).toEqual([])
})

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

interface Operation {
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly example?: unknown }>>
  }
}

test('the document tells of every route, and of no other', () => {
  expect(Object.keys(operations).sort()).toEqual(
    routes.map(({ method, path }) => `${method} ${path}`).sort(),
  )
  const { paths } = openApiDocument(routes, publicUrl)
  expect(Object.keys(Object(paths))).toHaveLength(new Set(routes.map(({ path }) => path)).size)
})

test('what the routes answer to bodies that fit is what the document says', async () => {
  const shop = await openShop(house)
  const license = await shop.sell()
  const { customer } = shop
  const other = await house.call<{ id: string }>('POST', '/v1/customers', {
    body: { name: 'Other' },
  })
  const bodies = examples(license.id, customer, license.key, other.body.id)
  const wrong: unknown[] = []
  for (const route of routes) {
    const name = `${route.method} ${route.path}`
    const [path, body] = bodies[name] ?? [route.path, undefined]
    const at = path
      .replace(':license', license.id)
      .replace(':customer', customer)
      .replace(':side', 'vendor')
    const reply = await house.call(route.method, at, body === undefined ? {} : { body })
    if (reply.status >= 300) continue
    const shown = /\bjson\b/.test(reply.headers.get('content-type') ?? '') ? reply.body : reply.text
    const issues = answersOf(route)[reply.status]?.safeParse(shown).error?.issues ?? []
    if (!(reply.status in answersOf(route)) || issues.length > 0)
      wrong.push([name, reply.status, issues])
  }
  expect(wrong).toEqual([])
})

test('the reference page is whole without script and calls out to nobody', async () => {
  const { text, headers } = await house.call('GET', '/docs', { role: null })
  expect(headers.get('content-type')).toContain('text/html')
  for (const { path } of routes) expect(text).toContain(path.replaceAll(/:(\w+)/g, '{$1}'))
  expect(text).not.toMatch(/<script|<link|<img|url\(/)
})
