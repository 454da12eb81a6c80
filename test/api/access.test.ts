import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { routes } from '../../src/api/routes.ts'
import type { Route } from '../../src/api/route.ts'
import type { Role } from '../../src/license/actor.ts'
import { openHouse, publicUrl } from './house.ts'
import type { CallOptions, House, Refusal } from './house.ts'
import { openShop } from './shop.ts'

let house: House
let license: string
beforeAll(async () => {
  house = await openHouse()
  license = (await (await openShop(house)).sell()).id
})
afterAll(() => house.close())

const everyRole = ['viewer', 'phone', 'support', 'billing', 'admin'] as const satisfies Role[]

/** The table of 4-interfaces.md, as far as there are routes for it. Who is not named may not. */
const may: Readonly<Record<string, readonly Role[]>> = {
  read: ['viewer', 'support', 'billing', 'admin'],
  'create customers and licenses': ['billing', 'admin'],
  'suspend, resume': ['billing', 'admin'],
  'add terms, amend': ['billing', 'admin'],
  'record objections and receipts': ['support', 'billing', 'admin'],
  'withdraw objections': ['support', 'admin'],
  'log inquiries, send warnings': ['support', 'admin'],
  'make a dossier': ['support', 'admin'],
  'attach documents': ['support', 'billing', 'admin'],
  'look callers up': ['viewer', 'phone', 'support', 'billing', 'admin'],
  administer: ['admin'],
}

const deeds: readonly (readonly [RegExp, string])[] = [
  [
    /^GET .*\/(keys|signing-keys|evidence-keys|api-tokens|api-tokens\/:token|people|people\/:person|access-events|export|sunset|settings|webhooks(\/.*)?)$/,
    'administer',
  ],
  [/^GET .*\/dossier$/, 'make a dossier'],
  [/^GET /, 'read'],
  [/^POST \/v1\/(customers|licenses|licenses\/bulk|documents)$/, 'create customers and licenses'],
  [/^POST .*\/documents$/, 'attach documents'],
  [/^(PATCH|PUT) \/v1\/(customers|licenses)\/(by-ref\/.*|:\w+)$/, 'create customers and licenses'],
  [/^POST \/v1\/lookup$/, 'look callers up'],
  [/^(PUT|DELETE) .*\/suspension$/, 'suspend, resume'],
  [/^POST .*\/(terms|amendments)$/, 'add terms, amend'],
  [/^(POST .*\/objections|PUT .*\/receipt)$/, 'record objections and receipts'],
  [/^(POST .*\/proposals|DELETE .*\/proposals\/:proposal)$/, 'record objections and receipts'],
  [/^POST .*\/proposals\/:proposal\/acceptance$/, 'withdraw objections'],
  [/^POST .*\/objections\/:side\/withdrawal$/, 'withdraw objections'],
  [/^POST .*\/(inquiries|warnings)$/, 'log inquiries, send warnings'],
  [/^(POST|PUT) \/v1\/letters\/:letter\/(mailing|handover)$/, 'log inquiries, send warnings'],
  [/^(PUT|DELETE) .*\/inquiries\/:inquiry$/, 'log inquiries, send warnings'],
  [/^/, 'administer'],
]

const nameOf = ({ method, path }: Route): string => `${method} ${path}`
const pathOf = ({ path }: Route): string =>
  path.replace(':license', license).replace(':side', 'vendor').replace(/:\w+/g, 'nothing')
const ofStaff = routes.filter(({ who }) => who !== 'public')
const takesBody = (each: Route): boolean => !(each.body instanceof z.ZodUnknown)
/** What every route that takes a body takes as one, and no other is sent. */
const bodyFor = (each: Route): CallOptions => (each.method === 'GET' ? {} : { body: {} })

test('the routes that anybody may call are those that the design calls public', () => {
  const open = routes.filter(({ who }) => who === 'public').map(nameOf)
  expect(open.sort()).toEqual([
    'DELETE /v1/activations/:activation',
    'DELETE /v1/leases/:lease',
    'GET /.well-known/evidence-keys.json',
    'GET /.well-known/jwks.json',
    'GET /.well-known/keys.jwt',
    'GET /.well-known/license-server',
    'GET /docs',
    'GET /healthz',
    'GET /openapi.json',
    'GET /problems',
    'GET /readyz',
    'GET /status-lists/:list',
    'GET /v1/export-formats',
    'GET /v1/sandbox/clock',
    'POST /v1/leases',
    'POST /v1/tokens',
    'POST /v1/trials',
    'PUT /v1/leases/:lease/heartbeat',
  ])
})

describe.each(ofStaff.map((each) => [nameOf(each), each] as const))('%s', (name, each) => {
  const deed = deeds.find(([shape]) => shape.test(name))?.[1] ?? 'administer'

  test(`is for who may ${deed}, and tells the others which role it takes`, async () => {
    expect(each.who).toEqual(may[deed])
    for (const role of everyRole) {
      if (may[deed]?.includes(role)) continue
      const reply = await house.call<Refusal>(each.method, pathOf(each), { role, ...bodyFor(each) })
      expect([role, reply.status]).toEqual([role, 403])
      expect(reply.body).toEqual({
        type: `${publicUrl}/problems#forbidden`,
        title: 'The role does not allow this',
        status: 403,
        detail: expect.any(String),
        instance: reply.headers.get('x-request-id'),
        role,
        needs: may[deed],
      })
    }
  })

  test('asks for credentials where there are none, or none that are good', async () => {
    const wrong = [
      undefined,
      'Bearer',
      'Bearer nonsense',
      `Basic ${house.tokens.admin}`,
      'Bearer \xff',
    ]
    for (const authorization of wrong) {
      const headers = authorization === undefined ? {} : { authorization }
      const reply = await house.call<Refusal>(each.method, pathOf(each), {
        role: null,
        headers,
        ...bodyFor(each),
      })
      expect([authorization, reply.status]).toEqual([authorization, 401])
      expect(reply.headers.get('www-authenticate')).toBe('Bearer')
      expect(reply.headers.has('access-control-allow-origin')).toBe(false)
    }
  })

  test('refuses a parameter that it does not know', async () => {
    for (const parameter of ['colour', '__proto__', 'constructor']) {
      const path = `${pathOf(each)}?${parameter}=1`
      const reply = await house.call<Refusal>(each.method, path, bodyFor(each))
      expect(reply).toMatchObject({ status: 400, body: { errors: [{ pointer: `/${parameter}` }] } })
    }
  })
})

describe.each(routes.filter(takesBody).map((each) => [nameOf(each), each] as const))(
  '%s',
  (_, each) => {
    const send = (text: string, headers = {}) =>
      house.call<Refusal>(each.method, pathOf(each), { text, headers })

    test('names the member that it does not know', async () => {
      const reply = await send('{"colour":"red"}')
      expect(reply.status).toBe(422)
      expect(reply.body.errors).toContainEqual({
        pointer: '/colour',
        detail: 'There is no such member.',
      })
    })

    test('refuses what is no object, what is no JSON, and what is not said to be', async () => {
      for (const text of ['[]', 'null', '5', '"text"', '[{}]'])
        expect([text, (await send(text)).status]).toEqual([text, 422])
      for (const text of ['{', '{"a":1}}', 'nonsense', '\0', '{"a":NaN}', "{'a':1}"])
        expect([text, (await send(text)).status]).toEqual([text, 400])
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', ''])
        expect((await send('{}', { 'content-type': type })).status).toBe(415)
    })
  },
)
