import type { Child } from 'hono/jsx'
import type { Person } from '../store/person.ts'
import { Form } from '../web/form.tsx'
import { RoleField } from './role-field.tsx'
import type { StaffVisit } from './visit.ts'
import { Ways } from './ways.tsx'

interface Props {
  readonly visit: StaffVisit
  readonly shown: Person
}

/** What an admin can do to somebody who signs in. */
export function PersonForms({ visit, shown }: Props) {
  const { words, person: self } = visit
  const text = words.people
  const at = `/console/access/people/${shown.id}`
  return (
    <div class="pair">
      <section class="sheet">
        <h2>{words.ways.title}</h2>
        <dl class="facts">
          <Ways visit={visit} of={shown} />
        </dl>
        <WayDeeds visit={visit} shown={shown} />
      </section>
      <div class="stack">
        <section class="sheet">
          <Form action={`${at}/role`} token={self.formToken}>
            <RoleField visit={visit} chosen={shown.role} />
            <div class="acts">
              <button class="second">{text.changeRole}</button>
            </div>
          </Form>
        </section>
        <section class="sheet">
          <h2>{text.removeTitle(shown.name)}</h2>
          <p>{text.removeLead}</p>
          <Form action={`${at}/removal`} token={self.formToken} kind="acts">
            <button class="grave">{text.remove}</button>
          </Form>
        </section>
      </div>
    </div>
  )
}

/** What can be done about how somebody signs in, where there is something to do it to. */
function WayDeeds({ visit, shown: { id, hasPassword, identities } }: Props) {
  const { words, deps } = visit
  const { provider } = deps
  const text = words.ways
  const at = `/console/access/people/${id}`
  return (
    <div class="deeds">
      <Deed visit={visit} action={`${at}/invitation`} name={words.people.again}>
        {text.linkLead}
      </Deed>
      {hasPassword && provider !== null && (
        <Deed
          visit={visit}
          action={`${at}/password-removal`}
          name={text.onlyProvider(provider.name)}
        >
          {text.onlyProviderLead}
        </Deed>
      )}
      {identities.length > 0 && (
        <Deed visit={visit} action={`${at}/unlinking`} name={text.unlink}>
          {text.unlinkLead(provider?.name ?? words.ways.provider)}
        </Deed>
      )}
      <Deed visit={visit} action={`${at}/sign-out`} name={words.people.signOut}>
        {text.signOutLead}
      </Deed>
    </div>
  )
}

/** One thing to do: what becomes of it, and the button. */
function Deed({
  visit,
  action,
  name,
  children,
}: {
  readonly visit: StaffVisit
  readonly action: string
  readonly name: string
  readonly children?: Child
}) {
  return (
    <Form action={action} token={visit.person.formToken} kind="deed">
      <p>{children}</p>
      <button class="second">{name}</button>
    </Form>
  )
}
