import { createServer } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { testLicense, walkRoutes } from 'auszug/client/testing'
import type { TestLicense } from 'auszug/client/testing'
import * as express from '../../examples/express.ts'
import * as fastify from '../../examples/fastify.ts'
import { textOf, unzip } from '../export/unzip.ts'

const routes = ['GET /health', 'GET /notes', 'POST /notes', 'GET /export']
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const shops = {
  Express: {
    guard: express.guard,
    listen: async ({ license }: TestLicense) => {
      const server = createServer(express.createShop(license))
      await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
      closing.push(() => server.close())
      const at = server.address()
      return `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`
    },
  },
  Fastify: {
    guard: fastify.guard,
    listen: async ({ license }: TestLicense) => {
      const app = fastify.createShop(license)
      closing.push(() => {
        // A connection that is kept alive would be waited for.
        app.server.closeAllConnections()
        return app.close()
      })
      return app.listen({ port: 0 })
    },
  },
}

describe.each(Object.entries(shops))('the example for %s', (_, { guard, listen }) => {
  test('keeps the promise on every route', async () => {
    const held = await testLicense({ mode: 'full' })
    const address = await listen(held)
    const request = (method: string, path: string) => fetch(address + path, { method })
    expect(await walkRoutes({ routes, guard, test: held, request })).toEqual([])
  })

  test('writes in full, and exports what was written in export-only', async () => {
    const held = await testLicense({ mode: 'full' })
    const address = await listen(held)
    const written = await fetch(`${address}/notes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ words: 'Krapfen' }),
    })
    expect(written.status).toBe(201)
    await held.become({ mode: 'export-only' })
    const response = await fetch(`${address}/export`)
    expect(response.headers.get('content-disposition')).toContain('notes.zip')
    const files = await unzip(new Uint8Array(await response.arrayBuffer()))
    expect(textOf(files, 'data/tables/notes.csv')).toContain('Krapfen')
  })
})
