import { serve as listen } from '@hono/node-server'
import { Hono } from 'hono'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onPostgres } from '../database.ts'
import { ask, buildDoors, endAll, freePort, newPlace, sellAt, serve } from './door.ts'
import type { Place, Sold } from './door.ts'

interface Span {
  readonly name: string
  readonly kind: number
  readonly spanId: string
  readonly parentSpanId?: string
  readonly attributes: readonly { readonly key: string; readonly value: object }[]
}

/** The kinds of OTLP. */
const [internal, server, client] = [1, 2, 3]

describe('a server that is told where traces go', () => {
  let place: Place
  let sold: Sold
  let token = ''
  let received = ''
  let spans: readonly Span[] = []
  const collector = new Hono()
  const headers: (string | undefined)[] = []
  collector.post('/v1/traces', async (c) => {
    headers.push(c.req.header('authorization'))
    const text = await c.req.text()
    received += text
    const { resourceSpans } = JSON.parse(text)
    spans = [
      ...spans,
      ...resourceSpans.flatMap((each: { scopeSpans: { spans: Span[] }[] }) =>
        each.scopeSpans.flatMap((scope) => scope.spans),
      ),
    ]
    return c.json({})
  })
  const find = (name: string) => spans.filter((span) => span.name === name)
  const within = (parent: Span | undefined) =>
    spans.filter(({ parentSpanId }) => parentSpanId === parent?.spanId)
  const told = (span: Span | undefined) =>
    Object.fromEntries(
      (span?.attributes ?? []).map(({ key, value }) => [key, Object.values(value)[0]]),
    )

  beforeAll(async () => {
    await buildDoors()
    place = await newPlace()
    const port = await freePort()
    const listening = listen({ fetch: collector.fetch, port, hostname: '127.0.0.1' })
    const running = await serve({
      ...place.env,
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20collector',
    })
    token = running.token ?? ''
    sold = await sellAt(running, token)
    const body = { license_key: sold.key, product: 'broetchenbringer', fingerprint: 'Kasse 1' }
    await ask(running, null, 'POST', '/v1/tokens', body)
    await ask(running, token, 'POST', '/v1/settlements', {})
    await ask(running, token, 'GET', '/v1/licenses/lic_none')
    await running.kill('SIGTERM')
    listening.close()
    await once(listening, 'close')
  }, 120_000)

  afterAll(async () => {
    await endAll()
    await place.clear()
  })

  test('each request is a span with its route and status, and its statements are spans within it', () => {
    const [request] = find('POST /v1/tokens')
    expect(request?.kind).toBe(server)
    expect(told(request)).toEqual({
      'auszug.request.id': expect.stringMatching(/^req_/),
      'http.request.method': 'POST',
      'http.route': '/v1/tokens',
      'http.response.status_code': 200,
    })
    const statements = within(request)
    expect(statements.length).toBeGreaterThan(0)
    for (const statement of statements) {
      expect(statement.kind).toBe(client)
      expect(told(statement)).toEqual({
        'db.system.name': 'postgresql',
        'db.query.summary': statement.name,
      })
    }
    const [refused] = find('GET /v1/licenses/:license')
    expect(told(refused)).toMatchObject({ 'http.response.status_code': 404 })
  })

  test('a settlement’s batches are spans, and say what they did', () => {
    const [request] = find('POST /v1/settlements')
    const [batch] = within(request).filter(({ name }) => name === 'settle batch')
    expect(batch?.kind).toBe(internal)
    expect(within(batch).length).toBeGreaterThan(0)
  })

  test('no key, token, name or text is in any of it, and a collector’s own key goes along', () => {
    for (const secret of [token, sold.key, sold.id, sold.customer, 'Bäckerei', 'Kasse 1'])
      expect(received).not.toContain(secret)
    expect(new Set(headers)).toEqual(new Set(['Bearer collector']))
  })
})

test.skipIf(onPostgres)(
  'a server that is told nothing about traces loads nothing for them',
  async () => {
    await buildDoors()
    const door = await readFile(join(import.meta.dirname, '../../dist/node.js'), 'utf8')
    const loaded = [...door.matchAll(/^import [^'"]*['"]([^'"]+)['"]/gm)].map(([, name]) => name)
    expect(loaded).toContain('hono')
    expect(loaded.filter((name) => name?.includes('opentelemetry'))).toEqual([])
  },
)
