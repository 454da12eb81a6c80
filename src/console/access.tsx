import { admins } from '../license/roles.ts'
import { listApiTokens } from '../store/access.ts'
import { listEvidenceKeys } from '../store/evidence-key.ts'
import { listPeople } from '../store/person.ts'
import { listSigningKeys } from '../store/signing-key.ts'
import { accessHistoryPages } from './access-history.tsx'
import { TokenForm, TokenTable, tokenPages } from './api-tokens.tsx'
import { EvidenceKeys, evidenceKeyPages } from './evidence-keys.tsx'
import { accessColumns, AccessFilter, accessorsIn } from './former.tsx'
import { Head } from './head.tsx'
import { TakeAlong } from './list.tsx'
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
  const orderOf = (parameter: string) =>
    orderingOf(visit, accessColumns, { by: 'since', descending: false }, parameter)
  const [ofPeople, ofTokens] = [orderOf('people'), orderOf('tokens')]
  const everybody = (await listPeople(deps.db, { limit: most })).data
  const people = accessorsIn(visit, everybody, ({ leftAt }) => leftAt !== null, ofPeople)
  const known = (await listApiTokens(deps.db, { limit: most })).data
  const tokens = accessorsIn(visit, known, ({ revokedAt }) => revokedAt !== null, ofTokens)
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
        <section class="sheet">
          <h2>{words.people.title}</h2>
          {people.length > 0 ? (
            <PeopleTable visit={visit} people={people} order={ofPeople} />
          ) : (
            <p class="quiet">{words.lists.nothing}</p>
          )}
          <TakeAlong visit={visit} name="people" query={{}} />
          <InviteForm visit={visit} />
        </section>
        <section class="sheet" id="tokens">
          <h2>{words.tokens.title}</h2>
          <p class="quiet">{words.tokens.lead}</p>
          {tokens.length > 0 ? (
            <TokenTable visit={visit} tokens={tokens} order={ofTokens} />
          ) : (
            <p class="quiet">{known.length > 0 ? words.lists.nothing : words.tokens.none}</p>
          )}
          {known.length > 0 && <TakeAlong visit={visit} name="api-tokens" query={{}} />}
          <TokenForm visit={visit} />
        </section>
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
