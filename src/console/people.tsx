import { dateAt } from '../license/calendar.ts'
import { Problem, unfit } from '../license/problem.ts'
import { admins } from '../license/roles.ts'
import { invite, inviteAgain } from '../store/invitation.ts'
import {
  changeRole,
  findPerson,
  insertPerson,
  leave,
  removePassword,
  signOut,
  unlink,
} from '../store/person.ts'
import type { Person } from '../store/person.ts'
import { shortDay } from '../web/day.ts'
import { Field, Form } from '../web/form.tsx'
import type { AccessColumn } from './former.tsx'
import { Head } from './head.tsx'
import { madeOnce, Once } from './made-once.tsx'
import type { Ordering } from './order.ts'
import { PersonForms } from './person-forms.tsx'
import { nameIn, RoleField, roleIn } from './role-field.tsx'
import { Rows } from './rows.tsx'
import { secretPage } from './secret.tsx'
import type { Secret } from './secret.tsx'
import { filled, named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

const person = '/console/access/people/:person'

export const peoplePages = [
  page('POST', '/console/access/people', admins, (visit) =>
    madeOnce(visit, async (within) => {
      const body = { login: loginIn(within), name: nameIn(within), role: roleIn(within) }
      const { deps, now, person: by } = within
      const invited = await insertPerson(deps.db, body, by, now)
      return { secret: linkOf(within, invited, await invite(deps.db, invited.id)) }
    }),
  ),
  page('GET', person, admins, async (visit) => personPage(visit, await personIn(visit))),
  page('POST', `${person}/role`, admins, async (visit) => {
    const { id } = await personIn(visit)
    await changeRole(visit.deps.db, id, roleIn(visit), visit.person, visit.now)
    return { to: '/console/access' }
  }),
  page('POST', `${person}/invitation`, admins, async (visit) => {
    const shown = await personIn(visit)
    if (shown.leftAt !== null) throw new Problem('not-found')
    const { deps, now, person: by } = visit
    const end = await inviteAgain(deps.db, shown.id, by, now)
    return secretPage(visit, linkOf(visit, shown, end))
  }),
  page('POST', `${person}/sign-out`, admins, async (visit) => {
    await signOut(visit.deps.db, (await personIn(visit)).id, visit.person, visit.now)
    return { to: '/console/access' }
  }),
  page('POST', `${person}/password-removal`, admins, async (visit) => {
    const { id } = await personIn(visit)
    await removePassword(visit.deps.db, id, visit.person, visit.now)
    return { to: `/console/access/people/${id}` }
  }),
  page('POST', `${person}/unlinking`, admins, async (visit) => {
    const { id } = await personIn(visit)
    await unlink(visit.deps.db, id, visit.person, visit.now)
    return { to: `/console/access/people/${id}` }
  }),
  page('POST', `${person}/removal`, admins, async (visit) => {
    await leave(visit.deps.db, (await personIn(visit)).id, visit.person, visit.now)
    return { to: '/console/access' }
  }),
]

export function PeopleTable({
  visit,
  people,
  order,
}: {
  readonly visit: StaffVisit
  readonly people: readonly Person[]
  readonly order: Ordering<AccessColumn>
}) {
  const { words } = visit
  const text = words.people
  return (
    <Rows<Person>
      items={people}
      columns={[
        {
          head: text.name,
          order: order.link('name'),
          cell: ({ id, name }) => <a href={`/console/access/people/${id}`}>{name}</a>,
        },
        { head: words.signIn.login, cell: ({ login }) => login },
        { head: text.role, order: order.link('role'), cell: ({ role }) => words.roles[role] },
        {
          head: words.customers.since,
          order: order.link('since'),
          cell: ({ createdAt }) => (
            <span class="nowrap">{shortDay(dateAt(createdAt, 'UTC'), visit.language)}</span>
          ),
        },
        { head: text.state, cell: (each) => <span class="quiet">{stateOf(each, visit)}</span> },
      ]}
    />
  )
}

export function InviteForm({ visit }: { readonly visit: StaffVisit }) {
  const { words, person: self, deps } = visit
  const { provider } = deps
  return (
    <details>
      <summary>{words.people.invite}</summary>
      <Form action="/console/access/people" token={self.formToken}>
        <Once visit={visit} />
        <div class="two">
          <Field name="name" label={words.people.name} required />
          <Field
            name="login"
            label={words.signIn.login}
            {...(provider !== null && { hint: words.ways.loginHint(provider.name) })}
            required
          />
        </div>
        <RoleField visit={visit} chosen="support" />
        <div class="acts">
          <button>{words.people.inviteDo}</button>
        </div>
      </Form>
    </details>
  )
}

function stateOf(person: Person, { words, deps }: StaffVisit): string {
  const { leftAt, joined, asksForCode, hasPassword } = person
  if (leftAt !== null) return words.people.left
  if (!joined) return words.people.invited
  if (asksForCode) return words.people.joinedWithCode
  return hasPassword || deps.provider === null
    ? words.people.joined
    : words.ways.byProvider(deps.provider.name)
}

function personPage(visit: StaffVisit, shown: Person) {
  const { words } = visit
  return {
    title: shown.name,
    body: (
      <>
        <Head
          title={shown.name}
          path={[['/console/access', words.places.access]]}
          line={`${shown.login} · ${stateOf(shown, visit)}`}
        >
          <a class="button second" href={`/console/access/history?who=${shown.id}`}>
            {words.accessHistory.open}
          </a>
        </Head>
        {shown.leftAt === null && <PersonForms visit={visit} shown={shown} />}
      </>
    ),
  }
}

/** @param end of the one-time link. */
function linkOf({ deps, words }: StaffVisit, { name }: Person, end: string): Secret {
  return {
    title: words.people.link(name),
    lead: words.people.linkLead,
    secret: `${deps.publicUrl}/console/invitation/${end}`,
    back: '/console/access',
  }
}

/** @throws Problem not-found */
async function personIn(visit: StaffVisit): Promise<Person> {
  const found = await findPerson(visit.deps.db, named(visit, 'person'))
  if (found === null) throw new Problem('not-found')
  return found
}

/** @throws Problem unfit */
function loginIn(visit: StaffVisit): string {
  const login = filled(visit, 'login')
  if (!/^\S{1,200}$/.test(login)) throw unfit('/login', visit.words.invitation.loginWrong)
  return login
}
