import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openBrowser } from '../console/browser.ts'
import type { Browser } from '../console/browser.ts'
import { onPostgres } from '../database.ts'
import { buildDoors, endAll, serveDesk } from './door.ts'
import type { Served } from './door.ts'

const greeting = z.object({
  now: z.string(),
  sign_in: z.array(z.object({ login: z.string(), password: z.string(), role: z.string() })),
  token: z.string(),
})

// It brings its own database along, in memory.
describe.skipIf(onPostgres)('the demonstration year', () => {
  let server: Served
  let told: z.infer<typeof greeting>
  let jonas: Browser

  // A year takes its time where other tests run beside it.
  beforeAll(async () => {
    await buildDoors()
    server = await serveDesk({})
    told = greeting.parse(server.log()[0])
    const request = (path: string, init: RequestInit) => fetch(`${server.address}${path}`, init)
    jonas = openBrowser({ app: { request } })
    const { login = '', password = '' } = told.sign_in.find(({ role }) => role === 'support') ?? {}
    await jonas.get('/console/sign-in')
    await jonas.send('/console/sign-in', { login, password })
  }, 180_000)

  afterAll(endAll)

  async function counted(path: string): Promise<number> {
    const headers = { authorization: `Bearer ${told.token}`, accept: 'application/x-ndjson' }
    const answer = await fetch(`${server.address}${path}`, { headers })
    return (await answer.text()).split('\n').length - 1
  }

  test('stands at the hour of the story’s call, and the call ends the renewal', async () => {
    expect(told.now).toBe('2026-09-28T09:00:00.000Z')
    const call = await jonas.get('/console/call?number=%2B49%2030%201234567')
    const card = call.to === null ? call : await jonas.get(call.to)
    expect(card.html).toContain('Bäckerei Beispiel')
    const license = /\/console\/licenses\/(lic_\w+)/.exec(card.html)?.[1] ?? ''
    const sheet = await jonas.get(`/console/licenses/${license}/end`)
    expect(sheet.html).toContain('30 September 2026')
    const shown = Object.fromEntries(
      [...sheet.html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    )
    const ended = await jonas.send(`/console/licenses/${license}/end`, {
      ...shown,
      channel: 'phone',
      reason: 'Ruft täglich an, selten zum Programm.',
    })
    expect(ended).toMatchObject({ status: 303, to: expect.stringContaining('/receipt/vendor') })
  })

  test('holds a year of business: customers, licenses of every worth, and hundreds of inquiries', async () => {
    expect(await counted('/v1/customers')).toBe(200)
    expect(await counted('/v1/licenses?mode=full')).toBeGreaterThan(170)
    expect(await counted('/v1/licenses?mode=export-only')).toBeGreaterThan(25)
    expect(await counted('/v1/inquiries')).toBeGreaterThan(400)
    expect(await counted('/v1/licenses?ends_by=2026-12-31')).toBeGreaterThan(10)
  })

  test('has no part of it on record before it happened, nor after its last hour', async () => {
    const events = await fetch(`${server.address}/v1/events`, {
      headers: { authorization: `Bearer ${told.token}`, accept: 'application/x-ndjson' },
    })
    const instants = (await events.text())
      .trimEnd()
      .split('\n')
      .map((line) => z.object({ recorded_at: z.string() }).parse(JSON.parse(line)).recorded_at)
      .map(Date.parse)
    expect(Math.min(...instants)).toBe(Date.parse('2025-09-24T07:00:00Z'))
    // But for the objection of the call above.
    expect(Math.max(...instants)).toBe(Date.parse(told.now))
  })
})
