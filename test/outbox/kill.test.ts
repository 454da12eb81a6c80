import { sql } from 'kysely'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliver } from '../../src/clock/beat.ts'
import { sendBySocket } from '../../src/outbox/by-socket.ts'
import { openHouse, secretOfHouses } from '../api/house.ts'
import type { House } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import { onPostgres } from '../database.ts'
import { openReceiver } from './receiver.ts'
import type { Receiver } from './receiver.ts'

let house: House
let receiver: Receiver
beforeAll(async () => {
  receiver = await openReceiver()
  const allowed = ['127.0.0.1']
  house = await openHouse({ webhookAllow: allowed, sendWebhook: sendBySocket(allowed) })
})
afterAll(async () => {
  await house.close()
  await receiver.close()
})

test.runIf(onPostgres)(
  'a process killed between sending a message and noting that it was sent leaves it to another, which sends it again',
  async () => {
    const { sell } = await openShop(house)
    const body = { url: receiver.url, event_types: ['license.issued'] }
    await house.call('POST', '/v1/webhooks', { body })
    await sell()
    const words = [house.database.url ?? '', secretOfHouses, String(house.clock.now)]
    const sender = spawn(process.execPath, [join(import.meta.dirname, 'sender.ts'), ...words], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    receiver.answer((_, response) => {
      sender.kill('SIGKILL')
      void once(sender, 'exit').then(() => response.writeHead(204).end())
    })
    expect(await once(sender, 'exit')).toEqual([null, 'SIGKILL'])
    receiver.answer((_, response) => response.writeHead(204).end())
    await deliver(house.deps)
    expect(receiver.received, 'it is lent out until its lease is over').toHaveLength(1)
    await sql`update outbox set leased_until = now()`.execute(house.database.db)
    await deliver(house.deps)
    await deliver(house.deps)
    const [first, second] = receiver.received
    expect(receiver.received).toHaveLength(2)
    expect(second?.id).toBe(first?.id)
  },
)
