import { admins } from '../license/roles.ts'
import { listApiTokens } from '../store/access.ts'
import type { ApiToken } from '../store/access.ts'
import { listEvidenceKeys } from '../store/evidence-key.ts'
import { listPeople } from '../store/person.ts'
import type { Person } from '../store/person.ts'
import { listSigningKeys } from '../store/signing-key.ts'
import { accessHistoryPages } from './access-history.tsx'
import { TokenForm, TokenTable, tokenPages } from './api-tokens.tsx'
import { EvidenceKeys, evidenceKeyPages } from './evidence-keys.tsx'
import { accessColumns, AccessFilter, accessorsIn } from './former.tsx'
import { Head } from './head.tsx'
import { List } from './list.tsx'
import { orderingOf } from './order.ts'
import { InviteForm, PeopleTable, peoplePages } from './people.tsx'
import { SigningKeys, signingKeyPages } from './signing-keys.tsx'
import { page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

export const accessPages = [
  page('GET', '/console/access', admins, accessPage),
  ...accessHistoryPages,
  ...peoplePages,
  ...tokenPages,
  ...signingKeyPages,
  ...evidenceKeyPages,
]

/** So many fit on one page; whoever has more reads the rest by the API. */
const most = 200

async function accessPage(visit: StaffVisit) {
  const { deps, words } = visit
  return {
    title: words.places.access,
    body: (
      <>
        <Head title={words.places.access}>
          <a class="button second" href="/console/access/history">
            {words.accessHistory.open}
          </a>
        </Head>
        <AccessFilter visit={visit} />
        <People visit={visit} known={(await listPeople(deps.db, { limit: most })).data} />
        <Tokens visit={visit} known={(await listApiTokens(deps.db, { limit: most })).data} />
        <Webhooks visit={visit} />
        <SigningKeys visit={visit} keys={await listSigningKeys(deps.db)} />
        <EvidenceKeys visit={visit} keys={await listEvidenceKeys(deps.db)} />
        <section class="sheet">
          <h2>{words.retention.title}</h2>
          <p>
            <a href="/console/retention">{words.retention.link}</a>
          </p>
        </section>
      </>
    ),
  }
}

interface Parts<T> {
  readonly visit: StaffVisit
  readonly known: readonly T[]
}

const usual = { by: 'since', descending: false } as const

function People({ visit, known }: Parts<Person>) {
  const { words } = visit
  const order = orderingOf(visit, accessColumns, usual, 'people')
  const people = accessorsIn(visit, known, ({ leftAt }) => leftAt !== null, order)
  const { name, role } = words.people
  return (
    <section class="sheet" id="people">
      <h2>{words.people.title}</h2>
      <List
        visit={visit}
        name="people"
        order={{ chosen: order, labels: { name, role, since: words.customers.since } }}
        next={null}
        isEmpty={people.length === 0}
        none={<p class="quiet">{words.lists.nothing}</p>}
      >
        <PeopleTable visit={visit} people={people} order={order} />
      </List>
      <InviteForm visit={visit} />
    </section>
  )
}

function Tokens({ visit, known }: Parts<ApiToken>) {
  const { words } = visit
  const order = orderingOf(visit, accessColumns, usual, 'tokens')
  const tokens = accessorsIn(visit, known, ({ revokedAt }) => revokedAt !== null, order)
  const { name, role, made } = words.tokens
  return (
    <section class="sheet" id="tokens">
      <h2>{words.tokens.title}</h2>
      <p class="quiet">{words.tokens.lead}</p>
      <List
        visit={visit}
        name="api-tokens"
        order={{ chosen: order, labels: { name, role, since: made } }}
        next={null}
        isEmpty={tokens.length === 0}
        none={<p class="quiet">{known.length > 0 ? words.lists.nothing : words.tokens.none}</p>}
      >
        <TokenTable visit={visit} tokens={tokens} order={order} />
      </List>
      <TokenForm visit={visit} />
    </section>
  )
}

function Webhooks({ visit: { words } }: { readonly visit: StaffVisit }) {
  return (
    <section class="sheet">
      <h2>{words.webhooks.title}</h2>
      <p class="quiet">{words.webhooks.lead}</p>
      <p>
        <a href="/console/webhooks">{words.webhooks.link}</a>
      </p>
    </section>
  )
}
