// A product on Express. `createShop` is the product; the last lines start it with a license server that runs already.
import express from 'express'
import type { Express } from 'express'
import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { expressGuard, fileStore, openLicense } from 'auszug/client'
import type { OpenLicense, Routes } from 'auszug/client'
import { exportPackage } from 'auszug/export'
import { isMain } from './is-main.ts'
import { notes } from './notes.ts'

export const guard: Routes = {
  exportAt: '/export',
  marks: { '/export/*': 'export', 'GET /health': 'open' },
}

export function createShop(license: OpenLicense): Express {
  const app = express()
  app.use(expressGuard(license, guard))
  app.get('/health', (_, response) => void response.json({ status: 'ok' }))
  app.get('/notes', (_, response) => void response.json(notes.all()))
  app.post('/notes', express.json(), (request, response) => {
    const body: unknown = request.body
    response.status(201).json(notes.add(body))
  })
  app.get('/export', (_, response) => {
    const stream = exportPackage(notes.data, { formats: license.exportFormats })
    response.attachment('notes.zip')
    Readable.from(stream).pipe(response)
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
  createServer(createShop(license)).listen(3002)
}
