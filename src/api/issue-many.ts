import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { Actor } from '../license/actor.ts'
import { boundAnew } from '../license/ended-relation.ts'
import type { EndedRelation } from '../license/ended-relation.ts'
import type { Outcome } from '../license/event.ts'
import type { Instant, License } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { existingCustomers } from '../store/customer.ts'
import { inTransaction } from '../store/database.ts'
import type { Database } from '../store/database.ts'
import { heldRelations } from '../store/ended-relation.ts'
import type { LicenseKey } from '../store/key.ts'
import { insertLicenses, ownersBy, takenKeys } from '../store/move-in.ts'
import { keyFor } from '../store/new-key.ts'
import { findPlan, noSuchPlan } from '../store/plan.ts'
import type { Plan } from '../store/plan.ts'
import { asPart } from '../store/savepoint.ts'
import { licenseAsked, licenseBody, noSuchCustomer } from './license-body.ts'
import { misfitsFrom } from './misfits.ts'
import { overrideFrom } from './override.ts'

/** What became of one license that was asked for. */
export type Issued = { readonly license: License; readonly key: string } | Problem

type Body = z.infer<typeof licenseBody>

/**
 * Issues many licenses in one transaction. Each is issued whole, or refused on its own: the others are as if it had not been
 * asked for.
 */
export function issueMany(
  deps: Pick<Deps, 'db' | 'kek'>,
  asked: readonly unknown[],
  actor: Actor,
  now: Instant,
): Promise<readonly Issued[]> {
  return inTransaction(deps.db, async (trx) => {
    const bodies = asked.map(read)
    const judged = await judge(trx, bodies, actor, now)
    const free = await withFreeReferences(trx, judged)
    const made = await Promise.all(
      free.map((each, n) => drafted(deps, each, keyIn(bodies[n]), actor, now)),
    )
    const drafts = await withFreeKeys(trx, made)
    const beaten = await keep(trx, drafts.filter(isWhole), now)
    return drafts.map((each) => (isWhole(each) ? (beaten.get(each) ?? each) : each))
  })
}

function isWhole<T>(each: T | Problem): each is T {
  return !(each instanceof Problem)
}

function read(asked: unknown): Body | Problem {
  const parsed = licenseBody.safeParse(asked)
  return parsed.success ? parsed.data : new Problem('unfit', { errors: misfitsFrom(parsed.error) })
}

/** What the law says to each; plans and customers are looked up once for all of them. */
async function judge(
  trx: Database,
  bodies: readonly (Body | Problem)[],
  actor: Actor,
  now: Instant,
): Promise<readonly (Outcome | Problem)[]> {
  const whole = bodies.filter(isWhole)
  const plans = new Map<string, Plan | null>()
  for (const name of new Set(whole.map(({ plan }) => plan)))
    plans.set(name, await findPlan(trx, name))
  const ids = [...new Set(whole.map(({ customer }) => customer))]
  const ended = await heldRelations(trx, ids)
  // Looked up once they are held: until then one could be merged into another.
  const customers = await existingCustomers(trx, ids)
  const judged: (Outcome | Problem)[] = []
  for (const body of bodies) {
    if (body instanceof Problem) judged.push(body)
    else if (!customers.has(body.customer)) judged.push(noSuchCustomer())
    else {
      const relation = ended.get(body.customer) ?? null
      const plan = plans.get(body.plan) ?? null
      judged.push(await orProblem(() => judgeOne(trx, body, { plan, relation }, actor, now)))
    }
  }
  return judged
}

interface Known {
  readonly plan: Plan | null
  readonly relation: EndedRelation | null
}

async function judgeOne(
  trx: Database,
  body: Body,
  { plan, relation }: Known,
  actor: Actor,
  now: Instant,
): Promise<Outcome> {
  if (plan === null) throw noSuchPlan()
  const override = overrideFrom(body.override, actor)
  const asked = { plan, customer: body.customer, override }
  const outcome = await licenseAsked(trx, body, asked, now)
  return boundAnew(outcome, { command: 'issue', relation, override })
}

async function orProblem<T>(work: () => Promise<T>): Promise<T | Problem> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

/** Refuses those whose references are somebody's, or that of one before them. */
async function withFreeReferences(
  trx: Database,
  judged: readonly (Outcome | Problem)[],
): Promise<readonly (Outcome | Problem)[]> {
  const named = new Map<string, string[]>()
  for (const each of judged)
    for (const [system, reference] of Object.entries(referencesOf(each)))
      named.set(system, [...(named.get(system) ?? []), reference])
  const taken = new Set<string>()
  for (const [system, references] of named)
    for (const reference of (await ownersBy(trx, 'license', system, references)).keys())
      taken.add(`${system}:${reference}`)
  return judged.map((each) => {
    const names = Object.entries(referencesOf(each)).map((pair) => pair.join(':'))
    if (names.some((name) => taken.has(name)))
      return new Problem('reference-taken', { external_refs: referencesOf(each) })
    for (const name of names) taken.add(name)
    return each
  })
}

function referencesOf(each: Outcome | Problem): License['externalRefs'] {
  return each instanceof Problem ? {} : each.license.externalRefs
}

interface Draft {
  readonly license: License
  readonly key: string
  readonly record: LicenseKey
  readonly events: readonly { readonly actor: string; readonly event: Outcome['events'][number] }[]
}

function keyIn(body: Body | Problem | undefined): string | undefined {
  return body === undefined || body instanceof Problem ? undefined : body.key
}

async function drafted(
  deps: Pick<Deps, 'kek'>,
  outcome: Outcome | Problem,
  brought: string | undefined,
  actor: Actor,
  now: Instant,
): Promise<Draft | Problem> {
  if (outcome instanceof Problem) return outcome
  const { license, events } = outcome
  const made = await orProblem(async () => keyFor(deps, license.id, brought, now))
  if (made instanceof Problem) return made
  const { key, record } = made
  const told = { type: 'key.issued', at: now, data: { key: record.id } } as const
  const acted = [...events, told].map((event) => ({ actor: actor.id, event }))
  return { license, key, record, events: acted }
}

/** Refuses those that bring a key along which opens something already, or comes twice. */
async function withFreeKeys(
  trx: Database,
  drafts: readonly (Draft | Problem)[],
): Promise<readonly (Draft | Problem)[]> {
  const hashes = drafts.filter(isWhole).map(({ record }) => record.hash)
  const taken = new Set(await takenKeys(trx, hashes))
  return drafts.map((each) => {
    if (each instanceof Problem) return each
    if (taken.has(each.record.hash)) return new Problem('key-taken')
    taken.add(each.record.hash)
    return each
  })
}

/** Keeps all of them at once, or by halves where somebody else was faster with a reference, until the one stands alone. */
async function keep(
  trx: Database,
  drafts: readonly Draft[],
  now: Instant,
): Promise<ReadonlyMap<Draft, Problem>> {
  if (drafts.length === 0) return new Map()
  try {
    const changes = drafts.map(({ license, events }) => ({ before: null, after: license, events }))
    const records = drafts.map(({ record }) => record)
    await asPart(trx, () => insertLicenses(trx, changes, records, now))
    return new Map()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const [only, ...others] = drafts
    if (only !== undefined && others.length === 0)
      return new Map([
        [
          only,
          error.facts.table === 'license_keys'
            ? new Problem('key-taken')
            : new Problem('reference-taken', { external_refs: only.license.externalRefs }),
        ],
      ])
    const half = Math.ceil(drafts.length / 2)
    const first = await keep(trx, drafts.slice(0, half), now)
    return new Map([...first, ...(await keep(trx, drafts.slice(half), now))])
  }
}
