import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse } from '../api/house.ts'
import type { House, List } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { Sold } from '../api/shop.ts'
import { signedIn } from './browser.ts'
import type { Browser } from './browser.ts'

let house: House
let first: Sold
let second: Sold
let support: Browser
beforeAll(async () => {
  house = await openHouse({ now: '2026-09-01T09:00:00+02:00' })
  const shop = await openShop(house)
  first = await shop.sell()
  second = await shop.sell()
  for (const [day, id, side] of [
    ['07', first.id, 'customer'],
    ['14', second.id, 'vendor'],
  ] as const) {
    house.clock.set(`2026-09-${day}T11:00:00+02:00`)
    const path = `/v1/licenses/${id}/objections`
    await house.call('POST', path, { role: 'support', body: { side, channel: 'phone' } })
  }
  for (let n = 0; n < 60; n++)
    await house.call('POST', `/v1/licenses/${first.id}/inquiries`, {
      role: 'support',
      body: { topic: 'in_scope', channel: 'phone', subject: `Frage ${n}` },
    })
  support = await signedIn(house, 'support')
})
afterAll(() => house.close())

interface Event {
  readonly id: string
  readonly type: string
  readonly license: string
  readonly actor: string
  readonly hash: string
  readonly recorded_at: string
}

async function listed(query: string): Promise<readonly Event[]> {
  const all: Event[] = []
  for (let after = ''; ;) {
    const { status, body } = await house.call<List<Event>>('GET', `/v1/history?${query}${after}`)
    expect(status).toBe(200)
    all.push(...body.data)
    if (body.next === null) return all
    after = `&after=${body.next}`
  }
}

describe('the history of all licenses', () => {
  test('lists every event once, the last recorded first', async () => {
    const feed = (await house.call<List<Event>>('GET', '/v1/events?limit=200')).body.data
    const all = await listed('')
    expect(all.map(({ id }) => id)).toEqual(feed.map(({ id }) => id).toReversed())
  })

  test('is narrowed down by kind, license, days and who did it', async () => {
    const endings = await listed('group=ending')
    expect(endings.map(({ license }) => license)).toEqual([second.id, first.id])
    const days = await listed('from=2026-09-07&to=2026-09-07')
    expect(days.map(({ type }) => type)).toEqual(['license.objected'])
    const actor = endings[0]?.actor ?? ''
    expect(await listed(`actor=${actor}&type=license.objected`)).toHaveLength(2)
    expect((await listed(`license=${second.id}`)).every((each) => each.license === second.id)).toBe(
      true,
    )
    expect(await listed(`customer=${first.customer}`)).toHaveLength((await listed('')).length)
  })
})

describe('its page', () => {
  test('tells each event as a sentence, by whom, with the head of its hash', async () => {
    const [ending] = await listed('group=ending')
    const { html } = await support.get('/console/history?group=ending')
    expect(html).toContain(
      'The vendor ended the renewal by phone; received 14 September 2026, 11:00',
    )
    expect(html).toContain(`>${ending?.hash.slice(0, 8)}</code>`)
    expect(html).toContain('The tests’ support')
    expect(html).not.toContain('Frage 1')
  })

  test('goes on to its end, and is taken along as it is filtered', async () => {
    const page = await support.get('/console/history?group=support')
    const next = /class="button second" href="([^"]+)"/.exec(page.html)?.[1] ?? ''
    const rest = await support.get(next.replaceAll('&amp;', '&'))
    const subjects = `${page.html}${rest.html}`.match(/Frage \d+/g)
    expect(subjects).toEqual(Array.from({ length: 60 }, (_, n) => `Frage ${59 - n}`))
    const file = await support.get('/console/lists/history.csv?group=support')
    expect(file.html.trimEnd().split('\r\n')).toHaveLength(61)
  })

  test('keeps what a link has narrowed it down to, and offers to let it go', async () => {
    const { html } = await support.get(`/console/history?license=${first.id}`)
    expect(html).toContain(`<option value="${first.id}" selected="">`)
    expect(html).not.toContain('The vendor ended')
  })
})

test('a license’s own page shows the last of its history, however long that is', async () => {
  const { html } = await support.get(`/console/licenses/${first.id}`)
  expect(html).toContain('Frage 59')
  expect(html).toContain(`/console/history?license=${first.id}`)
})
