// A product on Fastify.
import fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { Readable } from 'node:stream'
import { fastifyGuard, fileStore, openLicense } from 'auszug/client'
import type { OpenLicense, Routes } from 'auszug/client'
import { exportPackage } from 'auszug/export'
import { isMain } from './is-main.ts'
import { notes } from './notes.ts'

export const guard: Routes = {
  exportAt: '/export',
  marks: { '/export/*': 'export', 'GET /health': 'open' },
}

export function createShop(license: OpenLicense): FastifyInstance {
  const app = fastify()
  app.addHook('onRequest', fastifyGuard(license, guard))
  app.get('/health', async () => ({ status: 'ok' }))
  app.get('/notes', async () => notes.all())
  app.post('/notes', async ({ body }, reply) => reply.code(201).send(notes.add(body)))
  app.get('/export', (_, reply) => {
    const stream = exportPackage(notes.data, { formats: license.exportFormats })
    return reply
      .header('content-disposition', 'attachment; filename="notes.zip"')
      .type('application/zip')
      .send(Readable.from(stream))
  })
  return app
}

if (isMain(import.meta.url)) {
  const license = await openLicense({
    server: process.env.LICENSE_SERVER ?? 'http://localhost:3000',
    product: 'notes',
    key: process.env.LICENSE_KEY,
    store: fileStore('data/notes.json'),
  })
  await createShop(license).listen({ port: 3003 })
}
