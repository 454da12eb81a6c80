import type { Role } from '../license/actor.ts'
import { Problem, unfit } from '../license/problem.ts'
import { roles } from '../license/roles.ts'
import { filled } from './visit.ts'
import type { StaffVisit } from './visit.ts'

/** Chooses a role by what it may. */
export function RoleField({
  visit,
  chosen,
}: {
  readonly visit: StaffVisit
  readonly chosen: Role
}) {
  const { words } = visit
  return (
    <fieldset>
      <legend>{words.people.role}</legend>
      {roles.map((each) => (
        <label class="tick">
          <input type="radio" name="role" value={each} checked={each === chosen} />
          <span>
            <strong>{words.roles[each]}</strong>
            <br />
            <span class="quiet small">{words.roleMeans[each]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** @throws Problem malformed */
export function roleIn(visit: StaffVisit): Role {
  const chosen = roles.find((each) => each === filled(visit, 'role'))
  if (chosen === undefined) throw new Problem('malformed')
  return chosen
}

/** @throws Problem unfit */
export function nameIn(visit: StaffVisit): string {
  const name = filled(visit, 'name')
  if (!/^.{1,200}$/.test(name)) throw unfit('/name', visit.words.invitation.nameWrong)
  return name
}
