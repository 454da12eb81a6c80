import { roles } from '../license/roles.ts'
import type { Role } from '../license/actor.ts'
import { Select } from '../web/form.tsx'
import { filterIn } from './list.tsx'
import { inOrder } from './order.ts'
import type { Ordering } from './order.ts'
import type { StaffVisit } from './visit.ts'

/** Somebody, or something, that has access or has had it. */
interface Accessor {
  readonly name: string
  readonly role: Role
  readonly createdAt: number
}

/** The columns that people and tokens can be put in order by. */
export const accessColumns = ['name', 'role', 'since'] as const
export type AccessColumn = (typeof accessColumns)[number]

/** Whoever has this role and is not gone, unless those who are gone are asked for too; in the order that is asked for. */
export function accessorsIn<T extends Accessor>(
  visit: StaffVisit,
  all: readonly T[],
  isGone: (each: T) => boolean,
  order: Ordering<AccessColumn>,
): readonly T[] {
  const { role, former } = filterIn(visit, ['role', 'former'])
  const shown = all
    .filter((each) => (former === 'no' ? !isGone(each) : true))
    .filter((each) => role === undefined || each.role === role)
  const placeOf = {
    name: (each: T) => each.name,
    role: (each: T) => roles.indexOf(each.role),
    since: (each: T) => each.createdAt,
  }
  return inOrder(shown, order, placeOf, visit.language)
}

/** Narrows people and tokens down at once. */
export function AccessFilter({ visit }: { readonly visit: StaffVisit }) {
  const { words } = visit
  const chosen = filterIn(visit, ['role', 'former'])
  const text = words.lists
  return (
    <form class="filter" action="/console/access">
      <Select
        name="role"
        label={words.people.role}
        options={[
          ['', words.frame.any],
          ...roles.map((role) => [role, words.roles[role]] as const),
        ]}
        chosen={chosen['role']}
      />
      <Select
        name="former"
        label={text.former}
        options={[
          ['', text.formerShown],
          ['no', text.formerHidden],
        ]}
        chosen={chosen['former']}
      />
      <button class="second">{text.filter}</button>
      {Object.keys(chosen).length > 0 && (
        <a class="button plain" href="/console/access">
          {text.all}
        </a>
      )}
    </form>
  )
}
