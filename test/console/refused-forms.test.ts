import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliver } from '../../src/clock/beat.ts'
import { pages } from '../../src/console/pages.ts'
import { roles } from '../../src/license/roles.ts'
import { system } from '../../src/license/actor.ts'
import type { Role } from '../../src/license/actor.ts'
import { insertDeclaration } from '../../src/store/declaration.ts'
import { newId } from '../../src/store/id.ts'
import { invite } from '../../src/store/invitation.ts'
import { tryWebhook } from '../../src/store/delivery.ts'
import { insertPerson } from '../../src/store/person.ts'
import { listSigningKeys } from '../../src/store/signing-key.ts'
import { insertWebhook } from '../../src/store/webhook.ts'
import { openBusyHouse } from '../records/busy-house.ts'
import type { BusyHouse } from '../records/busy-house.ts'
import { openBrowser, signedIn } from './browser.ts'
import type { Browser } from './browser.ts'
import { everythingKept, realPath } from './everything-kept.ts'

// Every form there is, sent with ids of what is really there and with fields that would fit, by whom it is not for.

let house: BusyHouse
let browsers: ReadonlyMap<Role, Browser>
const forms = pages.filter(({ method }) => method === 'POST')
const paths = new Map<string, string>()
const without: string[] = []
beforeAll(async () => {
  house = await openBusyHouse()
  const { db } = house.deps
  const opened = roles.map(async (role) => [role, await signedIn(house, role)] as const)
  browsers = new Map(await Promise.all(opened))
  const { id } = await insertPerson(
    db,
    { login: 'target', name: 'Target', role: 'viewer' },
    system,
    house.clock.now,
  )
  const [running = ''] = house.others
  const offer = { kind: 'amendment', amendment: { from: 'now', seats: 40 } }
  await house.call('POST', `/v1/licenses/${running}/proposals`, { body: offer })
  // The letters are written before there is a webhook: nothing is sent anywhere.
  await deliver(house.deps)
  await insertDeclaration(db, 'typed in by nobody', declared(house.clock.now))
  const kid = (await listSigningKeys(db))[0]?.publicKey.kid ?? ''
  const told = { url: 'https://shop.example.com/auszug', description: '', eventTypes: null }
  const { webhook } = await insertWebhook(db, house.deps.kek, told, system, house.clock.now)
  const delivery = await tryWebhook(db, webhook.id, house.clock.now)
  for (const { path } of forms) {
    const token = path.includes('invitation/:token') ? { token: await invite(db, id) } : {}
    const named = { license: running, side: 'vendor', person: id, delivery, kid, kind: 'ended' }
    const chosen = { ...named, ...token }
    const real = await realPath(db, path, chosen)
    if (real === null) without.push(path)
    paths.set(path, real ?? path.replaceAll(/:\w+/g, 'nothing'))
  }
})
afterAll(() => house.close())

const declared = (now: number) => ({
  id: newId('dcl', now),
  kind: 'cancellation' as const,
  language: 'de',
  receivedAt: now,
  words: null,
  license: null,
  customer: null,
  objection: null,
  endsOn: null,
  handledAt: null,
  handledBy: null,
})

const fields = {
  name: 'Written by whom it is not for',
  login: 'intruder',
  role: 'admin',
  password: 'eine ganz neue Losung',
  again: 'eine ganz neue Losung',
  channel: 'phone',
  reason: 'Because',
  side: 'vendor',
  kind: 'agreed',
  agreed_by: 'N. Beispiel',
  agreed_how: 'on the phone',
  declared_by: 'N. Beispiel',
  effective_on: '2027-12-31',
  language: 'de',
  theme: 'dark',
  text: 'Text',
  subject: 'Subject',
  topic: 'out_of_scope',
  confirm: 'yes',
}

const pathOf = (path: string): string => paths.get(path) ?? path

test('the walk has something real for everything that a form’s address names', () => {
  expect(without).toEqual([])
})

test.each(roles)('the role %s changes nothing by forms that are not its own', async (role) => {
  const browser = browsers.get(role)
  const before = await everythingKept(house.deps.db)
  for (const { path, who } of forms) {
    if (who === 'public' || who.includes(role)) continue
    const seen = await browser?.send(pathOf(path), fields)
    expect([path, seen?.status]).toEqual([path, 403])
  }
  expect(await everythingKept(house.deps.db)).toEqual(before)
})

describe('nobody changes anything by a form', () => {
  const unchanged = async (send: (path: string) => Promise<void>, of = forms): Promise<void> => {
    const before = await everythingKept(house.deps.db)
    for (const { path } of of) await send(path)
    expect(await everythingKept(house.deps.db)).toEqual(before)
  }
  const ofStaff = forms.filter(({ who }) => who !== 'public')

  test('that is not signed in', async () => {
    const stranger = openBrowser(house)
    await unchanged(async (path) => {
      const { status, html } = await stranger.send(pathOf(path), fields)
      expect([path, status, html]).toEqual([path, 401, expect.stringContaining('signed out')])
    }, ofStaff)
  })

  test.each(['', 'guess', 'another session’s'])('whose token is %s', async (kind) => {
    const admin = browsers.get('admin')
    const other = await signedIn(house, 'admin', `other of ${kind}`)
    const form_token = kind.startsWith('another') ? other.formToken() : kind
    await unchanged(async (path) => {
      const seen = await admin?.send(pathOf(path), { ...fields, form_token })
      expect([path, seen?.status]).toEqual([path, 401])
    }, ofStaff)
  })

  test.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://licenses.example.com' }],
  ])('that another site sends: %j', async (headers) => {
    const admin = browsers.get('admin')
    await unchanged(async (path) => {
      const seen = await admin?.send(pathOf(path), fields, headers)
      expect([path, seen?.status]).toEqual([path, 403])
      expect(seen?.headers.getSetCookie()).toEqual([])
    })
  })

  test('that another site sends by an old browser, which tells its origin alone', async () => {
    const admin = browsers.get('admin')
    const cookie = [...(admin?.cookies ?? [])].map((each) => each.join('=')).join('; ')
    await unchanged(async (path) => {
      const response = await house.app.request(pathOf(path), {
        method: 'POST',
        body: new URLSearchParams({ ...fields, form_token: admin?.formToken() ?? '' }).toString(),
        headers: {
          cookie,
          origin: 'https://evil.example',
          'content-type': 'application/x-www-form-urlencoded',
        },
      })
      expect([path, response.status]).toEqual([path, 403])
    })
  })
})

test('the same forms do what they say for whom they are', async () => {
  const admin = await signedIn(house, 'admin', 'rightful')
  for (const path of [
    '/console/customers/:customer/relation',
    '/console/access/people/:person/role',
    '/console/access/people/:person/invitation',
    '/console/access/people',
    '/console/access/tokens',
    '/console/access/signing-keys/rotation',
    '/console/access/people/:person/removal',
  ]) {
    const before = await everythingKept(house.deps.db)
    const { status } = await admin.send(pathOf(path), fields)
    const isSame = isDeepStrictEqual(await everythingKept(house.deps.db), before)
    expect([path, status < 400, isSame]).toEqual([path, true, false])
  }
})
