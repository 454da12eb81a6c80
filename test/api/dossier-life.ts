import { evidenceKeysIn } from '../../src/token/evidence-key.ts'
import type { EvidenceKey } from '../../src/token/evidence-key.ts'
import { openHouse } from './house.ts'
import type { House, Json } from './house.ts'
import { openShop } from './shop.ts'
import type { Sold } from './shop.ts'

/** A server with a license that a whole quarrel stands on record for, and the checkpoints that came with its receipts. */
export interface QuarrelHouse extends House {
  readonly sold: Sold
  readonly customer: string
  /** The first with the customer's letter, the last with the vendor's own objection. */
  readonly receipts: readonly string[]
  /** The signed file as it is now. */
  readonly file: () => Promise<string>
  readonly keys: () => Promise<readonly EvidenceKey[]>
  readonly post: <T = Json>(path: string, body: Json) => Promise<T>
}

const agreement = {
  title: 'Vertrag über Brötchenbringer',
  version: '2025-01',
  language: 'de',
  sha256: 'a'.repeat(64),
  accepted_at: '2025-09-15T12:00:00+02:00',
  accepted_by: 'Frau Ölbäcker',
}

const letter = {
  'content-type': 'text/plain',
  'content-disposition': "attachment; filename*=UTF-8''K%C3%BCndigung.txt",
}

/** The story: sold, called too often, warned, objected to by a letter and on the telephone, renewed once, ended. */
export async function openQuarrel(): Promise<QuarrelHouse> {
  const house = await openHouse()
  const shop = await openShop(house)
  const post = async <T = Json>(path: string, body: Json): Promise<T> => {
    const reply = await house.call<T>('POST', path, { body, role: 'admin' })
    if (reply.status >= 300) throw new Error(`${path}: ${reply.text}`)
    return reply.body
  }
  const sold = await shop.sell({ agreement })
  const at = `/v1/licenses/${sold.id}`
  for (const day of ['03', '17']) {
    house.clock.set(`2025-11-${day}T10:00:00+01:00`)
    const asked = { topic: 'out_of_scope', channel: 'phone', contact: 'Herr Ofen', minutes: 12 }
    await post(`${at}/inquiries`, { ...asked, subject: `Der Toaster „klemmt“ am ${day}.` })
  }
  await post(`${at}/warnings`, {
    form: 'letter',
    recipient: 'Frau Ölbäcker',
    text: 'Bitte.\n\nNur zur Software.',
  })
  house.clock.set('2026-09-01T10:00:00+02:00')
  await house.call('PUT', `${at}/suspension`, { body: { reason: 'Rechnung offen' } })
  await house.call('DELETE', `${at}/suspension`)
  const first = await post<{ id: string; checkpoint: string }>(`${at}/objections`, {
    side: 'customer',
    channel: 'letter',
    declared_by: 'Frau Ölbäcker',
  })
  await house.call('POST', `${at}/documents?of=${first.id}`, { text: 'Hiermit …', headers: letter })
  house.clock.set('2026-09-28T11:00:00+02:00')
  const last = await post<{ checkpoint: string }>(`${at}/objections`, {
    side: 'vendor',
    channel: 'phone',
    declared_by: 'A. Support',
    reason: 'Zu viele Anrufe',
  })
  return {
    ...house,
    sold,
    customer: shop.customer,
    receipts: [first.checkpoint, last.checkpoint],
    file: async () => (await house.call('GET', `${at}/dossier`)).text,
    keys: async () => {
      const path = '/.well-known/evidence-keys.json'
      return evidenceKeysIn((await house.call('GET', path, { role: null })).body)
    },
    post,
  }
}
