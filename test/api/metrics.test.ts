import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMeter } from '../../src/api/meter.ts'
import { createApp } from '../../src/app.ts'
import type { Deps } from '../../src/deps.ts'
import { onPostgres } from '../database.ts'
import { callOn, openHouse } from './house.ts'
import type { Call, House } from './house.ts'
import { openShop } from './shop.ts'
import type { Shop, Sold } from './shop.ts'

let house: House
let call: Call
let shop: Shop
let sold: Sold

beforeAll(async () => {
  house = await openHouse()
  const meter = openMeter()
  const deps: Deps = { ...house.deps, meter, log: meter.note }
  call = callOn(createApp(deps), house.tokens)
  shop = await openShop({ call })
  sold = await shop.sell()
})

afterAll(() => house.close())

const figures = async (): Promise<string> => (await call('GET', '/metrics')).text

test('every line is in Prometheus’ text format', async () => {
  await call('GET', '/v1/licenses/lic_"odd\\n"')
  const text = await figures()
  const line = /^(# (HELP|TYPE) auszug_\w+ .+|auszug_\w+(\{(\w+="[^"\n]*",?)+\})? -?[\d.e+-]+)$/
  expect(text.endsWith('\n')).toBe(true)
  for (const each of text.trimEnd().split('\n')) expect(each).toMatch(line)
})

test('requests are counted by route, never by what the caller wrote', async () => {
  for (let n = 0; n < 3; n += 1) await call('GET', `/v1/licenses/${sold.id}`)
  await call('GET', '/nothing/here')
  const text = await figures()
  expect(text).toContain(
    'auszug_http_requests_total{method="GET",route="/v1/licenses/:license",status="200"} 3',
  )
  expect(text).toMatch(/requests_total\{method="GET",route="none",status="404"\} \d/)
  expect(text).not.toContain(sold.id)
  expect(text).not.toContain('nothing/here')
})

test('a histogram’s last bucket holds every request of its route', async () => {
  const text = await figures()
  const all = /duration_seconds_bucket\{method="POST",route="\/v1\/plans",le="\+Inf"\} (\d+)/.exec(
    text,
  )
  expect(all?.[1]).toBe('1')
  expect(text).toContain('duration_seconds_count{method="POST",route="/v1/plans"} 1')
})

test('tokens are counted by what they allow and why', async () => {
  const body = { license_key: sold.key, product: shop.product, fingerprint: 'a machine' }
  await call('POST', '/v1/tokens', { body, role: null })
  await call('POST', '/v1/tokens', { body: { ...body, fingerprint: undefined }, role: null })
  const text = await figures()
  expect(text).toContain('auszug_tokens_total{mode="full",reason="in_term"} 1')
  expect(text).toContain('auszug_tokens_total{mode="export-only",reason="no_fingerprint"} 1')
})

test('a job that is late is seen, and so is what it settles', async () => {
  house.clock.set('2026-09-30T23:59:59+02:00')
  await call('POST', '/v1/settlements', { body: {} })
  expect(await figures()).toContain('auszug_settlement_lag_seconds 0\n')
  house.clock.set('2026-10-01T00:01:00+02:00')
  expect(await figures()).toContain('auszug_settlement_lag_seconds 60\n')
  await call('POST', '/v1/settlements', { body: {} })
  const text = await figures()
  expect(text).toContain('auszug_settlement_lag_seconds 0\n')
  expect(text).toContain('auszug_settled_licenses_total{outcome="renewed"} 1')
})

test('the ages of the keys are seen, and on PostgreSQL the connections', async () => {
  const text = await figures()
  expect(text).toMatch(/key_age_seconds\{algorithm="Ed25519",kid="[\w-]+",state="active"\} \d/)
  expect(/connections\{state="waiting"\} 0/.test(text)).toBe(onPostgres)
})

test('the ages of the status lists are seen', async () => {
  const body = { license_key: sold.key, product: shop.product, fingerprint: 'a machine' }
  await call('POST', '/v1/tokens', { body, role: null })
  await call('GET', '/status-lists/1', { role: null })
  house.clock.now += 90_000
  expect(await figures()).toContain('auszug_status_list_age_seconds{list="1"} 90\n')
})

test('a door that counts nothing has no figures, and who may not read gets none', async () => {
  expect((await house.call('GET', '/metrics')).status).toBe(404)
  expect((await call('GET', '/metrics', { role: 'phone' })).status).toBe(403)
  expect((await call('GET', '/metrics', { role: null })).status).toBe(401)
})

test.each(['alerts.yml', 'grafana-dashboard.json'])(
  'docs/%s asks for no figure that there is not',
  async (name) => {
    const text = await readFile(join(import.meta.dirname, '../../docs', name), 'utf8')
    const known = (await figures()).match(/(?<=^# TYPE )\w+/gm) ?? []
    const asked = [...text.matchAll(/auszug_\w+/g)].map(([each]) => each.replace(/_bucket$/, ''))
    expect(asked.length).toBeGreaterThan(5)
    expect(known).toEqual(expect.arrayContaining(asked))
  },
)
