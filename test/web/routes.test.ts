import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { testLicense, walkRoutes } from 'auszug/client/testing'
import type { TestLicense } from 'auszug/client/testing'
import { createBakery } from '../../examples/broetchenbringer/app.ts'
import type { Env } from '../../examples/broetchenbringer/bakery.ts'
import { exportBoard } from '../../examples/broetchenbringer/export-board.ts'
import { guarded } from '../../examples/broetchenbringer/license.ts'
import { seed } from '../../examples/broetchenbringer/seed/seed.ts'
import { openDatabase } from '../../examples/broetchenbringer/store/database.ts'
import type { DatabaseSync } from '../../examples/broetchenbringer/store/database.ts'
import { ensureDemoPerson } from '../../examples/broetchenbringer/store/people.ts'

const now = Date.parse('2026-09-28T09:00:00+02:00')

describe('the bakery’s own routes', () => {
  let directory: string
  let db: DatabaseSync
  let app: Hono<Env>
  let held: TestLicense
  let cookie: string

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'broetchenbringer-routes-'))
    const file = join(directory, 'bakery.sqlite')
    db = openDatabase(file)
    seed(db, '2026-09-28')
    await ensureDemoPerson(db)
    held = await testLicense(
      { mode: 'full', capabilities: ['data:export', 'orders:write'] },
      { locale: 'de' },
    )
    app = createBakery({ db, file, license: held.license, now: () => now, exports: exportBoard() })
    const response = await app.request('/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
      body: 'name=backstube&password=guten-morgen',
    })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  }, 60_000)

  afterAll(async () => {
    db.close()
    await rm(directory, { recursive: true, force: true })
  })

  const request = async (method: string, path: string, headers: Record<string, string> = {}) =>
    app.request(path, { method, headers: { cookie, ...headers } })

  test('in export-only the marked ones answer, and every other is a problem', async () => {
    const routes = app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace('/*', '/x')}`)
    expect(routes.length).toBeGreaterThan(30)
    const findings = await walkRoutes({ routes, guard: guarded, test: held, request })
    expect(findings).toEqual([])
  })

  test('in full every page answers, and nobody sees one without signing in', async () => {
    await held.become({ mode: 'full', capabilities: ['data:export', 'orders:write'] })
    const pages = [
      '/',
      '/orders',
      '/orders/new',
      '/orders/1',
      '/standing-orders',
      '/standing-orders/1',
      '/standing-orders/new',
      '/deliveries',
      '/deliveries/1',
      '/invoices',
      '/invoices/1',
      '/customers',
      '/customers/1',
      '/customers/new',
      '/products',
      '/products/1',
      '/export',
      '/license',
      '/restore',
      '/help',
      '/imprint',
    ]
    const answers = await Promise.all(
      pages.map(async (path) => [
        path,
        (await request('GET', path)).status,
        (await app.request(path)).status,
      ]),
    )
    const isPublic = (path: string) => ['/help', '/imprint'].includes(path)
    expect(answers).toEqual(pages.map((path) => [path, 200, isPublic(path) ? 200 : 303]))
  })

  test('what a customer is called stays text on every page', async () => {
    db.exec(`update customers set name = '<script>alert(1)</script>' where id = 1`)
    for (const path of ['/customers', '/customers/1', '/orders/new', '/standing-orders'])
      expect(await (await request('GET', path)).text()).not.toContain('<script>alert')
  })

  test('a capability that the license lacks is refused in full, with the sentence', async () => {
    await held.become({ mode: 'full', capabilities: ['data:export'] })
    const response = await request('POST', '/orders', { origin: 'http://localhost' })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ detail: 'Ihre Lizenz umfasst das nicht.' })
  })

  test('a form from another site is refused', async () => {
    const response = await request('POST', '/sign-out', {
      origin: 'https://evil.example',
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect(response.status).toBe(403)
  })

  test.each(['/export/tables/orders.csv', '/export/tables/customers.xlsx', '/export/backup'])(
    'in export-only %s is a file',
    async (path) => {
      await held.become({ mode: 'export-only', reason: 'suspended' })
      const response = await request('GET', path)
      expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1000)
    },
  )

  test('a download that nobody reads leaves no file open and none behind', async () => {
    const aside = await mkdtemp(join(directory, 'aside-'))
    vi.stubEnv('TMPDIR', aside)
    for (const path of [
      '/export/package?format=csv',
      '/export/backup',
      '/export/tables/orders.csv',
    ]) {
      expect((await request('HEAD', path)).status).toBe(200)
      await (await request('GET', path)).body?.cancel()
    }
    vi.unstubAllEnvs()
    expect(await readdir(aside)).toEqual([])
  })

  test.each([
    ['a text', new TextEncoder().encode('not a database')],
    ['nothing', new Uint8Array()],
  ])('%s is no backup, and changes nothing', async (_, bytes) => {
    const body = new FormData()
    body.set('backup', new File([bytes], 'backup.sqlite'))
    const response = await app.request('/restore', {
      method: 'POST',
      headers: { cookie, origin: 'http://localhost' },
      body,
    })
    expect(response.status).toBe(409)
    expect((await request('GET', '/export')).status).toBe(200)
  })
})
