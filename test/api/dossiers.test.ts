import { createHash } from 'node:crypto'
import { createLocalJWKSet, compactVerify, decodeJwt } from 'jose'
import type { JSONWebKeySet } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/store/id.ts'
import { keepLetter } from '../../src/store/letter.ts'
import { signDossier } from '../../src/token/dossier.ts'
import type { Dossier } from '../../src/token/dossier.ts'
import { isRecord } from '../../src/token/record.ts'
import { verifyDossier } from '../../src/token/verify-dossier.ts'
import { unzip } from '../export/unzip.ts'
import { foreignVerdict } from './foreign-verifier.ts'
import { openQuarrel } from './dossier-life.ts'
import type { QuarrelHouse } from './dossier-life.ts'
import { publicUrl } from './house.ts'
import type { List } from './house.ts'

let house: QuarrelHouse
beforeAll(async () => {
  house = await openQuarrel()
})
afterAll(() => house.close())

const path = (query = '') => `/v1/licenses/${house.sold.id}/dossier${query}`
const dossier = async (): Promise<Dossier> =>
  (await house.call<Dossier>('GET', path(), { headers: { accept: 'application/json' } })).body

describe('a dossier', () => {
  test('is one signed file that any JOSE library checks', async () => {
    const reply = await house.call('GET', path(), { role: 'support' })
    expect(reply.headers.get('content-type')).toBe('application/jose')
    expect(reply.headers.get('content-disposition')).toBe(
      `attachment; filename="dossier-${house.sold.id}-2026-09-28.jws"`,
    )
    const set = await house.call<JSONWebKeySet>('GET', '/.well-known/evidence-keys.json')
    const { protectedHeader } = await compactVerify(reply.text, createLocalJWKSet(set.body))
    expect(protectedHeader).toMatchObject({ alg: 'Ed25519', typ: 'vnd.auszug.dossier+jwt' })
    expect(decodeJwt(reply.text)).toEqual(await dossier())
  })

  test('bears what was agreed, asked, warned, suspended, objected and handed in, each with its event', async () => {
    const told = await dossier()
    expect(told).toMatchObject({
      iss: publicUrl,
      sub: house.sold.id,
      customer: { name: 'Bäckerei Beispiel' },
      decision: { mode: 'full', reason: 'in_term' },
      agreements: [{ title: 'Vertrag über Brötchenbringer', accepted_by: 'Frau Ölbäcker' }],
      terms: [{ starts_on: '2025-10-01', ends_on: '2026-09-30', last_day: '2026-09-30' }],
      objections: [
        { side: 'customer', channel: 'letter', declared_by: 'Frau Ölbäcker', received_at: null },
        {
          side: 'vendor',
          reason: 'Zu viele Anrufe',
          received_at: '2026-09-28T09:00:00Z',
          effective_on: '2026-09-30',
        },
      ],
      suspensions: [{ reason: 'Rechnung offen' }],
      inquiries: [
        { topic: 'out_of_scope', contact: 'Herr Ofen', subject: 'Der Toaster „klemmt“ am 03.' },
        { topic: 'out_of_scope', minutes: 12 },
      ],
      warnings: [
        { form: 'letter', recipient: 'Frau Ölbäcker', text: 'Bitte.\n\nNur zur Software.' },
      ],
      documents: [{ name: 'Kündigung.txt', of: told.objections[0]?.id }],
    })
    const lists = [told.agreements, told.objections, told.suspensions, told.inquiries]
    for (const record of [...lists, told.warnings, told.documents].flat())
      expect([record.id, told.events[(record.event ?? 0) - 1]?.data]).toEqual([
        record.id,
        expect.objectContaining({ [nameOf(record.id)]: record.id }),
      ])
  })

  test('names agents by their role', async () => {
    const { actors, events, inquiries } = await dossier()
    expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set(Object.keys(actors)))
    expect(actors[inquiries[0]?.agent ?? '']).toBe('admin')
    expect(JSON.stringify(actors)).not.toContain('The tests’')
  })

  test('holds, with every checkpoint that came with a receipt', async () => {
    const verdict = await verifyDossier(await house.file(), await house.keys(), house.receipts)
    expect(verdict).toMatchObject({ outcome: 'holds', findings: [], license: house.sold.id })
    expect(verdict.checkpoints).toHaveLength(3)
  })

  test('is checked by a program that shares no line with ours', async () => {
    const published = await house.call<{ keys: Parameters<typeof foreignVerdict>[1] }>(
      'GET',
      '/.well-known/evidence-keys.json',
    )
    const { keys } = published.body
    const file = await house.file()
    expect(foreignVerdict(file, keys, house.receipts)).toBeNull()
    const told = await dossier()
    const sign = await house.deps.evidence.signer(house.deps.db)
    const events = told.events.with(4, { ...told.events[4]!, actor: 'somebody' })
    expect(foreignVerdict(signDossier(sign, { ...told, events }), keys)).toBe('event 5')
    expect(foreignVerdict(`${file.slice(0, -4)}AAAA`, keys)).toBe('the signature')
  })

  test('comes with the documents’ bytes where they are asked for', async () => {
    const response = await house.app.request(path('?documents=1'), {
      headers: { authorization: `Bearer ${house.tokens.support}` },
    })
    expect(response.headers.get('content-type')).toBe('application/zip')
    const files = await unzip(new Uint8Array(await response.arrayBuffer()))
    const { documents } = await dossier()
    const name = `documents/${documents[0]?.id}-Kündigung.txt`
    expect([...files.keys()]).toEqual(['dossier.jws', 'evidence-keys.json', name])
    const bytes = files.get(name) ?? new Uint8Array()
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(documents[0]?.sha256)
  })

  test('is for support and admins, and only of a license that there is', async () => {
    for (const role of ['viewer', 'billing', 'phone'] as const)
      expect((await house.call('GET', path(), { role })).status).toBe(403)
    const nobody = '/v1/licenses/lic_00000000000000000000000000/dossier'
    expect((await house.call('GET', nobody)).status).toBe(404)
    const picky = await house.call('GET', path(), { headers: { accept: 'text/csv' } })
    expect(picky.status).toBe(406)
  })
})

