import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textOf, unzip } from '../export/unzip.ts'
import { openHouse } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import { askToken } from '../api/start-up.ts'
import { onPostgres } from '../database.ts'
import { ok } from '../stories/bakery.ts'
import { bringBack, openEmptyHouse, packageOf } from './empty-house.ts'
import { everythingAbout } from './look.ts'
import { deeds, happen } from './random-history.ts'

test('whatever has happened, it is brought back into an empty server as it was', async () => {
  const property = fc.asyncProperty(deeds, async (history) => {
    const house = await openHouse()
    const [yearly, byHand] = [
      await openShop(house),
      await openShop(house, { renewal: 'none', term: 'P3M' }, { code: 'by-hand' }),
    ]
    const licenses = [
      await yearly.sell(),
      await yearly.sell({ starts_on: '2024-02-29', time_zone: 'America/Santiago' }),
      await byHand.sell(),
    ]
    await happen(house, licenses, history)
    const before = await everythingAbout(house)
    const empty = await openEmptyHouse({ now: house.clock.now, onPglite: onPostgres })
    try {
      const archive = await packageOf(house, '/v1/export?formats=jsonl')
      const reply = await bringBack(empty, archive)
      expect([reply.status, reply.text]).toEqual([200, expect.any(String)])
      const again = await packageOf(empty, '/v1/export?formats=jsonl')
      expect(await tablesIn(again)).toEqual(await tablesIn(archive))
      expect(await accessIn(again)).toEqual(expect.arrayContaining([...(await accessIn(archive))]))
      expect(await everythingAbout(empty)).toEqual(before)
      for (const { key, product } of licenses) {
        const asked = { license_key: key, product, fingerprint: 'machine 1' }
        const [here, there] = [await askToken(house, asked), await askToken(empty, asked)]
        expect(ok(there).decision).toEqual(ok(here).decision)
      }
    } finally {
      await empty.close()
      await house.close()
    }
  })
  await fc.assert(property, { numRuns: 5, endOnFailure: true })
}, 180_000)

/** The text of every table but that of the server itself, which seals a check of its own, and that of who changed access. */
async function tablesIn(archive: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const files = await unzip(archive)
  const paths = [...files.keys()].filter((path) => /tables\/(?!server|access_events)/.test(path))
  return new Map(paths.map((path) => [path, textOf(files, path)]))
}

/** Who changed access: an empty server has made its own first keys and tokens before, and that stays true. */
async function accessIn(archive: Uint8Array): Promise<readonly string[]> {
  const text = textOf(await unzip(archive), 'data/tables/access_events.jsonl')
  return text.split('\n').filter((line) => line !== '')
}
