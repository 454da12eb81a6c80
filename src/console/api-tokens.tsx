import { dateAt, inUtc } from '../license/calendar.ts'
import type { Instant } from '../license/license.ts'
import { admins } from '../license/roles.ts'
import { insertApiToken, makeApiToken, revokeApiToken } from '../store/access.ts'
import type { ApiToken } from '../store/access.ts'
import { shortDay } from '../web/day.ts'
import { Field, Form } from '../web/form.tsx'
import type { AccessColumn } from './former.tsx'
import { madeOnce, Once } from './made-once.tsx'
import type { Ordering } from './order.ts'
import { nameIn, RoleField, roleIn } from './role-field.tsx'
import { Rows } from './rows.tsx'
import { named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

export const tokenPages = [
  page('POST', '/console/access/tokens', admins, (visit) =>
    madeOnce(visit, async (within) => {
      const { deps, now, words, person } = within
      const made = { token: makeApiToken(), name: nameIn(within), role: roleIn(within) }
      await insertApiToken(deps.db, made, person, now)
      const { shown, shownLead: lead } = words.tokens
      const back = '/console/access'
      return { secret: { title: shown(made.name), lead, secret: made.token, back } }
    }),
  ),
  page('POST', '/console/access/tokens/:token/revocation', admins, async (visit) => {
    await revokeApiToken(visit.deps.db, named(visit, 'token'), visit.person, visit.now)
    return { to: '/console/access#tokens' }
  }),
]

export function TokenTable({
  visit,
  tokens,
  order,
}: {
  readonly visit: StaffVisit
  readonly tokens: readonly ApiToken[]
  readonly order: Ordering<AccessColumn>
}) {
  const { words, language } = visit
  const text = words.tokens
  const day = (at: Instant) => (
    <time datetime={inUtc(at)}>{shortDay(dateAt(at, 'UTC'), language)}</time>
  )
  return (
    <Rows<ApiToken>
      items={tokens}
      columns={[
        {
          head: text.name,
          order: order.link('name'),
          cell: ({ name }) => <strong>{name}</strong>,
        },
        { head: text.role, order: order.link('role'), cell: ({ role }) => words.roles[role] },
        { head: text.made, order: order.link('since'), cell: ({ createdAt }) => day(createdAt) },
        {
          head: text.used,
          cell: ({ lastUsedAt }) => (lastUsedAt === null ? text.never : day(lastUsedAt)),
        },
        {
          head: text.revoke,
          isQuiet: true,
          cell: (each) => <Revocation visit={visit} of={each} />,
        },
      ]}
    />
  )
}

function Revocation({ visit, of }: { readonly visit: StaffVisit; readonly of: ApiToken }) {
  const { words, person } = visit
  if (of.revokedAt !== null) return <span class="quiet">{words.tokens.revoked}</span>
  return (
    <Form
      action={`/console/access/tokens/${of.id}/revocation`}
      token={person.formToken}
      kind="acts"
    >
      <button class="second" aria-label={`${words.tokens.revoke}: ${of.name}`}>
        {words.tokens.revoke}
      </button>
    </Form>
  )
}

export function TokenForm({ visit }: { readonly visit: StaffVisit }) {
  const { words, person } = visit
  return (
    <details>
      <summary>{words.tokens.make}</summary>
      <Form action="/console/access/tokens" token={person.formToken}>
        <Once visit={visit} />
        <Field name="name" label={words.tokens.name} hint={words.tokens.nameHint} required />
        <RoleField visit={visit} chosen="viewer" />
        <div class="acts">
          <button>{words.tokens.makeDo}</button>
        </div>
      </Form>
    </details>
  )
}
