import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../api/house.ts'
import type { House } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import { textOf, unzip } from '../export/unzip.ts'
import { bringBack, openEmptyHouse, packageOf } from '../records/empty-house.ts'
import type { EmptyHouse } from '../records/empty-house.ts'
import { everythingAbout } from '../records/look.ts'
import { startEdge } from './edge.ts'
import type { Edge } from './edge.ts'

// A server that sold something behind one Worker, and an empty one behind another.

let house: House
let empty: EmptyHouse
let busy: Edge
let free: Edge

beforeAll(async () => {
  house = await openHouse()
  const { sell } = await openShop(house)
  await sell()
  await sell({ starts_on: '2020-02-29', metadata: { note: 'Größe' } })
  empty = await openEmptyHouse({ now: house.clock.now })
  busy = await startEdge(house.database.url ?? '')
  free = await startEdge(empty.url ?? '')
})

afterAll(async () => {
  await Promise.all([busy.close(), free.close()])
  await Promise.all([house.close(), empty.close()])
})

test('a Worker gives all records away, and another brings them back', async () => {
  const archive = await packageOf({ app: busy, tokens: house.tokens })
  expect([...(await unzip(archive)).keys()]).toContain('data/tables/events.jsonl')
  const { status, text } = await bringBack({ app: free, tokens: empty.tokens }, archive)
  expect([status, text]).toEqual([200, expect.any(String)])
  expect(await everythingAbout(empty)).toEqual(await everythingAbout(house))
  const again = await unzip(await packageOf({ app: free, tokens: empty.tokens }))
  const events = 'data/tables/events.jsonl'
  expect(textOf(again, events)).toBe(textOf(await unzip(archive), events))
}, 60_000)
