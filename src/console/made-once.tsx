import type { Deps } from '../deps.ts'
import { Problem } from '../license/problem.ts'
import { abandonRepeatable, beginRepeatable, finishRepeatable } from '../store/idempotency.ts'
import type { Repeatable } from '../store/idempotency.ts'
import { makeSecretText } from '../store/secret-text.ts'
import { secretPage } from './secret.tsx'
import type { Secret } from './secret.tsx'
import { filled } from './visit.ts'
import type { Shown, StaffVisit } from './visit.ts'

/** The hidden field by which a form that is sent twice is told from two forms. */
const field = 'once'

/** What a form that makes something leads to: its page, or a secret that is shown. */
export type Made = { readonly to: string } | { readonly secret: Secret }

/** To stand in a form that makes something. */
export function Once({ visit: { form } }: { readonly visit: Pick<StaffVisit, 'form'> }) {
  return <input type="hidden" name={field} value={form[field] ?? makeSecretText()} />
}

/**
 * Makes what a form asks for, and shows what became of it. The same form with the same content, sent again, waits for the first one and
 * is shown what that was shown; a secret rests meanwhile under a key that only the form knows. What is refused is forgotten: the form
 * can be mended and sent once more.
 *
 * @param make does its work within the transaction that its visit’s database is.
 */
export async function madeOnce(
  visit: StaffVisit,
  make: (within: StaffVisit) => Promise<Made>,
): Promise<Shown> {
  const token = filled(visit, field)
  if (!/^[\w-]{43}$/.test(token)) return shown(visit, await make(visit))
  const { deps, person, here } = visit
  const content = JSON.stringify(Object.entries(visit.form))
  const request = { key: `${token} ${content}`, caller: person.id, method: 'POST', path: here }
  const repeatable = { ...request, text: '' }
  const begun = await beginRepeatable(deps.db, repeatable, deps.kek)
  switch (begun.kind) {
    case 'replay':
      return shown(visit, JSON.parse(begun.answer.body))
    case 'mismatch':
    case 'running':
      throw new Problem('unavailable', { retry_after: 5 })
    case 'run':
      return shown(visit, await makeWithin(visit, repeatable, begun.lease, make))
  }
}

async function makeWithin(
  visit: StaffVisit,
  repeatable: Repeatable,
  lease: string,
  make: (within: StaffVisit) => Promise<Made>,
): Promise<Made> {
  const { deps } = visit
  try {
    return await deps.db.transaction().execute(async (trx) => {
      const within: Deps = { ...deps, db: trx }
      const made = await make({ ...visit, deps: within })
      const answer = { status: 200, headers: {}, body: JSON.stringify(made) }
      await finishRepeatable(trx, repeatable, lease, answer, deps.kek)
      return made
    })
  } catch (error) {
    await abandonRepeatable(deps.db, repeatable, lease)
    throw error
  }
}

function shown(visit: StaffVisit, made: Made): Shown {
  return 'secret' in made ? secretPage(visit, made.secret) : made
}