/** `obj_…` is called `objection` in the events. */
function nameOf(id: string): string {
  const names = { agr: 'agreement', obj: 'objection', sus: 'suspension', inq: 'inquiry' }
  const more = { ...names, wrn: 'warning', doc: 'document' }
  return Object.entries(more).find(([prefix]) => id.startsWith(prefix))?.[1] ?? ''
}

test('a letter is in the dossier as it was written, with what became of it', async () => {
  const { db } = house.database
  const { body } = await house.call<List>('GET', `/v1/licenses/${house.sold.id}/events?limit=200`)
  const objected = body.data.find(({ type }) => type === 'license.objected')
  await keepLetter(db, {
    id: newId('let', house.clock.now),
    event: `evt_${String(objected?.['id']).slice(4)}`,
    license: `lic_${house.sold.id.slice(4)}`,
    customer: `cus_${house.customer.slice(4)}`,
    kind: 'objected',
    language: 'de',
    wording: null,
    logo: null,
    recipients: [{ name: 'Frau Ölbäcker', email: 'post@example.com' }],
    replyTo: null,
    subject: 'Ihr Widerspruch',
    plain: 'Wir haben Ihren Brief.',
    html: null,
    writtenAt: house.clock.now,
    sending: null,
  })
  const { letters, objections } = await dossier()
  expect(letters).toMatchObject([
    {
      event: objections[0]?.event,
      recipients: [{ name: 'Frau Ölbäcker' }],
      subject: 'Ihr Widerspruch',
      text: 'Wir haben Ihren Brief.',
      mailed_at: null,
    },
  ])
  const verdict = await verifyDossier(await house.file(), await house.keys(), house.receipts)
  expect(verdict.findings).toEqual([])
})

describe('an objection that came by letter', () => {
  test('is in the dossier as it was received and taken back', async () => {
    const at = `/v1/licenses/${house.sold.id}/objections/customer`
    await house.call('PUT', `${at}/receipt`, { body: {} })
    const consent = { by: 'Frau Ölbäcker', at: '2026-09-28T10:00:00+02:00', how: 'am Telefon' }
    await house.post(`${at}/withdrawal`, { kind: 'agreed', agreed: consent })
    const { objections } = await dossier()
    expect(objections[0]).toMatchObject({
      received_at: '2026-09-28T09:00:00Z',
      withdrawn_at: '2026-09-28T09:00:00Z',
    })
    const verdict = await verifyDossier(await house.file(), await house.keys(), house.receipts)
    expect(verdict.findings).toEqual([])
  })
})

describe('after the end', () => {
  test('the dossier holds with all that the clock has recorded', async () => {
    house.clock.set('2026-10-01T08:00:00+02:00')
    await house.post('/v1/settlements', {})
    const told = await dossier()
    expect(told.decision).toMatchObject({ mode: 'export-only', reason: 'ended' })
    expect(told.events.at(-1)?.type).toBe('license.downgraded')
    const verdict = await verifyDossier(await house.file(), await house.keys(), house.receipts)
    expect(verdict.findings).toEqual([])
  })

  test('what is erased is named so, and the dossier still holds', async () => {
    await house.post(`/v1/customers/${house.customer}/erasure`, { reason: 'Artikel 17' })
    const told = await dossier()
    const verdict = await verifyDossier(await house.file(), await house.keys(), house.receipts)
    expect(verdict).toMatchObject({ outcome: 'holds', findings: [] })
    expect(told.customer).toMatchObject({ name: null, contacts: [] })
    expect(told.warnings).toMatchObject([{ text: null, recipient: null }])
    expect(told.letters).toMatchObject([{ subject: null, text: null, recipients: [] }])
    expect(told.documents).toMatchObject([{ name: null, sha256: expect.any(String) }])
    expect(verdict.erased).toContainEqual({ n: told.warnings[0]?.event, field: 'text' })
    for (const word of ['Ölbäcker', 'Ofen', 'Toaster', 'Kündigung.txt', 'Zu viele'])
      expect(JSON.stringify(told)).not.toContain(word)
    const isErased = (event: unknown) =>
      isRecord(event) && isRecord(event.personal) && 'text' in event.personal
    expect(told.events.filter(isErased)).toHaveLength(1)
  })
})
