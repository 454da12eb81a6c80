import { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { Actor } from '../license/actor.ts'
import { decideAt } from '../license/facts.ts'
import type { Instant } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { inTransaction } from '../store/database.ts'
import { isKeepable } from '../web/keepable.ts'
import { arrivalsFromCsv, csvMapping } from './arrivals-csv.ts'
import { arrivalsFromKeygen } from './arrivals-keygen.ts'
import type { MovingIn } from './arrivals.ts'
import { draftArrivals } from './draft-arrivals.ts'
import type { Draft, Drafts } from './draft-arrivals.ts'
import { keepArrivals } from './keep-arrivals.ts'
import { override } from './override.ts'
import { admins } from './roles.ts'
import { noQuery, route } from './route.ts'
import type { Answer, Ask } from './route.ts'
import { capabilities, exportFormat, text, timeZone } from './schema.ts'

/** A file of some tens of thousands of licenses. */
const maxMoveInBytes = 20_000_000
const mostErrors = 1000

const system = z
  .string()
  .max(64)
  .regex(
    /^[a-z0-9][a-z0-9._-]*$/,
    'A system has lower-case letters, digits, dots, dashes and underscores.',
  )

/** `auszug import --mapping FILE` reads the same, without what is to move in. */
export const csvBody = z.strictObject({
  data: text(maxMoveInBytes),
  system,
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  columns: csvMapping,
  always: csvMapping.optional(),
  dry_run: z.boolean().optional(),
  override,
})

export const keygenBody = z.strictObject({
  documents: z
    .array(z.record(z.string(), z.unknown()))
    .max(10_000)
    .refine(isKeepableJson, 'Write text without NUL characters and without lone surrogates.'),
  system: system.optional(),
  time_zone: timeZone,
  capabilities: capabilities.optional(),
  export_formats: z.array(exportFormat).min(1).optional(),
  dry_run: z.boolean().optional(),
  override,
})

export const moveInRoutes = [
  route({
    method: 'POST',
    path: '/v1/move-in/csv',
    who: admins,
    summary:
      'Lets customers and licenses move in from a CSV file, quietly; with dry_run it tells what would be made.',
    maxBytes: maxMoveInBytes,
    body: csvBody,
    query: noQuery,
    handle: async (ask) => answered(ask, arrivalsOfCsv(ask.body), ask.body.dry_run === true),
  }),
  route({
    method: 'POST',
    path: '/v1/move-in/keygen',
    who: admins,
    summary:
      'Lets products, plans, customers and licenses move in from documents of Keygen’s API, quietly; with dry_run it tells what would be made.',
    maxBytes: maxMoveInBytes,
    body: keygenBody,
    query: noQuery,
    handle: async (ask) => answered(ask, arrivalsOfKeygen(ask.body), ask.body.dry_run === true),
  }),
]

export function arrivalsOfCsv({
  data,
  columns,
  always = {},
  override: given,
  ...rest
}: z.infer<typeof csvBody>): MovingIn {
  const arrivals = arrivalsFromCsv(data, { ...rest, columns, always })
  return { ...arrivals, override: given?.reason ?? null }
}

export function arrivalsOfKeygen(body: z.infer<typeof keygenBody>): MovingIn {
  const arrivals = arrivalsFromKeygen(body.documents, {
    system: body.system ?? 'keygen',
    timeZone: body.time_zone,
    capabilities: body.capabilities ?? ['product:use'],
    exportFormats: body.export_formats ?? ['csv', 'jsonl'],
  })
  return { ...arrivals, override: body.override?.reason ?? null }
}

/**
 * Lets all of it move in, or, where anything is wrong, nothing.
 *
 * @throws Problem unfit that names every place that is wrong; with a dry run the report does.
 */
export async function moveIn(
  deps: Pick<Deps, 'db' | 'kek'>,
  arrivals: MovingIn,
  dryRun: boolean,
  actor: Actor,
  now: Instant,
) {
  if (dryRun) return report(arrivals, await draftArrivals(deps, arrivals, actor, now), null, now)
  // What was looked up holds until it is kept: nobody ends a relation in between.
  return inTransaction(deps.db, async (trx) => {
    const within = { ...deps, db: trx }
    const drafts = await draftArrivals(within, arrivals, actor, now)
    if (drafts.errors.length > 0)
      throw new Problem('unfit', {
        errors: drafts.errors.slice(0, mostErrors),
        wrong: drafts.errors.length,
      })
    return report(arrivals, drafts, await keepArrivals(within, drafts, actor, now), now)
  })
}

async function answered(ask: Ask, arrivals: MovingIn, dryRun: boolean): Promise<Answer> {
  const body = await moveIn(ask.deps, arrivals, dryRun, ask.actor, ask.now)
  return { status: dryRun ? 200 : 201, body }
}

/** @param keys the new ones, by license; null for a dry run, which makes none and gives no ids away. */
function report(
  { notes }: MovingIn,
  { products, plans, customers, licenses, errors }: Drafts,
  keys: ReadonlyMap<string, string> | null,
  now: Instant,
) {
  const sum = (count: (draft: Draft) => number): number =>
    licenses.reduce((total, draft) => total + count(draft), 0)
  return {
    dry_run: keys === null,
    made: {
      products: products.length,
      plans: plans.length,
      customers: customers.length,
      licenses: licenses.length,
      keys_brought: licenses.filter(({ key }) => key !== null).length,
      machines: sum(({ settled }) => settled.activations.length),
      objections: sum(({ settled }) => settled.license.objections.length),
      suspensions: sum(({ settled }) => settled.license.suspensions.length),
    },
    licenses: licenses.map((draft) => lineOf(draft, keys, now)),
    errors: errors.slice(0, mostErrors),
    wrong: errors.length,
    notes,
  }
}

function lineOf(
  { arriving, settled: { license, notes } }: Draft,
  keys: ReadonlyMap<string, string> | null,
  now: Instant,
) {
  const { mode, reason, term } = decideAt(license, now)
  return {
    place: arriving.place,
    license: keys === null ? null : license.id,
    customer: keys === null ? null : license.customer,
    plan: license.planCode,
    mode,
    reason,
    term: term && { starts_on: term.startsOn, ends_on: term.endsOn },
    key: keys?.get(license.id) ?? null,
    notes,
  }
}

function isKeepableJson(value: unknown): boolean {
  if (typeof value === 'string') return isKeepable(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, each]) => isKeepable(name) && isKeepableJson(each))
}
