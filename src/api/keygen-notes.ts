import type { Note } from './arrivals.ts'
import { isShared, productCode } from './keygen-plans.ts'
import type { Resources } from './keygen-documents.ts'

/** What is carried over, and what says nothing that has to be: everything else is told of. */
const known: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['products', words('name code metadata url platforms permissions distributionStrategy')],
  ['policies', words('name duration maxMachines floating strict concurrent metadata')],
  ['users', words('fullName firstName lastName email role status permissions metadata')],
  [
    'licenses',
    words(
      'name key expiry status suspended maxMachines floating strict uses version permissions lastValidated concurrent encrypted metadata',
    ),
  ],
  [
    'machines',
    words(
      'fingerprint name hostname platform ip cores memory disk lastHeartbeat lastCheckOut heartbeatStatus nextHeartbeat metadata',
    ),
  ],
  ['entitlements', words('code name metadata')],
])

function words(text: string): ReadonlySet<string> {
  return new Set(['created', 'updated', ...text.split(' ')])
}

/** What an attribute says where nobody has chosen anything. */
const defaults = new Set<unknown>([
  null,
  false,
  '',
  'NO_OVERAGE',
  'RESTRICT_ACCESS',
  'FROM_CREATION',
  'TOKEN',
  'MATCH_ANY',
  'UNIQUE_PER_LICENSE',
  'DENY_ACCESS',
])

/** What of the documents has no counterpart here, and how often it stands in them. */
export function keygenNotes(resources: Resources): readonly Note[] {
  const counts = new Map<string, number>()
  for (const type of resources.types)
    for (const { attributes } of resources.of(type)) {
      if (!known.has(type)) count(counts, type)
      else
        for (const [name, value] of Object.entries(attributes))
          if (known.get(type)?.has(name) === false && !defaults.has(value))
            count(counts, `${type}.${name}`)
    }
  const left = [...counts].map(([what, times]) => ({
    what,
    count: times,
    detail: 'This has no counterpart here and stays behind.',
  }))
  return [...left, ...odd(resources), ...namesakes(resources), ...unassigned(resources)]
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1)
}

function odd({ odd: times }: Resources): readonly Note[] {
  const detail = 'These are no resources with a type and an id.'
  return times === 0 ? [] : [{ what: 'documents', count: times, detail }]
}

/** Products that got a code of another making than their name. */
function namesakes(resources: Resources): readonly Note[] {
  const shared = resources.of('products').filter((product) => isShared(product, resources))
  const codes = shared.map((product) => productCode(product, resources)).join(', ')
  const detail = `Other products bear the same name, so the end of the id is in the code: ${codes}.`
  return shared.length === 0 ? [] : [{ what: 'products.code', count: shared.length, detail }]
}

/** A plain list of entitlements does not say who has them. */
function unassigned(resources: Resources): readonly Note[] {
  const assigned = new Set(
    (['policies', 'licenses'] as const).flatMap((type) =>
      resources
        .of(type)
        .flatMap(({ id }) =>
          resources.entitlementsOf(type, id).map((entitlement) => entitlement.id),
        ),
    ),
  )
  const lost = resources.of('entitlements').filter(({ id }) => !assigned.has(id))
  const detail =
    'Nothing here says who has them: hand in /policies/ID/entitlements and /licenses/ID/entitlements as they are answered, with their links.'
  return lost.length === 0 ? [] : [{ what: 'entitlements', count: lost.length, detail }]
}
