import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemAnswer } from '../../src/api/answers.ts'
import { answersOf } from '../../src/api/operations.ts'
import type { Route } from '../../src/api/route.ts'
import { routes } from '../../src/api/routes.ts'
import { onPostgres } from '../database.ts'
import { openHouse } from './house.ts'
import type { House } from './house.ts'
import { examples } from '../../src/api/examples.ts'
import { openShop } from './shop.ts'

// Every operation with bodies near what fits and far from it. `AUSZUG_REQUESTS` says how many, `AUSZUG_SEED` which.
const requests = Number(process.env['AUSZUG_REQUESTS'] ?? 20_000)
const seed = Number(process.env['AUSZUG_SEED'] ?? Date.now() % 2 ** 31)

let house: House
let bodies: ReturnType<typeof examples>
let license: string
let customer: string

beforeAll(async () => {
  house = await openHouse()
  const shop = await openShop(house)
  const sold = await shop.sell()
  license = sold.id
  customer = shop.customer
  const other = await house.call<{ id: string }>('POST', '/v1/customers', {
    body: { name: 'Other' },
  })
  bodies = examples(license, customer, sold.key, other.body.id)
})

afterAll(() => house.close())

/** What people and programs send by mistake or on purpose. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    2 ** 53,
    -0,
    1e308,
    '',
    ' ',
    '\0',
    '\ud800',
    '𝕏',
    [],
    {},
  ),
  fc.constantFrom<unknown>(
    'P0D',
    'P1M3D',
    'P9999Y',
    'PT1H',
    'P14D',
    'P1M',
    'P1Y',
    'automatic',
    'none',
    'vendor',
    'letter',
  ),
  fc.constantFrom<unknown>(
    '2026-02-30',
    '2199-12-31',
    '1970-01-01',
    '2026-09-30T22:00:00Z',
    '2026-09-30T24:00:00Z',
  ),
  fc.constantFrom<unknown>(
    'Europe/Berlin',
    'UTC',
    '+02:00',
    '__proto__',
    'lic_00000000000000000000000000',
    '../..',
    '%00',
  ),
  fc.string({ maxLength: 40 }),
  fc.integer(),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.dictionary(fc.string({ maxLength: 10 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }),
)

/** One change somewhere in a body: a member replaced, left out, or added. */
const change = fc.record({
  at: fc.nat(),
  deeper: fc.boolean(),
  kind: fc.constantFrom('replace', 'drop', 'add'),
  value: odd,
})
const request = fc.record({
  route: fc.constantFrom(...routes),
  changes: fc.array(change, { maxLength: 3 }),
  query: fc.option(
    fc.tuple(
      fc.constantFrom('after', 'limit', 'at', 'preview', 'customer', 'external_ref', 'x'),
      odd,
    ),
    { freq: 4 },
  ),
  path: fc.option(odd, { freq: 6 }),
})

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

test.skipIf(!onPostgres)(
  'no request makes a fault of ours, and every answer is what the document says',
  async () => {
    const property = fc.asyncProperty(request, async ({ route, changes, query, path }) => {
      const [at, body] = bodies[`${route.method} ${route.path}`] ?? [route.path, undefined]
      const changed =
        body === undefined ? undefined : changes.reduce<unknown>(mutated, structuredClone(body))
      const parameters =
        query === null ? '' : `?${query[0]}=${encodeURIComponent(texted(query[1]))}`
      const address = filled(at, path) + parameters
      const reply = await house.call(
        route.method,
        address,
        changed === undefined ? {} : { body: changed },
      )
      check(
        route,
        reply.status,
        /\bjson\b/.test(reply.headers.get('content-type') ?? '') ? reply.body : reply.text,
      )
    })
    await expect(fc.assert(property, { numRuns: requests, seed })).resolves.toBeUndefined()
  },
  600_000,
)

function check(route: Route, status: number, shown: unknown): void {
  const answer = status < 300 ? answersOf(route)[status] : problemAnswer
  if (status >= 500 || answer === undefined) throw new Error(`${status}: ${JSON.stringify(shown)}`)
  const issues = answer === null ? [] : (answer.safeParse(shown).error?.issues ?? [])
  expect(issues).toEqual([])
}

function mutated(body: unknown, { at, deeper, kind, value }: Change): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return kind === 'replace' ? value : body
  const members = Object.entries(body)
  const name = members[at % Math.max(members.length, 1)]?.[0] ?? 'x'
  if (deeper)
    return {
      ...body,
      [name]: mutated(Object(body)[name], { at: at + 1, deeper: false, kind, value }),
    }
  if (kind === 'add') return { ...body, [texted(value).slice(0, 20)]: value }
  return Object.fromEntries(
    members.flatMap(([each, held]) =>
      each !== name ? [[each, held]] : kind === 'drop' ? [] : [[each, value]],
    ),
  )
}

function filled(path: string, odd: unknown): string {
  const named = path
    .replace(':license', license)
    .replace(':customer', customer)
    .replace(':side', 'vendor')
  const part = odd === null ? 'nothing' : encodeURIComponent(texted(odd)) || 'nothing'
  return named.replace(/:\w+/g, part)
}

function texted(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.toWellFormed()
}
